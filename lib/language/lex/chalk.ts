import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Place } from '../place'
import { isInvisible, type Lexed, type Misread, showCharacter, type Token, type TokenKind } from './token'

const space = /[^\S\r\n]+/uy
const comment = /#[^\r\n]*/uy
const newline = /\r\n|\r|\n/uy
const number = /(?:\d+(?:\.(?![.\p{L}])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy
const name = /∂?[\p{Lu}\p{Ll}\p{Lo}][\p{Lu}\p{Ll}\p{Lo}\p{Mn}\p{Mc}\d_]*/uy
const symbol = /==|!=|<=|>=|\.\.|[-+*/^@()[\],=:.<>]/uy
// An escaped quote can be matched in one way only, or an unclosed string would take exponential time.
const block = /"""((?:\\"|(?!"""|\\")[\s\S])*)"""/uy
const string = /"((?:\\"|(?!\\")[^"\r\n])*)"/uy

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Signs that can mean one thing only, in the spelling that the tokens have. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '−': ['-'],
  '÷': ['/'],
  '×': ['×'],
  '·': ['·'],
  '⋅': ['·'],
  '²': ['^', '2'],
  '³': ['^', '3'],
  '**': ['^'],
}

/** What people type for something that the language writes otherwise. */
const advice: Readonly<Record<string, Message>> = {
  '–': message('chalk-lexing.minus'),
  '—': message('chalk-lexing.minus'),
  '⊙': message('chalk-lexing.write', { sign: '*' }),
  ᵀ: message('chalk-lexing.transpose'),
  "'": message('chalk-lexing.single-quote'),
  '“': message('chalk-lexing.curly-quote'),
  '”': message('chalk-lexing.curly-quote'),
  '„': message('chalk-lexing.curly-quote'),
  ';': message('chalk-lexing.semicolon'),
  '{': message('chalk-lexing.brace'),
  '}': message('chalk-lexing.brace'),
  '&': message('chalk-lexing.ampersand'),
  '%': message('chalk-lexing.percent'),
}

/** A place with its index in the text, in UTF-16 units. */
interface TokenPlace extends Place {
  readonly at: number
}

/** Tokens of an exercise file. A newline token ends a statement: none comes inside brackets, none twice in a row. */
export function lexChalk(text: string): Lexed {
  const tokens: Token[] = []
  const open: { readonly symbol: string; readonly place: TokenPlace }[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  let column = 1

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const place = (): TokenPlace => ({ at, line, column })
  const advance = (source: string): void => {
    at += source.length
    for (const _ of source) column += 1
  }
  const misread = (where: TokenPlace, told: Message): { ok: false; error: Misread } => ({
    ok: false,
    error: { ...where, message: told },
  })
  const push = (kind: TokenKind, source: string, value?: string): void => {
    tokens.push(
      value === undefined ? { kind, text: source, ...place() } : { kind, text: source, value, ...place() },
    )
    advance(source)
  }

  while (at < text.length) {
    const blank = take(space) ?? take(comment)
    if (blank) {
      advance(blank[0])
      continue
    }
    const lineEnd = take(newline)
    if (lineEnd) {
      const last = tokens.at(-1)
      if (open.length === 0 && last !== undefined && last.kind !== 'newline') {
        tokens.push({ kind: 'newline', text: '', ...place() })
      }
      at += lineEnd[0].length
      line += 1
      column = 1
      continue
    }
    if (text[at] === '"') {
      const isBlock = text.startsWith('"""', at)
      const found = take(isBlock ? block : string)
      if (!found) {
        return misread(
          place(),
          isBlock ? message('chalk-lexing.block-unclosed') : message('chalk-lexing.string-unclosed'),
        )
      }
      const [source, inner = ''] = found
      push('string', source, inner.replaceAll('\\"', '"'))
      const lines = source.split(/\r\n|\r|\n/)
      if (lines.length > 1) {
        line += lines.length - 1
        column = [...(lines.at(-1) ?? '')].length + 1
      }
      continue
    }
    const literal = take(number)
    if (literal) {
      push('number', literal[0])
      continue
    }
    const word = take(name)
    if (word) {
      push('name', word[0].replace('∂', 'd'))
      continue
    }
    const sign = text.startsWith('**', at) ? '**' : (text[at] ?? '')
    const spelt = signs[sign]
    if (spelt !== undefined) {
      for (const one of spelt)
        tokens.push({ kind: /\d/.test(one) ? 'number' : 'symbol', text: one, ...place() })
      advance(sign)
      continue
    }
    const mark = take(symbol)
    if (!mark) return misread(place(), unknown(text, at))
    const where = place()
    if (mark[0] in closing) open.push({ symbol: mark[0], place: where })
    if (mark[0] === ')' || mark[0] === ']') {
      const opened = open.pop()
      if (opened === undefined) {
        return misread(where, message('chalk-lexing.closes-nothing', { bracket: mark[0] }))
      }
      const expected = closing[opened.symbol] ?? ''
      if (expected !== mark[0]) {
        const { line, column } = opened.place
        const told = { found: mark[0], expected, opened: opened.symbol, line, column }
        return misread(where, message('chalk-lexing.other-bracket', told))
      }
    }
    push('symbol', mark[0])
  }
  const unclosed = open.at(-1)
  if (unclosed) {
    const { symbol: bracket, place: where } = unclosed
    const expected = closing[bracket] ?? ''
    return misread(where, message('chalk-lexing.never-closed', { bracket, expected }))
  }
  push('end', '')
  return { ok: true, tokens }
}

function unknown(text: string, at: number): Message {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (character === '!') return message('chalk-lexing.lone-exclamation-mark')
  const shown = showCharacter(character)
  if (isInvisible(character)) return message('chalk-lexing.invisible', { character: shown })
  return message('chalk-lexing.meaningless', { character: shown, advice: advice[character] ?? null })
}
