import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type ChalkFault, faultAt, unexpected } from '../fault'
import type { Token } from '../lex'
import type { Place } from '../place'

/** How a token is told to people. */
export function foundToken({ kind, text }: Token): Message {
  if (kind === 'newline' || kind === 'end') return message('found.end-of-line')
  if (kind === 'string') return message('found.string')
  return message('found.token', { token: text.length <= 24 ? text : `${text.slice(0, 21)}…` })
}

export function placeOfToken({ line, column }: Token): Place {
  return { line, column }
}

/** Walks the tokens of one statement. The first error ends the statement, because more errors would follow from it. */
export class Cursor {
  private next = 0
  error: ChalkFault | null = null

  /** `tokens` end with the token that ends the statement: a newline or the end of the file. */
  constructor(
    private readonly tokens: readonly Token[],
    readonly source: string,
  ) {}

  get token(): Token {
    return this.peek(0)
  }

  /** The token `ahead` of the current one; past the end, the one that ends the statement. */
  peek(ahead: number): Token {
    const token = this.tokens[Math.min(this.next + ahead, this.tokens.length - 1)]
    if (token === undefined) throw new RangeError('a statement without tokens')
    return token
  }

  /** The token just taken. */
  get before(): Token {
    return this.peek(-1)
  }

  get atEnd(): boolean {
    return this.next >= this.tokens.length - 1
  }

  advance(): Token {
    const { token } = this
    if (!this.atEnd) this.next += 1
    return token
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return (token.kind === 'symbol' || token.kind === 'name') && token.text === text
  }

  /** Takes the token if it is this symbol or word. */
  take(text: string): boolean {
    if (!this.is(text)) return false
    this.advance()
    return true
  }

  /** Records an error; always false, so that a rule can return it. */
  fail(message: Message, at: Token | Place = this.token): false {
    this.error ??= faultAt(at, message)
    return false
  }

  /** What is expected at the current token, with what stands there instead. */
  expected(expected: Message, found = foundToken(this.token)): false {
    return this.fail(unexpected(found, expected))
  }

  expect(text: string): boolean {
    return this.take(text) || this.expected(message('expected.token', { token: text }))
  }

  /** A node's name, in one spelling whatever the keyboard made of its accents. */
  name(what: Message): string | null {
    if (this.token.kind !== 'name') {
      this.expected(what)
      return null
    }
    return this.advance().text.normalize('NFC')
  }

  string(what: Message): string | null {
    if (this.token.kind !== 'string') {
      this.expected(what)
      return null
    }
    return this.advance().value ?? ''
  }

  /** A number in this form, at most `most`; null where there is none. */
  numberUpTo(most: number, form: RegExp, what: Message): number | null {
    const { kind, text } = this.token
    const value = Number(text)
    if (kind !== 'number' || !form.test(text) || value > most) {
      this.expected(what)
      return null
    }
    this.advance()
    return value
  }

  finish(): boolean {
    return this.atEnd || this.expected(message('found.end-of-line'))
  }
}
