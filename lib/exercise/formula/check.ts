import { readFormula } from '@/lib/exact/answer/formula'
import type { Reason, Scalar } from '@/lib/exact/atoms'
import { Budget, type Outcome, withinBudget } from '@/lib/exact/budget'
import { entryOf, showShape } from '@/lib/exact/tensor'
import { type Expr, evaluateExpr, type MistakeId, nodeOf } from '@/lib/network'
import type { FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { compileFormula, standsFor } from './compile'
import { fieldOn, type Ground, leafGround, localGround, pointGround } from './grounds'
import { mistakesInFormula } from './mistakes'
import { askedOf, formulaNames } from './names'
import { shapesIn } from './text'

export type FormulaOutcome =
  /** Not checked; `message` is a sentence for the student. */
  | { readonly verdict: 'invalid'; readonly message: string }
  | { readonly verdict: 'right'; readonly reason: Reason }
  | { readonly verdict: 'wrong'; readonly mistakes: readonly MistakeId[] }

/** Points that a formula is tried at before anything is proved: most wrong ones differ at the first. */
const firstPoints = 6
/**
 * Points that it has to agree at where no proof was found. Two different formulas of degree d in numbers drawn out of 80 agree
 * at a random point with a chance of at most d/80 (Schwartz and Zippel): at 20 of them with less than one in 10^12 for
 * degrees up to 20. What 300 digits are for numbers, these are for functions.
 */
const enoughPoints = 20
/** Points looked at: at some a quotient or a logarithm has no value. */
const mostPoints = 60

interface Grounds {
  local?: Ground | null
  leaf?: Ground | null
  held: boolean
  readonly points: Map<number, Ground | null>
}

const made = new WeakMap<Key, Map<string, Grounds>>()

function groundsOf(key: Key, target: FormulaTarget): Grounds {
  const known = made.get(key) ?? new Map<string, Grounds>()
  made.set(key, known)
  const asked = askedOf(target)
  const grounds = known.get(asked) ?? groundsFor(key, target)
  known.set(asked, grounds)
  return grounds
}

/** Where no point has values, those that only take certain numbers keep the file's. */
function groundsFor(key: Key, target: FormulaTarget): Grounds {
  const points = new Map<number, Ground | null>()
  for (let nth = 0; nth < firstPoints; nth += 1) points.set(nth, pointGround(key, target, nth, false))
  const held = [...points.values()].every(point => point === null)
  return held ? { held, points: new Map() } : { held, points }
}

function pointOf(grounds: Grounds, key: Key, target: FormulaTarget, nth: number): Ground | null {
  const known = grounds.points.get(nth)
  if (known !== undefined) return known
  const point = pointGround(key, target, nth, grounds.held)
  grounds.points.set(nth, point)
  return point
}

/**
 * Whether a typed matrix formula equals the quantity asked for whatever the givens and params are, and how that is known: a
 * point at which they differ, a proof over free symbols, or agreement at many points ([G1], [G2]). Ends within its budgets.
 */
export function checkFormula(key: Key, target: FormulaTarget, text: string): FormulaOutcome {
  const { exercise } = key
  const read = readFormula(text, formulaNames(exercise, target))
  if (!read.ok) return { verdict: 'invalid', message: read.message }
  const compiled = compileFormula(read.expr, shapesIn(exercise))
  if (!compiled.ok) return { verdict: 'invalid', message: compiled.message }
  const { shape } = nodeOf(exercise.graph, target.node)
  if (!standsFor(compiled.shape, shape)) {
    const [typed, asked] = [compiled.shape, shape].map(axes =>
      axes.length === 0 ? 'one number' : showShape(axes),
    )
    return { verdict: 'invalid', message: `This formula is ${typed}, and ${askedOf(target)} is ${asked}.` }
  }
  return new Check(key, target, compiled.expr).outcome()
}

class Check {
  private readonly grounds: Grounds
  private agreed = 0
  /** In words, why it has no value somewhere; null where it has one wherever it was tried. */
  private trouble: string | null = null

  constructor(
    private readonly key: Key,
    private readonly target: FormulaTarget,
    private readonly expr: Expr,
  ) {
    this.grounds = groundsOf(key, target)
  }

  outcome(): FormulaOutcome {
    if (this.differsWithin(0, firstPoints)) return this.wrong()
    const reason = this.proved()
    if (reason !== null) return { verdict: 'right', reason }
    if (this.differsWithin(firstPoints, mostPoints)) return this.wrong()
    if (this.agreed >= enoughPoints) return { verdict: 'right', reason: 'agrees' }
    const message =
      this.agreed === 0 && this.trouble !== null
        ? `This has no value to check: ${this.trouble}.`
        : 'This is too big to check. Simplify it.'
    return { verdict: 'invalid', message }
  }

  private wrong(): FormulaOutcome {
    const points: Ground[] = []
    for (let nth = 0; nth < firstPoints; nth += 1) {
      const point = pointOf(this.grounds, this.key, this.target, nth)
      if (point !== null) points.push(point)
    }
    return {
      verdict: 'wrong',
      mistakes: mistakesInFormula(this.key, this.target, this.expr, points, this.local()),
    }
  }

  private local(): Ground | null {
    this.grounds.local ??= localGround(this.key, this.target)
    return this.grounds.local
  }

  /** A point at which the formula and the truth are different numbers. */
  private differsWithin(from: number, to: number): boolean {
    for (let nth = from; nth < to && this.agreed < enoughPoints; nth += 1) {
      const point = pointOf(this.grounds, this.key, this.target, nth)
      if (point === null) continue
      const compared = this.compare(point)
      if (!compared.ok) {
        this.trouble = compared.reason
        continue
      }
      if (compared.value === null) return true
      this.agreed += 1
    }
    return false
  }

  /** Why the two are equal for all values; null where that is not proved. */
  private proved(): Reason | null {
    const local = this.provedOn(this.local())
    if (local !== null) return local
    this.grounds.leaf ??= leafGround(this.key, this.target)
    return this.provedOn(this.grounds.leaf)
  }

  private provedOn(ground: Ground | null): Reason | null {
    const compared = ground === null ? null : this.compare(ground)
    if (!compared?.ok || compared.value === null) return null
    if (compared.value.has('agrees')) return null
    return compared.value.has('formal') ? 'formal' : 'identity'
  }

  /** The reasons why all entries are equal; null where some are not. */
  private compare(ground: Ground): Outcome<ReadonlySet<Reason> | null> {
    const { digits, formulaWork } = exerciseLimits
    const table = ground.table.fork()
    const budget = new Budget({ work: formulaWork, digits })
    const field = fieldOn({ ...ground, table }, budget)
    const done = withinBudget((): Outcome<ReadonlySet<Reason> | null> => {
      const run = evaluateExpr<Scalar>(this.expr, field, ground.values, budget)
      if (!run.ok) return { ok: false, reason: run.fault.reason }
      const reasons = new Set<Reason>()
      for (const [at, entry] of run.value.data.entries()) {
        const { equal, reason } = field.compare(entry, entryOf(ground.truth, at))
        if (!equal) return { ok: true, value: null }
        reasons.add(reason)
      }
      return { ok: true, value: reasons }
    })
    return done.ok ? done.value : done
  }
}
