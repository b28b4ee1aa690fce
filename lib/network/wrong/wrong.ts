import type { TranscendentalField } from '@/lib/exact/atoms'
import { unlessUndecided } from '@/lib/exact/budget'
import { sameShape, type Tensor } from '@/lib/exact/tensor'
import type { Pass } from '../pass'
import type { MistakeId } from './catalogue'

/** What a wrong rule makes of a quantity. */
export interface Wrong<S> {
  readonly mistake: MistakeId
  readonly value: Tensor<S>
}

/** What stands at an input of an op. A mistake about a bias has to tell a bias from weights. */
export type Operand = 'number' | 'given' | 'parameter' | 'computed'

export interface Site {
  readonly operands: readonly Operand[]
  /** Whether the op stands in the expression of the loss itself. */
  readonly inLoss: boolean
  /** Whether a logarithm is taken of what the op computes. */
  readonly intoLog?: boolean
}

/**
 * The wrong rules of an op. Each gives all wrong answers that it leads to on these numbers: none where it does not
 * apply, several where it can be made in several ways. On some numbers a wrong answer agrees with the right one.
 */
export interface OpMistakes {
  forward?<S>(field: TranscendentalField<S>, pass: Omit<Pass<S>, 'upstream'>, site: Site): readonly Wrong<S>[]
  /** Wrong gradients into one input, in that input's shape. */
  back?<S>(field: TranscendentalField<S>, pass: Pass<S>, into: number, site: Site): readonly Wrong<S>[]
}

export function wrong<S>(mistake: MistakeId, value: Tensor<S>): Wrong<S> {
  return { mistake, value }
}

/** A wrong rule before it is tried on any numbers; null where these give it no value (a divisor of zero). */
export type Trial<S> = readonly [MistakeId, () => Tensor<S> | null]

/** The answers of wrong rules. A rule that needs a sign which nothing decides is left out; the others stay. */
export function tried<S>(...trials: readonly Trial<S>[]): Wrong<S>[] {
  return trials.flatMap(([mistake, rule]) => {
    const value = unlessUndecided(rule)
    return value === null ? [] : [wrong(mistake, value)]
  })
}

export function sameTensor<S>(field: TranscendentalField<S>, a: Tensor<S>, b: Tensor<S>): boolean {
  if (!sameShape(a.shape, b.shape)) return false
  const { apart } = field
  // One entry that is seen to differ spares the proofs that others are equal.
  const differs = (entry: S, at: number): boolean => {
    const other = b.data[at]
    return other !== undefined && apart?.(entry, other) === true
  }
  return (
    (apart === undefined || !a.data.some(differs)) &&
    a.data.every((entry, at) => {
      const other = b.data[at]
      return other !== undefined && field.equals(entry, other)
    })
  )
}
