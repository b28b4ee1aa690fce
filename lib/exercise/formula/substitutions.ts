import { Budget } from '@/lib/exact/budget'
import type { Interval } from '@/lib/exact/interval/interval'
import type { Exercise, FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { askedOf } from './names'
import {
  type Computed,
  digitsSubstitution,
  leafSubstitution,
  localSubstitution,
  type Made,
  pointSubstitution,
  type Substitution,
} from './substitution'

/** Points that a formula is tried at before anything is proved: most wrong ones differ at the first. */
export const firstPoints = 6
/** Units of `Budget` for the right values at all points, once for each key. */
const substitutionsWork = 15 * exerciseLimits.formulaWork

/** The substitutions of one key and quantity, each made when it is first needed. No answer's budget pays for them ([G10]). */
export class Substitutions {
  private readonly points = new Map<number, Substitution | null>()
  private readonly held: Key | null
  private readonly budget = budgetOf(substitutionsWork)
  /** The budget ran out at a point: there are no more. */
  private spent = false
  private readonly digits = new Map<number, Computed<Interval> | null>()
  private free: { readonly local: Substitution | null; readonly leaf: Substitution | null } | null = null

  constructor(
    key: Key,
    private readonly target: FormulaTarget,
    private readonly exercise: Exercise,
  ) {
    for (let nth = 0; nth < firstPoints; nth += 1) this.points.set(nth, this.made(nth, null))
    // Where no point has values, what takes certain numbers only keeps the file's.
    this.held = [...this.points.values()].every(point => point === null) ? key : null
    if (this.held !== null) this.points.clear()
  }

  point(nth: number): Substitution | null {
    const known = this.points.get(nth)
    if (known !== undefined) return known
    const point = this.made(nth, this.held)
    this.points.set(nth, point)
    return point
  }

  /** The same point in digits. */
  pointInDigits(nth: number): Computed<Interval> | null {
    const known = this.digits.get(nth)
    if (known !== undefined) return known
    const budget = budgetOf(exerciseLimits.formulaWork)
    const point = unlessSpent(digitsSubstitution(this.exercise, this.target, nth, budget))
    this.digits.set(nth, point)
    return point
  }

  symbolic(): { readonly local: Substitution | null; readonly leaf: Substitution | null } {
    const { exercise } = this
    const free = (make: typeof localSubstitution): Substitution | null =>
      unlessSpent(make(exercise, this.target, budgetOf(exerciseLimits.formulaWork)))
    this.free ??= { local: free(localSubstitution), leaf: free(leafSubstitution) }
    return this.free
  }

  private made(nth: number, held: Key | null): Substitution | null {
    if (this.spent) return null
    const point = pointSubstitution(this.exercise, this.target, nth, held, this.budget)
    this.spent = point === 'spent'
    return unlessSpent(point)
  }
}

function unlessSpent<G>(made: Made<G>): G | null {
  return made === 'spent' ? null : made
}

const made = new WeakMap<Key, WeakMap<Exercise, Map<string, Substitutions>>>()

/** `exercise` is the key's own, or the same in smaller shapes. */
export function substitutionsOf(
  key: Key,
  target: FormulaTarget,
  exercise: Exercise = key.exercise,
): Substitutions {
  const ofKey = made.get(key) ?? new WeakMap<Exercise, Map<string, Substitutions>>()
  made.set(key, ofKey)
  const known = ofKey.get(exercise) ?? new Map<string, Substitutions>()
  ofKey.set(exercise, known)
  const asked = askedOf(target)
  const substitutions = known.get(asked) ?? new Substitutions(key, target, exercise)
  known.set(asked, substitutions)
  return substitutions
}

export function budgetOf(work: number): Budget {
  return new Budget({ work, digits: exerciseLimits.digits })
}
