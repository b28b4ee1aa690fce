import { isMathematics, type Mathematics, type Whole } from './argument'

/**
 * Text in which mathematics is marked: it stands between Unicode's left-to-right isolate and the end of that isolate. A
 * terminal shows nothing of the marks, and a page of any writing direction leaves the formula in order.
 */
const opening = '\u2066'
const closing = '\u2069'

const marks = /[\u2066\u2069]/g

/** The text without its marks, for the command line and for attributes of elements. */
export function plainText(marked: string): string {
  return marked.replace(marks, '')
}

export function marked({ math }: Mathematics): string {
  return `${opening}${plainText(math)}${closing}`
}

/**
 * Tag of a sentence: marks the mathematics among the values, and takes marks out of what people typed. A string that was made
 * by `text` goes in through `whole`, which keeps its marks; `listed` and `say` give such a piece.
 */
export function text(words: TemplateStringsArray, ...values: readonly Value[]): string {
  return words.reduce((sentence, word, at) => sentence + spelled(values[at - 1]) + word)
}

type Value = string | number | Mathematics | Whole

/** A piece of a sentence that is marked already. */
export function whole(piece: string): Whole {
  return { whole: piece }
}

function spelled(value: Value | undefined): string {
  if (value === undefined) return ''
  if (isMathematics(value)) return marked(value)
  if (typeof value === 'object') return value.whole
  return plainText(String(value))
}

/** `W1, b1 and W2`, with the mathematics marked. */
export function listed(items: readonly Value[], last = 'and'): Whole {
  const words = items.map(spelled)
  if (words.length < 2) return whole(words.join(''))
  return whole(`${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`)
}

/** A piece of marked text. */
export interface Piece {
  readonly kind: 'words' | 'math'
  readonly text: string
}

/** The pieces of a marked text in order. A mark that nothing closes ends with the text. */
export function piecesOf(markedText: string): Piece[] {
  return markedText.split(/(\u2066[^\u2066\u2069]*\u2069?)/).flatMap((part): Piece[] => {
    const piece = plainText(part)
    if (piece === '') return []
    return [{ kind: part.startsWith(opening) ? 'math' : 'words', text: piece }]
  })
}

/** The first sentence of a marked text, and the rest of it; a stop inside mathematics ends no sentence. */
export function firstSentence(markedText: string): [first: string, rest: string] {
  const found = /^((?:\u2066[^\u2069]*\u2069|[^\u2066])*?[.!?])\s+(.*)$/s.exec(markedText)
  return [found?.[1] ?? markedText, found?.[2] ?? '']
}
