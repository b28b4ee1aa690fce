import { type ChalkFault, comesBefore, faultAt } from '@/lib/language/fault'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { calledIn, type Exercise, plansOf, type StepPlan } from '../exercise'
import type { Key } from '../key'
import { variantWarnings } from '../variant/warnings'
import { Agreement, type Collision, collisionsOf, compareCollisions, type Found } from './collisions'
import { heightsOf, lengthWarnings } from './heights'
import { OtherNumbers } from './others'
import { slipWarnings } from './slips'
import type { Suggestion } from './suggest'
import { TraceAgreement, type TraceCollision, traceCollisionsOf } from './trace-collisions'
import { worldOf } from './world'

/** The number of variants that have it, where several were looked at. */
interface Counted {
  readonly seeds?: number
}

/** What `chalk lint` prints of a file without errors (docs/command-line.md 3). */
export interface LintReport {
  readonly warnings: readonly ChalkFault[]
  /** `at`: where the mistakes were made, if that is not in the step itself. */
  readonly collisions: readonly (Collision & Counted & { readonly at?: readonly string[] })[]
  readonly traces: readonly (TraceCollision & Counted)[]
  /** Digits of the longest integer in a step's answer, whatever the variant. */
  readonly heights: Record<string, number>
  /** Changes of the given numbers that remove collisions, the best first. */
  readonly suggestions: readonly Suggestion[]
}

interface Tally<T> {
  readonly one: T
  seeds: number
}

/** Looks at an exercise's variants one after another and keeps none of their keys. */
export class Linter {
  private seen = 0
  private agreement: Agreement | null = null
  private traceAgreement: TraceAgreement | null = null
  private readonly drawn: boolean
  private readonly warnings: ChalkFault[] = []
  /** Warnings by step and kind, so that what many variants have is told once. */
  private readonly told = new Set<string>()
  private readonly heights = new Map<string, number>()
  private readonly collisions = new Map<string, Tally<Found>>()
  private readonly traces = new Map<string, Tally<TraceCollision>>()

  constructor(private readonly exercise: Exercise) {
    const { graph, upstream } = exercise
    this.drawn = [...graph.values()].some(({ draw }) => draw !== null) || (upstream?.draw ?? null) !== null
  }

  add(key: Key): void {
    this.seen += 1
    // Without drawn values all variants are the same.
    if (!this.drawn && this.seen > 1) return
    if (this.seen === 1) {
      this.warnings.push(...slipWarnings(this.exercise), ...variantWarnings(this.exercise, key.seed))
    }
    for (const [step, height] of heightsOf(key)) {
      this.heights.set(step, Math.max(this.heights.get(step) ?? 0, height))
    }
    for (const [step, warning] of lengthWarnings(key)) this.warn(`long ${step}`, warning, key)
    this.collide(key)
  }

  report(suggestions: readonly Suggestion[] = []): LintReport {
    const order = new Map(plansOf(this.exercise).map(({ id }, nth) => [id, nth]))
    const place = ({ step }: Collision): number => order.get(step) ?? 0
    const collisions = [...this.collisions.values()].sort(
      (a, b) => place(a.one) - place(b.one) || compareCollisions(a.one, b.one),
    )
    return {
      warnings: [...this.warnings].sort(comesBefore),
      collisions: collisions.map(({ one, seeds }) => ({
        step: one.step,
        mistake: one.mistake,
        with: one.with,
        ...this.elsewhere(one),
        ...this.counted(seeds),
      })),
      traces: [...this.traces.values()].map(({ one, seeds }) => ({ ...one, ...this.counted(seeds) })),
      heights: Object.fromEntries(this.heights),
      suggestions,
    }
  }

  private collide(key: Key): void {
    const world = worldOf(key)
    const plans = plansOf(this.exercise)
    const [first] = plans
    if (first === undefined) return
    const leftOut = ({ id, place }: StepPlan, message: Message): void =>
      this.warn(`left ${id} ${message.id}`, faultAt(place, message), key)
    if (world === null) {
      leftOut(first, message('lint.nothing-compared'))
      return
    }
    if (this.agreement === null || this.traceAgreement === null) {
      const others = new OtherNumbers(this.exercise, world)
      this.agreement = new Agreement(others)
      this.traceAgreement = new TraceAgreement(others)
    }
    const { found, left } = collisionsOf(world, this.agreement)
    for (const step of plans.filter(({ id }) => left.includes(id))) {
      leftOut(step, message('lint.step-not-compared', { step: calledIn(step) }))
    }
    for (const one of found) tally(this.collisions, `${one.step} ${one.mistake} ${one.with}`, one)
    const traces = traceCollisionsOf(world, this.traceAgreement)
    if (traces === null) leftOut(first, message('lint.traces-not-compared'))
    for (const one of traces ?? []) {
      const met = one.with === 'right' ? 'right' : `${one.with.mistake} ${one.with.node}`
      tally(this.traces, `${one.mistake} ${one.node} ${met}`, one)
    }
  }

  private warn(name: string, fault: ChalkFault, { seed }: Key): void {
    if (this.told.has(name)) return
    this.told.add(name)
    this.warnings.push(this.seen === 1 ? fault : ofSeed(seed, fault))
  }

  private counted(seeds: number): Counted {
    if (this.seen === 1) return {}
    return { seeds: this.drawn ? seeds : this.seen }
  }

  private elsewhere({ made, target }: Found): { at?: readonly string[] } {
    const nodes = made.map(({ node }) => node)
    return nodes.every(node => node === target) ? {} : { at: nodes }
  }
}

/** The same with the seed of the variant that it is said of. */
export function ofSeed(seed: number, { message: said, ...place }: ChalkFault): ChalkFault {
  return faultAt(place, message('key.of-seed', { seed, said }))
}

function tally<T>(tallies: Map<string, Tally<T>>, name: string, one: T): void {
  const known = tallies.get(name)
  if (known === undefined) tallies.set(name, { one, seeds: 1 })
  else known.seeds += 1
}
