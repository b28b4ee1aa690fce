import { isElement } from '@/lib/exact/atoms'
import { compareRational, type Rational, rational, shortest } from '@/lib/exact/rational'
import { type Shape, showShape } from '@/lib/exact/tensor'
import type { Expr } from '@/lib/network'
import type { Draw } from './exercise'
import { constantOf, type Refusal, refuse, resolve, type Scope } from './resolve'
import { type Phrase, startOf } from './syntax/phrase'
import type { RandomPhrase } from './syntax/random'
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
  const from = numberOf(low, 'a lowest value', scope)
  if ('ok' in from) return from
  const to = numberOf(high, 'a highest value', scope)
  if ('ok' in to) return to
  const by = step === null ? rational(1) : numberOf(step, 'a step', scope)
  if ('ok' in by) return by
  if (step !== null && by.n <= 0n) {
    return refuse(startOf(step), `found the step ${shortest(by)}, expected a step above 0`)
  }
  if (compareRational(from, to) > 0) {
    return refuse(
      startOf(low),
      `${shortest(from)} is above ${shortest(to)}: expected LO..HI, the lower bound first`,
    )
  }
  const lattice = latticeOf(from, to, by)
  if (nonzero && countOf(narrow(lattice, everyPoint(lattice), '!=', rational(0))) === 0n) {
    return refuse(place, 'nothing is left to draw: 0 is the only value, and the draw is nonzero')
  }
  return { ok: true, expr: [], shape, draw: { lattice, high: to, nonzero, place } }
}

function numberOf(phrase: Phrase, what: string, scope: Scope): Rational | Refusal {
  const tensor = constantOf(phrase, scope)
  if ('ok' in tensor) return tensor
  const [value] = tensor.data
  if (tensor.shape.length === 0 && value !== undefined) {
    if (!isElement(value)) return value
    return refuse(startOf(phrase), `found a value that is no rational number, expected ${what}`)
  }
  return refuse(startOf(phrase), `found a tensor of shape ${showShape(tensor.shape)}, expected ${what}`)
}
