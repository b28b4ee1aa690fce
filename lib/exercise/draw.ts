import { isElement } from '@/lib/exact/atoms'
import { compareRational, type Rational, rational, shortest } from '@/lib/exact/rational'
import type { Shape } from '@/lib/exact/tensor'
import { unexpected } from '@/lib/language/fault'
import { type Phrase, startOf } from '@/lib/language/syntax/phrase'
import type { RandomPhrase } from '@/lib/language/syntax/random'
import type { Expr } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Draw } from './exercise'
import { constantOf, type Refusal, refuse, resolve, type Scope } from './resolve'
import { countOf, everyPoint, latticeOf, narrow } from './variant/lattice'

/** The right-hand side of a definition: an expression, or a draw beside an empty one. */
export interface Drawn {
  readonly ok: true
  readonly expr: Expr
  readonly shape: Shape
  readonly draw: Draw | null
}

/** A right-hand side as it was written; `phrase` is empty where there is a draw, or the shape of symbols. */
interface Written {
  readonly phrase: Phrase
  readonly draw: RandomPhrase | null
  readonly symbols?: Shape | null
}

export function readRight({ phrase, draw, symbols = null }: Written, scope: Scope): Drawn | Refusal {
  if (symbols !== null) return { ok: true, expr: [], shape: symbols, draw: null }
  if (draw !== null) return readDraw(draw, scope)
  const resolved = resolve(phrase, scope)
  return resolved.ok ? { ...resolved, draw: null } : resolved
}

/** Computes the bounds and the step of a `random` value: expressions of numbers alone, each one number. */
function readDraw({ shape, low, high, step, nonzero, place }: RandomPhrase, scope: Scope): Drawn | Refusal {
  const from = numberOf(low, message('expected.lowest-value'), scope)
  if ('ok' in from) return from
  const to = numberOf(high, message('expected.highest-value'), scope)
  if ('ok' in to) return to
  const by = step === null ? rational(1) : numberOf(step, message('expected.step'), scope)
  if ('ok' in by) return by
  if (step !== null && by.n <= 0n) {
    const found = message('found.step', { step: shortest(by) })
    return refuse(startOf(step), unexpected(found, message('expected.step-above-zero')))
  }
  if (compareRational(from, to) > 0) {
    const bounds = { low: shortest(from), high: shortest(to) }
    return refuse(startOf(low), message('draws.bounds-reversed', bounds))
  }
  const lattice = latticeOf(from, to, by)
  if (nonzero && countOf(narrow(lattice, everyPoint(lattice), '!=', rational(0))) === 0n) {
    return refuse(place, message('draws.only-zero'))
  }
  return { ok: true, expr: [], shape, draw: { lattice, high: to, nonzero, place } }
}

function numberOf(phrase: Phrase, expected: Message, scope: Scope): Rational | Refusal {
  const tensor = constantOf(phrase, scope)
  if ('ok' in tensor) return tensor
  const [value] = tensor.data
  if (tensor.shape.length === 0 && value !== undefined) {
    if (!isElement(value)) return value
    return refuse(startOf(phrase), unexpected(message('found.not-rational'), expected))
  }
  const found = message('found.tensor', { shape: tensor.shape })
  return refuse(startOf(phrase), unexpected(found, expected))
}
