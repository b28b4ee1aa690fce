import type { Reason, Scalar } from '@/lib/exact/atoms'
import { type Budget, withinBudget } from '@/lib/exact/budget'
import { apart } from '@/lib/exact/interval/interval'
import { entryOf } from '@/lib/exact/tensor'
import { readFormula } from '@/lib/language/answer/formula'
import { type Expr, evaluateExpr, type MistakeId, nodeOf } from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Exercise, FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { asksShape } from '../shown'
import { compileFormula } from './compile'
import { isClearOfZero, isSharp } from './digits'
import { standsFor } from './misfits'
import { mistakesInFormula } from './mistakes'
import { askedOf, formulaNames } from './names'
import { shrunkOf } from './shrink'
import { fieldInDigits, fieldOn, type Substitution } from './substitution'
import { budgetOf, firstPoints, type Substitutions, substitutionsOf } from './substitutions'
import { shapesIn } from './text'

export type FormulaOutcome =
  /** Not checked; `message` is for the student. */
  | { readonly verdict: 'invalid'; readonly message: Message }
  | { readonly verdict: 'right'; readonly reason: Reason }
  | { readonly verdict: 'wrong'; readonly mistakes: readonly MistakeId[] }

/**
 * Points at which a formula has to agree where no proof was found. They are for functions what 300 digits are for
 * numbers. Half of them draw out of 80 numbers, where different polynomials of degree d agree with a chance of at
 * most d/80 (Schwartz and Zippel): all ten together by less than one in 10^9, up to degree 10. The others look where
 * roots and kinks are.
 */
const enoughPoints = 20
/** The most points that are tried, because at some a quotient or a logarithm has no value. */
const mostPoints = 60
/** Units of `Budget` for one formula at all points together. */
const pointsWork = 4 * exerciseLimits.formulaWork

/**
 * Whether a typed matrix formula equals the quantity asked for whatever the givens and params are, and how that is known: a
 * point at which they differ, a proof over free symbols, or agreement at many points ([G1], [G2]). Ends within its budgets.
 */
export function checkFormula(key: Key, target: FormulaTarget, text: string): FormulaOutcome {
  const { exercise } = key
  const invalid = (message: Message): FormulaOutcome => ({ verdict: 'invalid', message })
  const read = readFormula(text, formulaNames(exercise, target))
  if (!read.ok) return invalid(read.message)
  const compiled = compileFormula(read.expr, shapesIn(exercise))
  // Shapes that another step asks for are not told ([G11]).
  const hidden = [...exercise.graph.values()].some(node => asksShape(node, exercise))
  if (!compiled.ok) return invalid(hidden ? message('formulas.misfit') : compiled.message)
  const { shape } = nodeOf(exercise.graph, target.node)
  if (standsFor(compiled.shape, shape)) {
    const small = shrunkOf(exercise)
    const expr = small.expr(compiled.expr)
    return expr === null
      ? new Check(key, target, compiled.expr, exercise).outcome()
      : new Check(key, target, expr, small.exercise).outcome()
  }
  const asked = math(askedOf(target))
  if (hidden) return invalid(message('formulas.other-shape', { asked }))
  return invalid(message('formulas.shape-of', { typed: compiled.shape, asked, shape }))
}

type Compared =
  /** The reasons why all entries are equal; null where some are not. */
  | { readonly done: true; readonly reasons: ReadonlySet<Reason> | null }
  /** Says why there is no value; null where it is too much to compute. */
  | { readonly done: false; readonly fault: Message | null }

class Check {
  private readonly substitutions: Substitutions
  private readonly budget = budgetOf(pointsWork)
  private agreed = 0
  /** Says why the formula has no value at some point; null where it has one wherever it was tried. */
  private fault: Message | null = null

  constructor(
    key: Key,
    private readonly target: FormulaTarget,
    private readonly expr: Expr,
    private readonly exercise: Exercise,
  ) {
    this.substitutions = substitutionsOf(key, target, exercise)
  }

  outcome(): FormulaOutcome {
    if (this.differsWithin(0, firstPoints)) return { verdict: 'wrong', mistakes: this.mistakes() }
    const { local, leaf } = this.substitutions.symbolic()
    const reason = this.proved(local) ?? this.proved(leaf)
    if (reason !== null) return { verdict: 'right', reason }
    if (this.differsWithin(firstPoints, mostPoints)) return { verdict: 'wrong', mistakes: this.mistakes() }
    if (this.agreed >= enoughPoints) return { verdict: 'right', reason: 'agrees' }
    const digits = this.inDigits()
    if (digits === 'differs') return { verdict: 'wrong', mistakes: this.mistakes() }
    if (digits === 'agrees') return { verdict: 'right', reason: 'agrees' }
    const none = this.agreed === 0 ? this.fault : null
    const said = none === null ? message('formulas.too-big') : message('formulas.no-value', { reason: none })
    return { verdict: 'invalid', message: said }
  }

  private mistakes(): readonly MistakeId[] {
    const points = Array.from({ length: firstPoints }, (_, nth) => this.substitutions.pointInDigits(nth))
    return mistakesInFormula(this.exercise, this.target, this.expr, points)
  }

  /** A point at which the formula and the truth are different numbers. */
  private differsWithin(from: number, to: number): boolean {
    for (let nth = from; nth < to && this.agreed < enoughPoints; nth += 1) {
      const point = this.substitutions.point(nth)
      const compared = point && this.compare(point, this.budget)
      if (compared?.done === true) {
        if (compared.reasons === null) return true
        this.agreed += 1
      } else if (compared?.fault) this.fault = compared.fault
      // One budget for all points: what is spent stays spent.
      else if (compared) return false
    }
    return false
  }

  /** The same by digits, which still tell numbers apart where values are too long to compute exactly; null where too few. */
  private inDigits(): 'differs' | 'agrees' | null {
    const budget = budgetOf(pointsWork)
    const field = fieldInDigits(budget)
    let agreed = 0
    for (let nth = 0; nth < mostPoints && agreed < enoughPoints; nth += 1) {
      const point = this.substitutions.pointInDigits(nth)
      if (point === null) continue
      const run = withinBudget(() => evaluateExpr(this.expr, field, point.values, budget))
      if (!run.ok) break
      if (!run.value.ok) continue
      const { data } = run.value.value
      if (data.some((entry, at) => apart(entry, entryOf(point.truth, at)))) return 'differs'
      if ([...data, ...point.truth.data].every(isSharp) && data.some(isClearOfZero)) agreed += 1
    }
    return agreed >= enoughPoints ? 'agrees' : null
  }

  /** Why the two are equal for all values; null where that is not proved. */
  private proved(substitution: Substitution | null): Reason | null {
    const compared = substitution && this.compare(substitution, budgetOf(exerciseLimits.formulaWork))
    if (!compared?.done || compared.reasons === null || compared.reasons.has('agrees')) return null
    return compared.reasons.has('formal') ? 'formal' : 'identity'
  }

  private compare(substitution: Substitution, budget: Budget): Compared {
    const field = fieldOn({ ...substitution, table: substitution.table.fork() }, budget)
    const compared = withinBudget((): Compared => {
      const run = evaluateExpr<Scalar>(this.expr, field, substitution.values, budget)
      if (!run.ok) return { done: false, fault: run.fault.reason }
      const reasons = new Set<Reason>()
      for (const [at, entry] of run.value.data.entries()) {
        const { equal, reason } = field.compare(entry, entryOf(substitution.truth, at))
        if (!equal) return { done: true, reasons: null }
        reasons.add(reason)
      }
      return { done: true, reasons }
    })
    return compared.ok ? compared.value : { done: false, fault: null }
  }
}
