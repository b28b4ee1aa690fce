import type { Rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { fractionOf, type Token } from '../lex'
import { Cursor, type Refusal, refused, type Sign } from './cursor'
import type { AnswerExpr, Operator } from './expr'
import { type FunctionName, functions, takesNext } from './functions'
import type { Meaning } from './lexeme'
import { bareReadings, missing, powerOfBare, twoExponents, twoReadings } from './refusals'

type Read = AnswerExpr | Refusal

/**
 * Something that ends without a bracket, so that a factor right after it could belong inside: the value of `ln 2`, or
 * the exponent of `e^2`. `from` is where the whole begins, and `part` where the value or the exponent begins.
 */
interface Edge {
  readonly kind: 'bare' | 'exponent'
  readonly from: number
  readonly part: number
}

/** Recursive descent over the words of one cell. */
export class Parser extends Cursor<Meaning, AnswerExpr> {
  /** The open end of what was read last, if it has one. */
  private edge: Edge | null = null

  protected product(): Read {
    const start = this.place
    let left = this.signed()
    let slash: number | null = null
    for (;;) {
      if (refused(left)) return left
      const sign = this.take('*', '/')
      if (sign) {
        slash = sign.text === '/' ? this.place - 1 : null
        left = this.joined(sign, left, this.signed())
        continue
      }
      const next = this.next
      if (next.kind !== 'name' && next.text !== '(' && next.text !== '√') return left
      const { lexemes, place, edge } = this
      if (slash !== null) return this.refuse(twoReadings(lexemes, start, slash, place))
      if (edge?.kind === 'bare') return this.refuse(bareReadings(lexemes, edge.from, edge.part, place))
      if (edge) return this.refuse(twoExponents(lexemes, edge.from, edge.part, place))
      left = this.joined({ text: '*', at: next.at }, left, this.power())
    }
  }

  protected power(): Read {
    const from = this.place
    const base = this.atom()
    if (refused(base)) return base
    const { edge } = this
    const sign = this.take('^')
    if (!sign) return base
    if (edge) return this.refuse(powerOfBare(this.lexemes, edge.from, edge.part, this.place), sign)
    const part = this.place
    const exponent = this.deeper(() => this.signed())
    // Only an exponent of e is open: with any other base, everyone reads x^2y as x^2 times y.
    const isE = base.kind === 'constant' && base.name === 'e'
    const open = isE && this.lexemes[this.place - 1]?.text !== ')'
    this.edge = open ? { kind: 'exponent', from, part } : this.edge
    return this.joined(sign, base, exponent)
  }

  private atom(): Read {
    const token = this.next
    const { meaning } = token
    this.edge = null
    const fraction = token.kind === 'number' ? fractionOf(token.text) : null
    if (fraction) {
      this.place += 1
      return quotient(fraction, token.at)
    }
    if (token.kind === 'number') return this.number(token)
    if (meaning?.kind === 'refused') return this.refuse(meaning.message)
    if (meaning?.kind === 'function') return this.call(token, meaning.name)
    if (meaning) {
      this.place += 1
      return meaning.kind === 'symbol'
        ? { kind: 'symbol', name: meaning.name, at: token.at }
        : { kind: 'constant', name: meaning.name, at: token.at }
    }
    if (!this.take('(')) return this.refuse(missing(this.lexemes, this.place, 'number'))
    const inner = this.deeper(() => this.sum())
    this.edge = null
    return refused(inner) ? inner : (this.unclosed(token) ?? inner)
  }

  private call(token: Token, name: FunctionName): Read {
    const from = this.place
    this.place += 1
    const { arity } = functions[name]
    const open = this.take('(')
    const word = token.text
    if (!open) {
      if (takesNext(name) && (this.next.kind === 'number' || this.next.meaning)) return this.bare(from, name)
      return this.refuse(message('answer.values-in-brackets', { word, values: arity }), token)
    }
    const args = this.listed(open)
    this.edge = null
    if (refused(args)) return args
    if (args.length === arity) return { kind: 'call', name, args, at: token.at }
    const tooMany = args.length > arity
    return this.refuse(message('answer.count-of-values', { word, values: arity, tooMany }), token)
  }

  /** `ln 2`, `√x11`, `ln √2`: a function of the next number or name, the function's word taken already. */
  private bare(from: number, name: FunctionName): Read {
    const at = this.lexemes[from]?.at ?? 0
    const part = this.place
    const arg = this.deeper(() => this.atom())
    if (refused(arg)) return arg
    this.edge = { kind: 'bare', from, part }
    return { kind: 'call', name, args: [arg], at }
  }

  protected negation(of: AnswerExpr, at: number): AnswerExpr {
    return { kind: 'negation', of, at }
  }

  /** The sign is one of the five: it was taken as such. */
  protected operation({ text, at }: Sign, left: AnswerExpr, right: AnswerExpr): AnswerExpr {
    return { kind: 'operation', operator: text as Operator, left, right, at }
  }
}

/** `½` and `0.(3)` are divisions, as they are shown; none is a decimal, whatever a step rounds to. */
function quotient([above, below]: readonly [Rational, Rational], at: number): AnswerExpr {
  const left = integer(above, at)
  return below.n === 1n ? left : { kind: 'operation', operator: '/', left, right: integer(below, at), at }
}

function integer(value: Rational, at: number): AnswerExpr {
  return { kind: 'number', text: String(value.n), value, at }
}
