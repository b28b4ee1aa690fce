import { lex, type Token } from '@/lib/language/lex'

export type Tint = 'plain' | 'word' | 'function' | 'number' | 'string' | 'comment'

/** A run of characters of one line. */
export interface Piece {
  readonly text: string
  readonly tint: Tint
}

const words = new Set(
  (
    'title note given param loss upstream ask nudge rising descend steps trace at require random from step nonzero ' +
    'accept ascend update repeat momentum nesterov adam rmsprop eps clip decay rounded sf within exact points hint formula shape and count params circuit scalar choose explain right'
  ).split(' '),
)

/**
 * The lines of an exercise file, each in tinted pieces that together are its text. The lexer is the engine's own; where it
 * stops at an error, the rest is read line by line, so that the colours do not go out while a bracket is open.
 */
export function highlight(source: string): readonly (readonly Piece[])[] {
  const tints = new Array<Tint>(source.length).fill('plain')
  const read = lex(source, 'chalk')
  if (read.ok) tint(source, read.tokens, 0, tints)
  else {
    let at = 0
    for (const line of source.split('\n')) {
      const alone = lex(line, 'chalk')
      if (alone.ok) tint(line, alone.tokens, at, tints)
      at += line.length + 1
    }
  }
  let at = 0
  return source.split('\n').map(line => {
    const pieces = cut(line, tints.slice(at, at + line.length))
    at += line.length + 1
    return pieces
  })
}

/** Where the tokens of `text`, which begins at `offset` of the file, lie; a `#` between tokens begins a comment. */
function tint(text: string, tokens: readonly Token[], offset: number, tints: Tint[]): void {
  let end = 0
  tokens.forEach((token, place) => {
    const gap = text.slice(end, token.at)
    for (const comment of gap.matchAll(/#[^\n]*/g)) {
      const start = offset + end + comment.index
      tints.fill('comment', start, start + comment[0].length)
    }
    end = token.at + token.text.length
    const kind = tintOf(token, tokens[place + 1])
    if (kind !== 'plain') tints.fill(kind, offset + token.at, offset + end)
  })
}

function tintOf(token: Token, next: Token | undefined): Tint {
  if (token.kind === 'number' || token.kind === 'string') return token.kind
  if (token.kind !== 'name') return 'plain'
  if (next?.kind === 'symbol' && next.text === '(') return 'function'
  return words.has(token.text) ? 'word' : 'plain'
}

function cut(line: string, tints: readonly Tint[]): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let end = 1; end <= line.length; end += 1) {
    const tint = tints[start] ?? 'plain'
    if (end < line.length && tints[end] === tint) continue
    pieces.push({ text: line.slice(start, end), tint })
    start = end
  }
  return pieces
}
