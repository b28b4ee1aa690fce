import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { calls } from '../calls'
import { readNumber, type Token } from '../lex'
import { CallReader } from './call'
import type { Cursor } from './cursor'
import { calledBy, isModule, usagesMeant } from './habits'
import type { Phrase } from './phrase'
import { reservedWords } from './words'

const sums: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'subtract'],
])
/** A sign of multiplication that says nothing of matrices; it takes a scalar on one side. */
const times = 'times'
const products: ReadonlyMap<string, string> = new Map([
  ['*', 'multiply'],
  ['·', times],
  ['×', times],
  ['/', 'divide'],
  ['@', 'matmul'],
])

/** Comparisons in an expression: masks of 0 and 1. */
const masks: ReadonlyMap<string, string> = new Map([
  ['==', 'equal'],
  ['!=', 'unequal'],
  ['<', 'less'],
  ['<=', 'less_equal'],
  ['>', 'greater'],
  ['>=', 'greater_equal'],
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

/** The grammar of expressions, from what binds weakest on. */
export class ExpressionReader extends CallReader {
  whole(): Phrase | null {
    return this.expression() === null ? null : this.items
  }

  /** A sum, or a comparison of two. */
  protected expression(): number | null {
    const left = this.sum()
    const { token } = this.cursor
    const op = token.kind === 'symbol' ? masks.get(token.text) : undefined
    if (left === null || op === undefined) return left
    this.cursor.advance()
    const right = this.sum()
    if (right === null) return null
    const next = this.cursor.token
    if (masks.has(next.text)) return this.stop(message('syntax.chained', { token: next.text }))
    return this.apply(op, token, [left, right])
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
    if (this.cursor.is('T')) return this.stop(message('syntax.power-of-t'))
    const exponent = this.deeper(token, () => this.aside(() => this.signed()))
    return exponent === null ? null : this.apply('power', token, [base], [exponent])
  }

  private primary(): number | null {
    let item = this.atom()
    while (item !== null) {
      const { token } = this.cursor
      if (this.cursor.is('.')) {
        this.cursor.advance()
        item = this.transposed(item, token)
      } else if (this.cursor.take('[')) {
        const index = this.deeper(token, () => this.listed(']', () => this.index()))
        item = index === null ? null : this.indexed(item, token, index)
      } else return item
    }
    return null
  }

  /** What follows a point: `T`, or `t()` as PyTorch has it. Functions are no methods here. */
  private transposed(item: number, token: Token): number | null {
    const { cursor } = this
    if (cursor.is('t') && cursor.is('(', 1) && cursor.is(')', 2)) {
      cursor.advance()
      cursor.advance()
    } else if (!cursor.is('T')) {
      const usages = cursor.is('(', 1) ? usagesMeant(cursor.token.text) : null
      if (usages === null) return this.refuse(message('expected.transpose'))
      return this.stop(message('syntax.no-method', { name: cursor.token.text, usages }))
    }
    cursor.advance()
    return this.apply('transpose', token, [item])
  }

  private atom(): number | null {
    const { cursor } = this
    const { token } = cursor
    if (token.kind === 'number') return this.number(token)
    if (token.kind === 'name') return this.word(token)
    if (cursor.take('(')) {
      const inner = this.deeper(token, () => this.expression())
      return inner !== null && this.closed() ? this.widen(inner, token) : null
    }
    if (cursor.take('[')) {
      if (cursor.is(']')) return this.refuse(message('expected.entry'))
      const entries = this.deeper(token, () => this.listed(']', () => this.expression()))
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
    if (token.value !== undefined) return this.constant(token, token.value)
    const name = token.text.normalize('NFC')
    const trouble = misplaced.get(name)
    if (trouble !== undefined) return this.stop(trouble)
    if (isModule(name) && cursor.is('.', 1) && !/^t$/i.test(cursor.peek(2).text)) return this.ofModule()
    const called = cursor.is('(', 1)
    const word = called ? calledBy(name) : name
    const form = calls.get(word)
    if (form !== undefined && (called || form.free !== true)) {
      cursor.advance()
      if (called) return this.call(word, form, token)
      return this.refuse(message('expected.call', { word: name, usages: form.usages }))
    }
    if (name === 'e' || name === 'T' || (reservedWords as readonly string[]).includes(name)) {
      return this.refuse(message('expected.operand-not-reserved', { word: name }))
    }
    const usages = called ? usagesMeant(name) : null
    if (usages !== null) return this.stop(message('syntax.no-function', { name, usages }))
    cursor.advance()
    if (cursor.is('(')) return this.refuse(message('expected.operator-no-function', { name }))
    return this.push({ kind: 'name', name, ...this.span(token, token.at) })
  }

  /** A number with a name. */
  private constant(token: Token, name: string): number | null {
    this.cursor.advance()
    if (this.cursor.is('(')) return this.refuse(message('expected.operator-no-function', { name }))
    return this.apply(name, token, [], [], token.at)
  }

  /** `np.dot`, `torch.nn.functional.relu`: functions stand alone here. */
  private ofModule(): null {
    const { cursor } = this
    const { token } = cursor
    const words: string[] = [cursor.advance().text]
    while (cursor.is('.') && cursor.peek(1).kind === 'name') {
      cursor.advance()
      words.push(cursor.advance().text)
    }
    const usages = usagesMeant(words.at(-1) ?? '') ?? []
    cursor.fail(message('syntax.module', { name: words.join('.'), usages }), token)
    return null
  }
}
