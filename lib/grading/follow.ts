import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { type Budget, unlessUndecided } from '@/lib/exact/budget'
import type { Bounds } from '@/lib/exact/lazy'
import type { Tensor } from '@/lib/exact/tensor'
import {
  type Asked,
  type Derivation,
  type DerivationRule,
  entryAt,
  type Quantity,
  type Truth,
  workOut,
} from '@/lib/exercise'
import type { EarlierAnswers, Ground, Parent } from './earlier'

/** The most combinations of the student's own values and the true ones that are tried ([G4]). */
export const mostCombinations = 64

/** A combination of earlier answers, and what the step asks for when it is worked out from them. */
export interface Combination {
  readonly own: readonly Parent[]
  readonly value: Tensor<Scalar>
  /** Places of cells that are not the true value but follow from these answers. */
  readonly explained: readonly number[]
}

export interface Question {
  readonly derivation: Derivation
  readonly field: AtomField
  readonly budget: Budget
  readonly target: Quantity
  readonly asked: Asked
  /** Places of the cells that are wrong on the true values. */
  readonly wrong: readonly number[]
  readonly truth: Truth
  /** Whether the cell typed at this place is this value. */
  fits(at: number, value: Scalar): boolean
  /** The same of a value known by its bounds: false only where it is surely not. */
  mayFit(at: number, value: Bounds): boolean
}

/** A rule of the quantity, with what it rests on. */
export interface Way {
  readonly rule: DerivationRule
  readonly ground: Ground
}

/** The rules of what is asked, each with the student's answers that it rests on. */
export function waysOf({ target }: Question, answers: EarlierAnswers): Way[] {
  return [target.rule, ...target.others].map(rule => ({ rule, ground: answers.ground(rule) }))
}

/**
 * [G4] The combination of the student's own earlier values that explains most of the wrong cells; of several, the one
 * with the fewest such values. Null where none explains any. Each rule of the quantity is tried with what it rests
 * on. `counts` leaves out combinations that were tried already.
 */
export function bestCombination(
  question: Question,
  grounds: readonly Way[],
  counts: (own: readonly Parent[]) => boolean,
): Combination | null {
  let best: Combination | null = null
  let tried = 0
  const candidates = grounds.map(({ ground }) => ground.parents.filter(({ differs }) => differs))
  const most = Math.max(0, ...candidates.map(({ length }) => length))
  for (let size = 1; size <= most; size += 1) {
    for (const [nth, { rule, ground }] of grounds.entries()) {
      for (const own of choose(candidates[nth] ?? [], size)) {
        if (!counts(own)) continue
        tried += 1
        if (tried > mostCombinations) return best
        const found = combine(question, { rule, ground }, own)
        if (found === null) continue
        const { explained } = found
        if (explained.length > (best?.explained.length ?? 0)) best = found
        if (explained.length === question.wrong.length) return best
      }
    }
  }
  return best
}

/** Null where it has no value, or a sign in it cannot be decided ([G13]). */
export function combine(
  question: Question,
  way: Way,
  own: readonly Parent[],
  field: AtomField = question.field,
): Combination | null {
  return unlessUndecided(() => {
    const value = workedFrom(question, way, own, field)
    if (value === null) return null
    const { wrong } = question
    const explained = wrong.filter(at => {
      const entry = value.data[at]
      return entry !== undefined && question.fits(at, entry)
    })
    return { own, value, explained }
  })
}

/** What the step asks for, worked out from the student's own values of `own` and the true ones of the others. */
export function workedFrom(
  { derivation, budget, target, asked }: Question,
  { rule, ground }: Way,
  own: readonly Parent[],
  field: AtomField,
): Tensor<Scalar> | null {
  const whole = workOut(derivation, field, target, ground.known(new Set(own)), budget, rule)
  return whole === null ? null : entryAt(whole, asked.index)
}

/** All choices of `size` items, in their order. */
export function* choose<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= items.length - size; at += 1) {
    const item = items[at]
    if (item === undefined) return
    for (const rest of choose(items, size - 1, at + 1)) yield [item, ...rest]
  }
}

/**
 * [G5] The earlier answers that leave nothing to work out: those whose entries are all 0, 1 or -1 where the true ones
 * are not and that are not correctly rounded, or all of them where the result is all zeros and the true one is not. Empty where the step still asks for
 * work.
 */
export function freeRides(
  { field }: Question,
  { own, value }: Combination,
  truth: Tensor<Scalar>,
): readonly Parent[] {
  const trivial = own.filter(parent => parent.trivial && parent.passes !== 'rounded')
  if (trivial.length > 0) return trivial
  const empty = (tensor: Tensor<Scalar>): boolean => tensor.data.every(entry => field.isZero(entry))
  return empty(value) && !empty(truth) ? own : []
}
