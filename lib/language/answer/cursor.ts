import type { Rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { readNumber, type Token } from '../lex'
import type { Lexeme } from './lexeme'
import { answerLimits } from './limits'
import { besideValue } from './refusals'

export interface Refusal {
  readonly message: Message
  readonly at: number
}

export function refused<T extends object>(read: T | Refusal): read is Refusal {
  return 'message' in read
}

/** An operator as it was typed, or one that was left out. */
export interface Sign {
  readonly text: string
  readonly at: number
}

/** A number as it was typed. */
interface WrittenNumber {
  readonly kind: 'number'
  readonly text: string
  readonly value: Rational
  readonly at: number
}

/** A place among the lexemes of a typed text, for recursive descent; refusals are passed up as values. */
export abstract class Cursor<M, Expr extends object> {
  protected place = 0
  private level = 0

  constructor(protected readonly lexemes: readonly Lexeme<M>[]) {}

  protected abstract product(): Expr | Refusal
  /** Reads what a sign stands before. */
  protected abstract power(): Expr | Refusal
  protected abstract negation(of: Expr, at: number): Expr
  protected abstract operation(sign: Sign, left: Expr, right: Expr): Expr

  whole(): Expr | Refusal {
    const expr = this.sum()
    if (refused(expr)) return expr
    const next = this.next
    if (next.kind === 'end') return expr
    const place = next.column
    if (next.text === ')') return this.refuse(message('answer.bracket-closes-nothing', { place }))
    if (next.text === ',') return this.refuse(message('answer.comma-unexpected', { place }))
    return this.refuse(besideValue(this.lexemes, this.place))
  }

  protected sum(): Expr | Refusal {
    let left = this.product()
    for (;;) {
      if (refused(left)) return left
      const sign = this.take('+', '-')
      if (!sign) return left
      left = this.joined(sign, left, this.product())
    }
  }

  /** A sign before a product binds tighter than the product, looser than a power: -2^2 is -4. */
  protected signed(): Expr | Refusal {
    if (this.take('+')) return this.deeper(() => this.signed())
    const minus = this.take('-')
    if (!minus) return this.power()
    const of = this.deeper(() => this.signed())
    return refused(of) ? of : this.negation(of, minus.at)
  }

  protected joined(sign: Sign, left: Expr, right: Expr | Refusal): Expr | Refusal {
    return refused(right) ? right : this.operation(sign, left, right)
  }

  protected get next(): Lexeme<M> {
    return this.lexemes[this.place] ?? this.end
  }

  private get end(): Lexeme<M> {
    return this.lexemes.at(-1) ?? { kind: 'end', text: '', at: 0, line: 1, column: 1 }
  }

  protected take(...spellings: string[]): Lexeme<M> | null {
    const token = this.next
    if (token.kind !== 'symbol' || !spellings.includes(token.text)) return null
    this.place += 1
    return token
  }

  protected refuse(message: Message, token: Token = this.next): Refusal {
    return { message, at: token.at }
  }

  /** The number that stands next. */
  protected number(token: Token): WrittenNumber | Refusal {
    const number = readNumber(token.text)
    if (!number.ok) return this.refuse(message('answer.simplify', { reason: number.message }))
    this.place += 1
    return { kind: 'number', text: token.text, value: number.value, at: token.at }
  }

  /** One level further in; the limit comes long before the stack's. */
  protected deeper<T extends object>(read: () => T | Refusal): T | Refusal {
    this.level += 1
    if (this.level > answerLimits.levels) {
      return this.refuse(message('answer.too-deep', { levels: answerLimits.levels }))
    }
    const result = read()
    this.level -= 1
    return result
  }

  /** What stands between brackets, the first of them taken already, with commas between. */
  protected listed(open: Token): Expr[] | Refusal {
    const items: Expr[] = []
    do {
      const item = this.deeper(() => this.sum())
      if (refused(item)) return item
      items.push(item)
    } while (this.take(','))
    return this.unclosed(open) ?? items
  }

  protected unclosed(open: Token): Refusal | null {
    if (this.take(')')) return null
    if (this.next.kind !== 'end' && this.next.text !== ',')
      return this.refuse(besideValue(this.lexemes, this.place))
    return this.refuse(message('answer.bracket-unclosed', { place: open.column }), open)
  }
}
