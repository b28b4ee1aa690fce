import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { CallForm } from '../calls'
import { lex, readNumber, type Token } from '../lex'
import { Cursor, type Refusal, refused, type Sign } from './cursor'
import { comparisonSigns, type FormulaExpr, type FormulaNames, type FormulaOperator } from './formula-expr'
import { argumentsOf, formulaFunctions, takesAxis } from './formula-functions'
import { isMethod, methodHere, mixedProducts } from './formula-refusals'
import { type FormulaMeaning, understandFormula } from './formula-words'
import { answerLimits } from './limits'
import { isLongerThan } from './read'
import { missing, twoExponents, twoReadings } from './refusals'

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

/** An axis counts from 1; other integers, such as the padding of a convolution, from 0. */
function isInteger(expr: FormulaExpr, axis: boolean): boolean {
  return expr.kind === 'number' && (axis ? /^[1-9]\d?$/ : /^\d{1,4}$/).test(expr.text)
}

/** What a sign stands for; `·`, or no sign, for the product of matrices or a multiple. */
const operators: Readonly<Record<string, FormulaOperator>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '@': '@',
  '^': '^',
  ...Object.fromEntries(comparisonSigns.map(sign => [sign, sign])),
}

class FormulaParser extends Cursor<FormulaMeaning, FormulaExpr> {
  /** A sum, or a comparison of two, which binds weaker. */
  protected override sum(): Read {
    const left = super.sum()
    const sign = refused(left) ? null : this.take(...comparisonSigns)
    if (refused(left) || !sign) return left
    const right = super.sum()
    const more = this.next
    if (!refused(right) && (comparisonSigns as readonly string[]).includes(more.text)) {
      return this.refuse(message('formula-answer.chained', { sign: more.text, place: more.column }))
    }
    return this.joined(sign, left, right)
  }

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
      const mixed =
        star !== null && (implicit || sign?.text === '·') ? mixedProducts(lexemes, start, star, place) : null
      // What stands in brackets may be a factor entry by entry, which the shapes decide: `h * h(1 - h)`.
      const isGroup = next.text === '(' || next.meaning?.kind === 'function'
      if (mixed && !isGroup) return this.refuse(mixed, next)
      if (slash !== null && implicit) return this.refuse(twoReadings(lexemes, start, slash, place, ' '))
      const right: Read = sign ? this.signed() : this.power()
      if (refused(right)) return right
      slash = sign?.text === '/' ? place : null
      star = sign?.text === '*' && !isNumber(left) && !isNumber(right) ? place : null
      left = this.operation(sign ?? { text: '·', at: next.at }, left, right)
      if (mixed && left.kind === 'operation') left = { ...left, mixed }
    }
  }

  /** An atom with the transposes and powers after it. */
  protected power(): Read {
    let base = this.atom()
    // Each mark is a level in the tree, if not in the text.
    for (let marks = 0; !refused(base); marks += 1) {
      if (marks >= answerLimits.levels) return this.refuse(message('formula-answer.too-many-marks'))
      const { next, lexemes, place } = this
      const isCall = lexemes[place + 1]?.text === '(' && lexemes[place + 2]?.text === ')'
      if (isMethod(next) && (next.text !== '.t' || isCall)) return this.refuse(methodHere(lexemes, place))
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
    if (meaning?.kind === 'constant' && meaning.name === 'pi') {
      this.place += 1
      return { kind: 'call', name: 'pi', args: [], at: token.at }
    }
    if (meaning?.kind === 'constant') return this.exponential(token)
    if (meaning) {
      this.place += 1
      return { kind: meaning.kind, name: meaning.name, at: token.at }
    }
    if (!this.take('(')) return this.refuse(missing(this.lexemes, this.place, 'name'))
    const inner = this.deeper(() => this.sum())
    return refused(inner) ? inner : (this.unclosed(token) ?? inner)
  }

  /** `e^(-z)`, `e^z`. What follows an exponent without brackets could belong to it. */
  private exponential(token: Token): Read {
    const from = this.place
    this.place += 1
    if (!this.take('^')) return this.refuse(missing(this.lexemes, this.place, 'name'))
    const part = this.place
    const exponent = this.deeper(() => this.signed())
    if (refused(exponent)) return exponent
    const { next, place, lexemes } = this
    const open = lexemes[part]?.text !== '('
    if (open && (next.kind === 'name' || next.text === '('))
      return this.refuse(twoExponents(lexemes, from, part, place), next)
    return { kind: 'call', name: 'exp', args: [exponent], at: token.at }
  }

  private call(token: Token, name: string): Read {
    this.place += 1
    const form = formulaFunctions.get(name)
    if (form === undefined) return this.refuse(missing(this.lexemes, this.place, 'name'), token)
    const { least, most, tensors } = argumentsOf(form)
    const slope = this.take("'") !== null
    const open = this.take('(')
    const usages = form.usages
    if (!open) {
      const said =
        most === 1 || (takesAxis(form) && least === 1)
          ? message('formula-answer.value-in-brackets', { word: token.text, axis: most > 1 })
          : message('formula-answer.values-in-brackets', { word: token.text, usages })
      return this.refuse(said, token)
    }
    const args = this.arguments(open, form)
    if (refused(args)) return args
    if (args.length > most || args.length < least) {
      const said =
        takesAxis(form) && least === 1
          ? message('formula-answer.call-is-written', { word: token.text, axis: most > 1 })
          : message('formula-answer.called-so', { word: token.text, usages })
      return this.refuse(said, token)
    }
    const axis = takesAxis(form)
    const odd = args.slice(tensors).find(arg => !isInteger(arg, axis))
    if (odd) {
      const said = axis ? message('formula-answer.axis-not-counted') : message('formula-answer.not-whole')
      return { message: said, at: odd.at }
    }
    return { kind: 'call', name, args, at: token.at, ...(slope && { slope }) }
  }

  /** What stands between brackets; behind the tensors perhaps a shape such as `2x3`, as its lengths. */
  private arguments(open: Token, form: CallForm): FormulaExpr[] | Refusal {
    const items: FormulaExpr[] = []
    do {
      const isShape = form.settings === 'shape' && items.length >= form.inputs
      const item = isShape ? this.lengths() : this.deeper(() => this.sum())
      if (refused(item)) return item
      items.push(...[item].flat())
    } while (this.take(','))
    return this.unclosed(open) ?? items
  }

  /** The lexer sees `2x3` as the number 2 and the word x3. */
  private lengths(): FormulaExpr[] | Refusal {
    const items: FormulaExpr[] = []
    let { text } = this.next
    const { at } = this.next
    for (let more = true; more; ) {
      this.place += 1
      const { next } = this
      more = next.kind === 'name' && /^(?:x\d+)+$/.test(next.text)
      if (more) text += next.text
    }
    for (const length of text.split('x')) {
      const number = readNumber(length)
      if (!number.ok) return { message: message('formula-answer.not-whole'), at }
      items.push({ kind: 'number', text: length, value: number.value, at })
    }
    return items
  }

  protected negation(of: FormulaExpr, at: number): FormulaExpr {
    return { kind: 'negation', of, at }
  }

  protected operation({ text, at }: Sign, left: FormulaExpr, right: FormulaExpr): FormulaExpr {
    return { kind: 'operation', operator: operators[text] ?? 'juxtaposed', left, right, at }
  }
}
