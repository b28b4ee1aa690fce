import { lex, readNumber, type Token } from '../lex'
import type { AnswerExpr, Operator } from './expr'
import { functionNamed, functions } from './functions'
import { answerLimits } from './limits'
import { besideNumber, missing, twoReadings, unknownName } from './refusals'

export type { AnswerExpr } from './expr'

export type AnswerRead = { ok: true; expr: AnswerExpr } | { ok: false; message: string; at: number }

/**
 * Reads what was typed into a cell. Python's precedence (`-x^2` is -(x^2), `^` groups to the right); a product may go
 * without a sign before a bracket or a name, but not right after a division, where it could be meant in two ways.
 * Never throws; the limits on length and depth are counted here, those on size by `answerValue`.
 */
export function readAnswer(text: string): AnswerRead {
  const length = text.length > 2 * answerLimits.characters ? text.length : [...text].length
  if (length > answerLimits.characters) {
    const message = `This is longer than the ${answerLimits.characters} characters that a cell takes. Simplify it.`
    return { ok: false, message, at: 0 }
  }
  const lexed = lex(text, 'answer')
  if (!lexed.ok) return { ok: false, message: lexed.error.message, at: lexed.error.at }
  if (lexed.tokens.length === 1)
    return { ok: false, message: 'This cell is empty. Type 0 if you mean zero.', at: 0 }
  const expr = new Reader(lexed.tokens).whole()
  return 'message' in expr ? { ok: false, ...expr } : { ok: true, expr }
}

export interface Refusal {
  readonly message: string
  readonly at: number
}

type Read = AnswerExpr | Refusal

function refused(read: Read): read is Refusal {
  return 'message' in read
}

/** Recursive descent over the tokens of one cell; a refusal is passed up as a value. */
class Reader {
  private place = 0
  private level = 0

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Read {
    const expr = this.sum()
    if (refused(expr)) return expr
    const next = this.next
    if (next.kind === 'end') return expr
    if (next.text === ')') return this.refuse(`The bracket ) at character ${next.column} closes nothing.`)
    if (next.text === ',') return this.refuse(`The comma at character ${next.column} is not expected there.`)
    return this.refuse(besideNumber(this.tokens, this.place))
  }

  private get next(): Token {
    return this.tokens[this.place] ?? this.end
  }

  private get end(): Token {
    return this.tokens.at(-1) ?? { kind: 'end', text: '', at: 0, line: 1, column: 1 }
  }

  private take(...spellings: string[]): Token | null {
    const token = this.next
    if (token.kind !== 'symbol' || !spellings.includes(token.text)) return null
    this.place += 1
    return token
  }

  private refuse(message: string, token: Token = this.next): Refusal {
    return { message, at: token.at }
  }

  /** One level further in; the limit comes long before the stack's. */
  private deeper(read: () => Read): Read {
    this.level += 1
    if (this.level > answerLimits.levels) {
      return this.refuse(`This is nested deeper than ${answerLimits.levels} levels. Simplify it.`)
    }
    const result = read()
    this.level -= 1
    return result
  }

  private sum(): Read {
    let left = this.product()
    for (;;) {
      if (refused(left)) return left
      const sign = this.take('+', '-')
      if (!sign) return left
      left = operation(sign, left, this.product())
    }
  }

  private product(): Read {
    const start = this.place
    let left = this.signed()
    let slash: number | null = null
    for (;;) {
      if (refused(left)) return left
      const sign = this.take('*', '/')
      if (sign) {
        slash = sign.text === '/' ? this.place - 1 : null
        left = operation(sign, left, this.signed())
        continue
      }
      const next = this.next
      if (next.kind !== 'name' && next.text !== '(' && next.text !== '√') return left
      if (slash !== null) return this.refuse(twoReadings(this.tokens, start, slash, this.place))
      left = operation({ text: '*', at: next.at }, left, this.power())
    }
  }

  private signed(): Read {
    if (this.take('+')) return this.deeper(() => this.signed())
    const minus = this.take('-')
    if (!minus) return this.power()
    const of = this.deeper(() => this.signed())
    return refused(of) ? of : { kind: 'negation', of, at: minus.at }
  }

  private power(): Read {
    const base = this.atom()
    if (refused(base)) return base
    const sign = this.take('^')
    return sign
      ? operation(
          sign,
          base,
          this.deeper(() => this.signed()),
        )
      : base
  }

  private atom(): Read {
    const token = this.next
    if (token.kind === 'number') {
      const number = readNumber(token.text)
      if (!number.ok) return this.refuse(`${number.message}. Simplify it.`)
      this.place += 1
      return { kind: 'number', text: token.text, value: number.value, at: token.at }
    }
    if (token.kind === 'name' || token.text === '√') return this.call(token)
    if (!this.take('(')) return this.refuse(missing(this.tokens, this.place))
    const inner = this.deeper(() => this.sum())
    return refused(inner) ? inner : (this.unclosed(token) ?? inner)
  }

  private call(token: Token): Read {
    const name = functionNamed(token.text)
    if (name === null) return this.refuse(unknownName(this.tokens, this.place))
    this.place += 1
    const { arity } = functions[name]
    const open = this.take('(')
    const form = `${name}(${arity === 1 ? '…' : '…, …'})`
    if (!open)
      return this.refuse(`${name} takes its ${arity === 1 ? 'value' : 'values'} in brackets: ${form}.`, token)
    const args: AnswerExpr[] = []
    do {
      const arg = this.deeper(() => this.sum())
      if (refused(arg)) return arg
      args.push(arg)
    } while (this.take(','))
    const fault = this.unclosed(open)
    if (fault) return fault
    if (args.length === arity) return { kind: 'call', name, args, at: token.at }
    const point = args.length > arity ? ' Here a comma parts two values; write decimals with a point.' : ''
    return this.refuse(`${name} takes ${arity === 1 ? 'one value' : 'two values'}: ${form}.${point}`, token)
  }

  private unclosed(open: Token): Refusal | null {
    if (this.take(')')) return null
    if (this.next.kind !== 'end' && this.next.text !== ',')
      return this.refuse(besideNumber(this.tokens, this.place))
    return this.refuse(`The bracket ( at character ${open.column} is not closed. Add a ).`, open)
  }
}

/** `operator` is one of the five symbols: the callers took it as such. */
function operation(operator: { text: string; at: number }, left: AnswerExpr, right: Read): Read {
  if (refused(right)) return right
  return { kind: 'operation', operator: operator.text as Operator, left, right, at: operator.at }
}
