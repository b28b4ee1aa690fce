import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Token } from '../lex'
import { sourceLimits } from '../limits'
import { type Cursor, placeOfToken } from './cursor'
import type { Phrase, PhraseItem } from './phrase'

/** Puts the items of phrases together; every rule gives the place of its item in the phrase, or null after an error. */
export class ItemReader {
  protected items: PhraseItem[] = []
  private level = 0

  constructor(protected readonly cursor: Cursor) {}

  /** Items parted by commas up to a closing bracket, at least one; a comma may end them. */
  protected listed<T>(closing: ')' | ']', item: () => T | null): T[] | null {
    const list: T[] = []
    for (;;) {
      const read = item()
      if (read === null) return null
      list.push(read)
      if (this.cursor.take(closing)) return list
      if (this.cursor.token.kind === 'name') return this.refuse(message('expected.operator'))
      if (!this.cursor.take(',')) return this.refuse(message('expected.comma-or-closing', { closing }))
      if (this.cursor.take(closing)) return list
    }
  }

  /** Takes the bracket behind an expression. */
  protected closed(): boolean {
    if (this.cursor.token.kind === 'name') return this.cursor.expected(message('expected.operator'))
    return this.cursor.expect(')')
  }

  /** A separate phrase for an exponent, an index or an axis, which is no input. */
  protected aside(rule: () => number | null): Phrase | null {
    const around = this.items
    this.items = []
    const done = rule()
    const phrase = this.items
    this.items = around
    return done === null ? null : phrase
  }

  protected deeper<T>(token: Token, rule: () => T | null): T | null {
    if (this.level >= sourceLimits.levels) {
      this.cursor.fail(message('syntax.too-deep', { levels: sourceLimits.levels }), token)
      return null
    }
    this.level += 1
    const result = rule()
    this.level -= 1
    return result
  }

  protected apply(
    op: string,
    token: Token,
    inputs: readonly number[],
    settings: readonly Phrase[] = [],
    from = this.items[inputs[0] ?? 0]?.from ?? token.at,
  ): number {
    return this.push({ kind: 'apply', op, inputs, settings, ...this.span(token, from) })
  }

  protected push(item: PhraseItem): number {
    return this.items.push(item) - 1
  }

  /** A piece in brackets is quoted with its brackets. */
  protected widen(place: number, opening: Token): number {
    const item = this.items[place]
    if (item !== undefined) this.items[place] = { ...item, from: opening.at, to: this.end() }
    return place
  }

  protected span(token: Token, from: number) {
    return { place: placeOfToken(token), from, to: this.end() }
  }

  private end(): number {
    const { before } = this.cursor
    return before.at + (before.width ?? before.text.length)
  }

  protected refuse(expected: Message): null {
    this.cursor.expected(expected)
    return null
  }

  protected stop(message: Message): null {
    this.cursor.fail(message)
    return null
  }
}
