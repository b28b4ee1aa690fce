import { type AtomField, AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { fillTensor, type Tensor } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt, sameFault } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import { backprop, evaluate, evaluateExpr, type Fault, nodeOf, nodeValue } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { answerStep } from './answer-step'
import { type Exercise, plansOf, type StepPlan, type TracePlan } from './exercise'
import { formulaText } from './formula/text'
import type { Key, KeyStep } from './key'
import { defaultSeed, exerciseLimits } from './limits'
import { Moves } from './moves'
import { questionStep } from './question/step'
import { nodesOverSymbols, symbolicValues } from './symbols'
import { makeTrace, type Trace } from './trace/make'
import { findSteps } from './trace/steps'
import { Drawer, type Drawing } from './variant/drawing'

export type KeyBuilt =
  | { readonly ok: true; readonly key: Key }
  | { readonly ok: false; readonly errors: ChalkFault[] }

/**
 * Computes every value, gradient and answer of one variant of an exercise, exactly. The same seed always gives the same
 * variant. Errors are faults of the numbers (a division by zero, at its place), a `require` that no draw meets, and a budget
 * that ran out (at the statement that it ran out in).
 */
export function buildKey(exercise: Exercise, options: { budget?: Budget; seed?: number } = {}): KeyBuilt {
  const { work, drawWork, digits } = exerciseLimits
  const budget = options.budget ?? new Budget({ work, digits })
  const drawing = options.budget ?? new Budget({ work: drawWork, digits })
  const builder = new KeyBuilder(exercise, options.seed ?? defaultSeed, budget, drawing)
  const outcome = withinBudget(() => builder.build())
  if (outcome.ok) return outcome.value
  return { ok: false, errors: builder.outOfBudget(outcome.reason) }
}

class KeyBuilder {
  /** The place of what is being computed, for the error when the budget runs out. */
  private place: Place = { line: 1, column: 1 }
  private readonly table = new AtomTable()
  private readonly field: AtomField
  private readonly drawer: Drawer
  private drawing = true
  private errors: ChalkFault[] = []
  /** Errors of the variants that were given up. */
  private before: ChalkFault[] | null = null

  constructor(
    private readonly exercise: Exercise,
    private readonly seed: number,
    private readonly budget: Budget,
    drawing: Budget,
  ) {
    this.field = atomField(budget, this.table)
    this.drawer = new Drawer(exercise, seed, drawing)
  }

  /**
   * Builds the key of the first variant that has all its values; one with a division by zero, for example, is
   * skipped.
   */
  build(): KeyBuilt {
    for (const { target, place } of plansOf(this.exercise)) {
      const found = target.kind === 'formula' ? formulaText(this.exercise, target) : null
      if (found?.ok === false) this.fail(place, found.reason)
    }
    if (this.errors.length > 0) return { ok: false, errors: this.errors }
    for (let tried = 1; ; tried += 1) {
      this.drawing = true
      const variant = this.drawer.draw(tried - 1)
      this.drawing = false
      if (!variant.ok) return { ok: false, errors: [...variant.errors] }
      this.errors = []
      const outcome = this.compute(variant)
      if (typeof outcome === 'object') return { ok: true, key: outcome }
      if (outcome === 'always') return { ok: false, errors: this.errors }
      this.before = this.errors.map(error => ({
        ...error,
        message: message('key.in-each-draw', { said: error.message, draws: tried }),
      }))
      if (tried === exerciseLimits.variants) return { ok: false, errors: this.before }
    }
  }

  outOfBudget(reason: Message): ChalkFault[] {
    const trouble = this.drawing ? this.drawer.trouble : null
    if (trouble !== null) {
      return [{ ...trouble, message: message('key.no-more-draws', { said: trouble.message }) }]
    }
    if (this.before !== null) return this.before
    const place = this.drawing ? this.drawer.place : this.place
    return [faultAt(place, message('key.too-much', { reason }))]
  }

  private readonly enter = (name: string): void => {
    this.place = nodeOf(this.exercise.graph, name).place
  }

  private readonly fault = ({ place, reason }: Fault): void => this.fail(place, reason)

  /** The key; without one, whether the errors come from these numbers (`here`) or from any (`always`). */
  private compute(variant: Extract<Drawing, { ok: true }>): Key | 'here' | 'always' {
    const { exercise, field, budget } = this
    const { graph } = exercise
    const stated = new Map([...variant.values, ...symbolicValues(exercise, field, budget)])
    const { values, faults } = evaluate(graph, field, stated, budget, this.enter)
    // A fault that no other numbers would mend is reported first, such as a sign that depends on symbols.
    const symbolic = nodesOverSymbols(exercise)
    const certain = faults.filter(
      ({ node, fault }) => !variant.moving.has(node) || (fault.undecided && symbolic.has(node)),
    )
    for (const { fault } of certain.length > 0 ? certain : faults) this.fault(fault)
    const seed = this.start(values, variant.upstream)
    if (this.errors.length > 0) {
      return faults.length > 0 && certain.length === 0 ? 'here' : 'always'
    }
    const gradients =
      seed === null ? new Map() : backprop(graph, field, values, seed, budget, this.enter, this.fault)
    const moves = new Moves(exercise, field, values, gradients, budget)
    const computed = { exercise, field, budget, values, gradients, moves }
    const steps = new Map<string, KeyStep>()
    const traces: Trace[] = []
    const answer = (plan: StepPlan): KeyStep | null => {
      this.place = plan.place
      return answerStep(plan, computed, (place, reason) => this.fail(place, reason))
    }
    const shown = exercise.shown.map(answer).filter(step => step !== null)
    const whole = this.errors.length === 0
    for (const item of exercise.flow) {
      if (item.type === 'step') {
        const step = answer(item.step)
        if (step !== null) steps.set(step.id, step)
      } else if (item.type === 'question') {
        steps.set(item.question.id, questionStep(item.question))
      } else if (item.type === 'trace' && whole) {
        const trace = this.trace(item.trace, values, gradients)
        if (trace === 'always') return trace
        if (trace === null) continue
        traces.push(trace)
        const target = answer(item.trace.target)
        const asked = [...findSteps(trace), ...(target === null ? [] : [target]), ...shown]
        for (const step of asked) {
          const anew = step.kind === 'find' || trace.anew.includes(step.id)
          if (anew && !steps.has(step.id)) steps.set(step.id, step)
        }
      }
    }
    if (this.errors.length > 0) return variant.moving.size > 0 ? 'here' : 'always'
    const upstream = exercise.upstream === null ? null : (seed?.gradient ?? null)
    const ordered = new Map([...graph.keys()].map(name => [name, nodeValue(values, name)]))
    return {
      exercise,
      seed: this.seed,
      values: ordered,
      gradients,
      upstream,
      steps: [...steps.values()],
      traces,
      table: this.table,
    }
  }

  /**
   * The node at which the backward pass starts and its gradient; null where there is neither a loss nor an upstream
   * gradient.
   */
  private start(
    values: Map<string, Tensor<Scalar>>,
    drawn: Tensor<Scalar> | null,
  ): { node: string; gradient: Tensor<Scalar> } | null {
    const { loss, upstream, graph } = this.exercise
    if (loss !== null) {
      return { node: loss, gradient: fillTensor(nodeOf(graph, loss).shape, this.field.one) }
    }
    // The fault of a given without a value was reported already.
    if (upstream === null || this.errors.length > 0) return null
    if (drawn !== null) return { node: upstream.node, gradient: drawn }
    this.place = upstream.place
    const run = evaluateExpr(upstream.value, this.field, values, this.budget)
    if (run.ok) return { node: upstream.node, gradient: run.value }
    this.fault(run.fault)
    return null
  }

  /**
   * Null where the mistake does not show on these numbers. Where it would show on none, its error replaces all
   * others.
   */
  private trace(
    plan: TracePlan,
    values: ReadonlyMap<string, Tensor<Scalar>>,
    gradients: ReadonlyMap<string, Tensor<Scalar>>,
  ): Trace | 'always' | null {
    this.place = plan.place
    const { exercise, field, budget, table } = this
    const made = makeTrace(plan, { exercise, values, gradients, field, budget, table })
    if (made.ok) return made.trace
    if (made.certain) this.errors = []
    this.fail(made.at, made.message)
    return made.certain ? 'always' : null
  }

  private fail(place: Place, message: Message): void {
    const fault = faultAt(place, message)
    const told = this.errors.some(error => sameFault(error, fault))
    if (!told && this.errors.length < exerciseLimits.errors) this.errors.push(fault)
  }
}
