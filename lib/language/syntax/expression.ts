import { rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type CallForm, calls } from '../calls'
import { readNumber, type Token } from '../lex'
import { sourceLimits } from '../limits'
import { type Cursor, placeOfToken } from './cursor'
import type { Phrase, PhraseItem } from './phrase'
import { readShape } from './shape'
import { reservedWords } from './words'

const sums: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'subtract'],
])
const products: ReadonlyMap<string, string> = new Map([
  ['*', 'multiply'],
  ['/', 'divide'],
  ['@', 'matmul'],
])

/** Words that belong in one place only, with what is said where they stand elsewhere. */
const misplaced: ReadonlyMap<string, Message> = new Map([
  ['random', message('syntax.random-misplaced')],
  ['count', message('syntax.count-misplaced')],
])

/** Reads one expression, with Python's precedence. Null where it is wrong: the cursor then holds the error. */
export function readExpression(cursor: Cursor): Phrase | null {
  return new ExpressionReader(cursor).whole()
}

/** Every rule gives the place of its item in the phrase, or null after an error. */
export class ExpressionReader {
  private items: PhraseItem[] = []
  private level = 0

  constructor(protected readonly cursor: Cursor) {}

  whole(): Phrase | null {
    return this.sum() === null ? null : this.items
  }

  protected sum(): number | null {
    return this.operations(sums, () => this.product())
  }

  private product(): number | null {
    return this.operations(products, () => this.signed())
  }

  /** Operands with operators between them, from the left. It loops, so that a long sum costs no depth. */
  private operations(operators: ReadonlyMap<string, string>, operand: () => number | null): number | null {
    let left = operand()
    while (left !== null) {
      const { token } = this.cursor
      const op = token.kind === 'symbol' ? operators.get(token.text) : undefined
      if (op === undefined) return left
      this.cursor.advance()
      const right = operand()
      left = right === null ? null : this.apply(op, token, [left, right])
    }
    return null
  }

  /** A sign binds less than a power and more than a product: `-x^2` is `-(x^2)`. */
  private signed(): number | null {
    const { token } = this.cursor
    if (this.cursor.take('+')) return this.deeper(token, () => this.signed())
    if (!this.cursor.take('-')) return this.raised()
    const operand = this.deeper(token, () => this.signed())
    return operand === null ? null : this.apply('negate', token, [operand], [], token.at)
  }

  private raised(): number | null {
    const base = this.primary()
    const { token } = this.cursor
    if (base === null || !this.cursor.take('^')) return base
    const exponent = this.deeper(token, () => this.aside(() => this.signed()))
    return exponent === null ? null : this.apply('power', token, [base], [exponent])
  }

  private primary(): number | null {
    let item = this.atom()
    while (item !== null) {
      const { token } = this.cursor
      if (this.cursor.is('.')) {
        this.cursor.advance()
        if (!this.cursor.is('T')) return this.refuse(message('expected.transpose'))
        this.cursor.advance()
        item = this.apply('transpose', token, [item])
      } else if (this.cursor.take('[')) {
        const index = this.deeper(token, () => this.listed(']', () => this.aside(() => this.sum())))
        item = index === null ? null : this.apply('entry', token, [item], index)
      } else return item
    }
    return null
  }

  private atom(): number | null {
    const { cursor } = this
    const { token } = cursor
    if (token.kind === 'number') return this.number(token)
    if (token.kind === 'name') return this.word(token)
    if (cursor.take('(')) {
      const inner = this.deeper(token, () => this.sum())
      return inner !== null && cursor.expect(')') ? this.widen(inner, token) : null
    }
    if (cursor.take('[')) {
      if (cursor.is(']')) return this.refuse(message('expected.entry'))
      const entries = this.deeper(token, () => this.listed(']', () => this.sum()))
      return entries === null ? null : this.apply('stack', token, entries, [], token.at)
    }
    return this.refuse(message('expected.operand'))
  }

  private number(token: Token): number | null {
    const read = readNumber(token.text)
    if (!read.ok) {
      this.cursor.fail(read.message)
      return null
    }
    this.cursor.advance()
    const { value } = read
    return this.push({ kind: 'number', value, text: token.text, ...this.span(token, token.at) })
  }

  protected word(token: Token): number | null {
    const { cursor } = this
    const name = token.text.normalize('NFC')
    const trouble = misplaced.get(name)
    if (trouble !== undefined) return this.stop(trouble)
    const form = calls.get(name)
    if (form !== undefined) {
      cursor.advance()
      if (!cursor.is('(')) return this.refuse(message('expected.call', { word: name, usages: form.usages }))
      return this.call(name, form, token)
    }
    if (name === 'e' || name === 'T' || (reservedWords as readonly string[]).includes(name)) {
      return this.refuse(message('expected.operand-not-reserved', { word: name }))
    }
    cursor.advance()
    if (cursor.is('(')) return this.refuse(message('expected.operator-no-function', { name }))
    return this.push({ kind: 'name', name, ...this.span(token, token.at) })
  }

  private call(op: string, form: CallForm, token: Token): number | null {
    const inputs: number[] = []
    const settings: Phrase[] = []
    const mostInputs = form.mostInputs ?? form.inputs
    this.cursor.advance()
    if (this.cursor.is(')')) return this.refuse(message('expected.argument', { usages: form.usages }))
    const listed = this.deeper(token, () =>
      this.listed(')', () => {
        if (inputs.length === mostInputs) {
          const read = form.settings === 'shape' ? this.lengths() : this.setting()
          if (read !== null) settings.push(...read)
          return read
        }
        const argument = this.sum()
        if (argument !== null) inputs.push(argument)
        return argument
      }),
    )
    if (listed === null) return null
    const { least, most } = form.settings === 'shape' ? { least: 1, most: 1 } : form.settings
    const count = listed.length
    if (count < form.inputs + least || count > mostInputs + most) {
      const said = { word: token.text, count, usages: form.usages }
      this.cursor.fail(message('syntax.arguments', said), token)
      return null
    }
    return this.apply(op, token, inputs, settings, token.at)
  }

  private setting(): Phrase[] | null {
    const setting = this.aside(() => this.sum())
    return setting === null ? null : [setting]
  }

  /** A shape such as `2x3`: each length a phrase. */
  private lengths(): Phrase[] | null {
    const { token } = this.cursor
    const shape = readShape(this.cursor)
    if (shape === null) return null
    const span = this.span(token, token.at)
    return shape.map(length => [{ kind: 'number', value: rational(length), text: `${length}`, ...span }])
  }

  /** Items parted by commas up to a closing bracket, at least one; a comma may end them. */
  private listed<T>(closing: ')' | ']', item: () => T | null): T[] | null {
    const list: T[] = []
    for (;;) {
      const read = item()
      if (read === null) return null
      list.push(read)
      if (this.cursor.take(closing)) return list
      if (!this.cursor.take(',')) return this.refuse(message('expected.comma-or-closing', { closing }))
      if (this.cursor.take(closing)) return list
    }
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

  private push(item: PhraseItem): number {
    return this.items.push(item) - 1
  }

  /** A piece in brackets is quoted with its brackets. */
  private widen(place: number, opening: Token): number {
    const item = this.items[place]
    if (item !== undefined) this.items[place] = { ...item, from: opening.at, to: this.end() }
    return place
  }

  private span(token: Token, from: number) {
    return { place: placeOfToken(token), from, to: this.end() }
  }

  private end(): number {
    const { before } = this.cursor
    return before.at + before.text.length
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
