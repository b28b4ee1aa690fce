import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { lex, readNumber, type Token } from '../lex'
import { Cursor, type Refusal, refused, type Sign } from './cursor'
import {
  type FormulaExpr,
  type FormulaFunction,
  type FormulaNames,
  type FormulaOperator,
  formulaFunctions,
} from './formula-expr'
import { mixedProducts } from './formula-refusals'
import { type FormulaMeaning, understandFormula } from './formula-words'
import { answerLimits } from './limits'
import { isLongerThan } from './read'
import { missing, twoReadings } from './refusals'

export type { FormulaExpr, FormulaNames } from './formula-expr'

export type FormulaRead = { ok: true; expr: FormulaExpr } | { ok: false; message: Message; at: number }

/**
 * Reads the matrix formula of a `formula` step, with Python's precedence and NumPy's operators; a product may go
 * without a sign. Never throws; the limits on length, depth and exponents are counted here. Shapes are not known
 * here.
 */
export function readFormula(text: string, names: FormulaNames): FormulaRead {
  if (isLongerThan(text, answerLimits.formulaCharacters)) {
    const most = answerLimits.formulaCharacters
    return { ok: false, message: message('formula-answer.too-long', { most }), at: 0 }
  }
  const lexed = lex(text, 'formula')
  if (!lexed.ok) return { ok: false, message: lexed.error.message, at: lexed.error.at }
  if (lexed.tokens.length === 1) return { ok: false, message: message('formula-answer.empty'), at: 0 }
  const expr = new FormulaParser(understandFormula(lexed.tokens, names)).whole()
  return refused(expr) ? { ok: false, ...expr } : { ok: true, expr }
}

type Read = FormulaExpr | Refusal

const transposes = ['.T', '.t', 'ᵀ', '⊤', "'"]

/** A multiple may be taken at any time, so it does not matter what it is written before. */
function isNumber(expr: FormulaExpr): boolean {
  if (expr.kind === 'negation') return isNumber(expr.of)
  return expr.kind === 'operation' ? isNumber(expr.left) && isNumber(expr.right) : expr.kind === 'number'
}

/** What a sign stands for; `·`, or no sign, for the product of matrices or a multiple. */
const operators: Readonly<Record<string, FormulaOperator>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '@': '@',
  '^': '^',
}

class FormulaParser extends Cursor<FormulaMeaning, FormulaExpr> {
  protected product(): Read {
    const start = this.place
    let left = this.signed()
    /** Places of the last `/`, and of the last `*` between two that are no numbers. */
    let slash: number | null = null
    let star: number | null = null
    for (;;) {
      if (refused(left)) return left
      const { place, lexemes, next } = this
      const sign = this.take('*', '/', '@', '·')
      const implicit = !sign && (next.kind === 'name' || next.text === '(')
      if (!sign && !implicit) return left
      if (star !== null && (implicit || sign?.text === '·'))
        return this.refuse(mixedProducts(lexemes, start, star, place), next)
      if (slash !== null && implicit) return this.refuse(twoReadings(lexemes, start, slash, place, ' '))
      const right: Read = sign ? this.signed() : this.power()
      if (refused(right)) return right
      slash = sign?.text === '/' ? place : null
      star = sign?.text === '*' && !isNumber(left) && !isNumber(right) ? place : null
      left = this.operation(sign ?? { text: '·', at: next.at }, left, right)
    }
  }

  /** An atom with the transposes and powers after it. */
  protected power(): Read {
    let base = this.atom()
    // Each mark is a level in the tree, if not in the text.
    for (let marks = 0; !refused(base); marks += 1) {
      if (marks >= answerLimits.levels) return this.refuse(message('formula-answer.too-many-marks'))
      const mark = this.take(...transposes)
      const sign = mark ? null : this.take('^')
      const transpose = mark ?? (sign && this.take('T', ...transposes))
      if (transpose) base = { kind: 'transpose', of: base, at: transpose.at }
      else if (sign) base = this.joined(sign, base, this.exponent())
      else return base
    }
    return base
  }

  private exponent(): Read {
    const open = this.take('(')
    const minus = this.take('-')
    const token = this.next
    const number = token.kind === 'number' ? readNumber(token.text) : null
    if (!number?.ok || number.value.d !== 1n)
      return this.refuse(message('formula-answer.exponent-not-integer'))
    if (number.value.n > BigInt(answerLimits.exponent))
      return this.refuse(message('answer.exponent-too-large', { most: answerLimits.exponent }))
    this.place += 1
    const size: FormulaExpr = { kind: 'number', text: token.text, value: number.value, at: token.at }
    const fault = open && this.unclosed(open)
    return fault ?? (minus ? { kind: 'negation', of: size, at: minus.at } : size)
  }

  private atom(): Read {
    const token = this.next
    const { meaning } = token
    if (token.kind === 'number') return this.number(token)
    if (meaning?.kind === 'refused') return this.refuse(meaning.message)
    if (meaning?.kind === 'function') return this.call(token, meaning.name)
    if (meaning) {
      this.place += 1
      return { kind: meaning.kind, name: meaning.name, at: token.at }
    }
    if (!this.take('(')) return this.refuse(missing(this.lexemes, this.place, 'name'))
    const inner = this.deeper(() => this.sum())
    return refused(inner) ? inner : (this.unclosed(token) ?? inner)
  }

  private call(token: Token, name: FormulaFunction): Read {
    this.place += 1
    const most = formulaFunctions[name]
    const told = { word: token.text, axis: most > 1 }
    const open = this.take('(')
    if (!open) return this.refuse(message('formula-answer.value-in-brackets', told), token)
    const args = this.listed(open)
    if (refused(args)) return args
    if (args.length > most) return this.refuse(message('formula-answer.call-is-written', told), token)
    const axis = args[1]
    if (axis && !(axis.kind === 'number' && /^[1-9]\d?$/.test(axis.text)))
      return { message: message('formula-answer.axis-not-counted'), at: axis.at }
    return { kind: 'call', name, args, at: token.at }
  }

  protected negation(of: FormulaExpr, at: number): FormulaExpr {
    return { kind: 'negation', of, at }
  }

  protected operation({ text, at }: Sign, left: FormulaExpr, right: FormulaExpr): FormulaExpr {
    return { kind: 'operation', operator: operators[text] ?? 'juxtaposed', left, right, at }
  }
}
