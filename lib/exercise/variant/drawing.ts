import { type AtomField, AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import type { Rational } from '@/lib/exact/rational'
import { type Tensor, tensorOf } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import { type Evaluation, evaluate, evaluateExpr, namesIn } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Exercise } from '../exercise'
import { exerciseLimits } from '../limits'
import { placed } from '../placed'
import { type Group, type Groups, groupsOf } from './groups'
import { countOf, nthAllowed, pointOf } from './lattice'
import { type Check, type Source, sourcesOf, upstreamName } from './sources'
import { Stream } from './stream'

/** Drawn values of nodes, by their names. */
export type Values = ReadonlyMap<string, Tensor<Rational>>

export type Drawing =
  /** `upstream` is the drawn upstream gradient, if it is drawn; `moving` are the names of the nodes whose values change from variant to variant. */
  | {
      readonly ok: true
      readonly values: Values
      readonly upstream: Tensor<Rational> | null
      readonly moving: ReadonlySet<string>
    }
  | { readonly ok: false; readonly errors: readonly ChalkFault[] }

/** The outcome of one try of a group. */
type Trial =
  | { readonly met: true; readonly values: Values }
  /**
   * Check number `nth` of the group was the first that does not hold; `why` says why it has no value, where it has
   * none.
   */
  | { readonly met: false; readonly nth: number; readonly why: Message | null }

interface GroupsToDraw {
  readonly groups: Groups
  /** The values of the nodes that checks need and that never change. */
  readonly still: Evaluation<Scalar>
}

/** How often each check of a group was reached, with all checks before it met, while no try met them all. */
interface Tally {
  readonly group: Group
  readonly reached: number[]
  why: Message | null
}

/** Draws the variants of one exercise. May unwind by its budget: `trouble` and `place` then say where it was. */
export class Drawer {
  /** What is being drawn. */
  place: Place = { line: 1, column: 1 }
  private tally: Tally | null = null
  private known: GroupsToDraw | ChalkFault[] | null = null
  private readonly streams = new Map<string, Stream>()
  /** The atoms of what never changes; each try works in a fork. */
  private readonly table = new AtomTable()

  constructor(
    private readonly exercise: Exercise,
    private readonly seed: number,
    private readonly budget: Budget,
  ) {}

  /** The variant of the seed. Another `round` gives other numbers: for a variant that turned out to have no values. */
  draw(round: number): Drawing {
    const prepared = this.prepare()
    if (!('groups' in prepared)) return { ok: false, errors: prepared }
    const values = new Map<string, Tensor<Rational>>()
    const upstream = this.exercise.upstream === null ? null : upstreamName(this.exercise.upstream.node)
    const errors: ChalkFault[] = []
    for (const group of prepared.groups.groups) {
      const drawn = this.drawGroup(group, prepared, round)
      if ('message' in drawn) errors.push(drawn)
      else for (const [name, tensor] of drawn) values.set(name, tensor)
    }
    if (errors.length > 0) return { ok: false, errors }
    const gradient = upstream === null ? null : (values.get(upstream) ?? null)
    if (upstream !== null) values.delete(upstream)
    return { ok: true, values, upstream: gradient, moving: prepared.groups.moving }
  }

  /** For each group that has checks, how many of `tries` draws meet them. */
  acceptance(tries: number): { readonly checks: readonly Check[]; readonly met: number }[] {
    const prepared = this.prepare()
    if (!('groups' in prepared)) return []
    return prepared.groups.groups.flatMap(group => {
      if (group.checks.length === 0) return []
      let met = 0
      for (let nth = 0; nth < tries; nth += 1) if (this.attempt(group, prepared, `rate ${nth}`).met) met += 1
      return [{ checks: group.checks, met }]
    })
  }

  /** Says that no draw has met the checks; null before any draw has failed. */
  get trouble(): ChalkFault | null {
    return this.tally === null || this.tally.reached[0] === 0 ? null : inVain(this.tally)
  }

  private prepare(): GroupsToDraw | ChalkFault[] {
    this.known ??= this.study()
    return this.known
  }

  private study(): GroupsToDraw | ChalkFault[] {
    const { exercise, budget } = this
    const field = atomField(budget, this.table)
    this.place = exercise.requirements[0]?.place ?? this.place
    const found = sourcesOf(exercise, field, budget)
    if (!found.ok) {
      const { place, text } = found.check
      return [faultAt(place, message('draws.nothing-left', { check: text }))]
    }
    const groups = groupsOf(exercise, found.sources, found.checks)
    const still = evaluate(groups.still, field, new Map(), budget, name => {
      this.place = groups.still.get(name)?.place ?? this.place
    })
    if (still.faults.length > 0) return still.faults.map(({ fault }) => faultAt(fault.place, fault.reason))
    const broken = groups.fixed.flatMap(check => {
      this.place = check.place
      const trouble = this.test(check, still, field)
      if (trouble === null) return []
      const said = message('draws.never-holds', { check: check.text, why: trouble.why })
      return [faultAt(check.place, said)]
    })
    return broken.length > 0 ? broken : { groups, still }
  }

  private drawGroup(group: Group, prepared: GroupsToDraw, round: number): Values | ChalkFault {
    const tally: Tally = { group, reached: group.checks.map(() => 0), why: null }
    this.tally = tally
    for (let nth = 0; nth < exerciseLimits.draws; nth += 1) {
      const trial = this.attempt(group, prepared, `${round}.${nth}`)
      if (trial.met) {
        this.tally = null
        return trial.values
      }
      for (let at = 0; at <= trial.nth; at += 1) tally.reached[at] = (tally.reached[at] ?? 0) + 1
      tally.why = trial.why
    }
    return inVain(tally)
  }

  private attempt({ sources, checks, between }: Group, { still }: GroupsToDraw, label: string): Trial {
    const drawn = new Map(sources.map(source => [source.name, this.drawOne(source, label)]))
    const [first] = checks
    if (first === undefined) return { met: true, values: drawn }
    this.place = first.place
    const around = new Map([...still.values, ...drawn])
    const field = atomField(this.budget, this.table.fork())
    const evaluation = evaluate<Scalar>(between, field, around, this.budget)
    for (const [nth, check] of checks.entries()) {
      this.place = check.place
      const trouble = this.test(check, evaluation, field)
      if (trouble !== null) return { met: false, nth, why: trouble.why }
    }
    return { met: true, values: drawn }
  }

  /** Null where a check holds at every entry; `why` where it has no value at all. */
  private test(
    { expr }: Check,
    { values, faults }: Evaluation<Scalar>,
    field: AtomField,
  ): { why: Message | null } | null {
    const missing = namesIn(expr).some(name => !values.has(name))
    const run = missing ? null : evaluateExpr(expr, field, values, this.budget)
    if (run?.ok) return run.value.data.every(entry => !field.isZero(entry)) ? null : { why: null }
    const fault = run === null ? faults[0]?.fault : run.fault
    return { why: fault === undefined ? null : placed(fault) }
  }

  private drawOne({ name, shape, draw, allowed }: Source, label: string): Tensor<Rational> {
    this.place = draw.place
    const own = this.streams.get(name) ?? Stream.of(this.seed).at(name)
    this.streams.set(name, own)
    const stream = own.at(label)
    const data = allowed.map(points => {
      const count = countOf(points)
      // About what an operation on numbers of this length costs.
      this.budget.spend(2 + count.toString(16).length / 4 + points.without.length)
      return this.budget.keep(pointOf(draw.lattice, nthAllowed(points, stream.below(count))))
    })
    return tensorOf(shape, data)
  }
}

/** The check that was met by none of the draws that got as far as it. */
function inVain({ group: { checks }, reached, why }: Tally): ChalkFault {
  const nth = reached.findLastIndex(count => count > 0)
  const check = checks[nth]
  if (check === undefined) throw new RangeError('a tally without a check')
  const [tried = 0] = reached
  const before = nth === 0 ? null : (reached[nth] ?? 0)
  return faultAt(check.place, message('draws.in-vain', { check: check.text, tried, before, why }))
}
