import { AtomTable, atomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import type { Convention } from '@/lib/network'
import { conventionsMet } from '../conventions'
import { type Derivation, derivationOf } from '../derivation/derive'
import type { Exercise } from '../exercise'
import { exerciseLimits } from '../limits'
import { Stream } from '../variant/stream'
import { isSpent, lintBudget } from './answers'
import { otherFlow } from './other-moves'
import type { World } from './world'

type Numbers = Map<string, Tensor<Scalar>>

/**
 * How numbers are changed. `near`: a little, so that most gates stay as they are. `large`, `small`: wholly, because
 * the literals of an expression stay and may be large or small beside them. `positive`: to positive numbers, which
 * opens most gates. `striped`: with rows of params positive and negative by turns, which opens every other gate.
 * `turned`: as the last time, but with every param negated, which turns the gates of a first layer over.
 */
type Change = 'near' | 'large' | 'small' | 'positive' | 'striped' | 'turned'

/** Sets of other numbers that are tried before two answers count as equal on all. */
const worlds: readonly Change[] = [
  'near',
  'positive',
  'turned',
  'striped',
  'turned',
  'large',
  'turned',
  'small',
  'turned',
  'small',
  'turned',
]
/** Other numbers tell rules apart, whatever decimals count on the exercise's own. */
const exactly: World['accepts'] = new Map()
/** Draws for one such set: one may have no value (a division by zero). */
const draws = 3

/**
 * The same exercise on other numbers: every given, param and upstream gradient, EPS and rate is changed. What none of
 * these numbers tell apart, no choice of numbers is expected to tell apart. The same exercise always gets the same
 * other numbers.
 */
export class OtherNumbers {
  private readonly made: (World | null)[] = []
  private bound: ReadonlySet<string> | null = null
  private last: Numbers | null = null
  private readonly total = new Budget({
    work: exerciseLimits.otherNumbersWork,
    digits: exerciseLimits.digits,
  })
  private readonly stream = Stream.of(0).at('lint')
  private readonly sources: Numbers
  /** Points without a slope that the exercise's own numbers hit, such as the 0 of a relu. */
  private readonly kinks: ReadonlySet<Convention>

  /** `world`: the exercise's own numbers, or those of one variant. */
  constructor(
    private readonly exercise: Exercise,
    world: World,
  ) {
    const { quantities } = world.derivation
    this.kinks = this.kinksOf(world) ?? new Set()
    this.sources = new Map(
      [...quantities.values()].flatMap(({ id, about }): [string, Tensor<Scalar>][] => {
        const value = world.values.get(id)
        return about.kind === 'stated' && value !== undefined && this.varies(id) ? [[id, value]] : []
      }),
    )
  }

  /** Made when they are asked for. */
  *all(): Generator<World, undefined> {
    for (const [nth, change] of worlds.entries()) {
      const world = nth in this.made ? this.made[nth] : this.make(change)
      this.made[nth] = world ?? null
      if (world) yield world
    }
  }

  /** The start of the backward pass has no number of its own to change where it is 1 or a given. */
  private varies(id: string): boolean {
    const { graph, upstream } = this.exercise
    if (graph.has(id)) return true
    if (id.includes(' ')) return false
    return upstream?.value.every(({ kind }) => kind !== 'node') ?? false
  }

  private make(change: Change): World | null {
    const bound = this.bound ?? this.findBound()
    this.bound = bound
    for (let draw = 0; draw < draws; draw += 1) {
      const turned = draw === 0 && change === 'turned' ? this.turned(bound) : null
      const numbers =
        turned ??
        new Map([...this.sources].map(([id, value]) => [id, this.changed(value, change, bound.has(id))]))
      const world = this.compute(numbers)
      if (world === null) continue
      this.last = numbers
      return world
    }
    return null
  }

  private turned(bound: ReadonlySet<string>): Numbers | null {
    if (this.last === null) return null
    return new Map(
      [...this.last].map(([id, value]) => {
        const turns = this.isParam(id) && !bound.has(id)
        return [id, turns ? mapTensor(value, own => (isElement(own) ? own : rationals.neg(own))) : value]
      }),
    )
  }

  private isParam(id: string): boolean {
    return this.exercise.graph.get(id)?.role === 'param'
  }

  /** The sources that need certain numbers: the ids of `embed`, the mask of `dropout`. */
  private findBound(): ReadonlySet<string> {
    const works = (ids: readonly string[]): boolean =>
      Array.from({ length: draws }).some(() => {
        const changed = new Map(this.sources)
        for (const id of ids) {
          const value = this.sources.get(id)
          if (value !== undefined) changed.set(id, this.changed(value, 'large', false))
        }
        return this.compute(changed) !== null
      })
    const ids = [...this.sources.keys()]
    return works(ids) ? new Set() : new Set(ids.filter(id => !works([id])))
  }

  private changed(value: Tensor<Scalar>, change: Change, bound: boolean): Tensor<Scalar> {
    if (bound) return mapTensor(value, () => entryOf(value, this.below(value.data.length)))
    const [rows = 1] = value.shape
    // The entries of a matrix of one row are its stripes.
    const stripe = rows === 1 ? 1 : value.data.length / rows
    return mapTensor(value, (own, at) => {
      if (change === 'near' && !isElement(own)) return this.near(own)
      if (change === 'positive') return this.large(1)
      if (change === 'striped') return this.large(Math.floor(at / stripe) % 2 === 0 ? 1 : -1)
      return change === 'small' ? this.small() : this.large(this.sign())
    })
  }

  /** Up to 3/8 away, and never where it was. */
  private near(own: Rational): Rational {
    return rationals.add(own, rational(this.sign() * (1 + 2 * this.below(12)), 64n))
  }

  /**
   * An integer of size 11 to 210. Sums of smaller ones are 0 too often, and a 0 may tell apart what other numbers do
   * not.
   */
  private large(sign: 1 | -1): Rational {
    return rational(sign * (11 + this.below(200)))
  }

  /** A number of size 1/6 to 2. */
  private small(): Rational {
    return rational(this.sign() * (11 + 2 * this.below(60)), 64n)
  }

  private sign(): 1 | -1 {
    return this.below(2) === 0 ? 1 : -1
  }

  private below(count: number): number {
    return Number(this.stream.below(BigInt(count)))
  }

  /** Null where something has no value on these numbers, or they take too much work. */
  private compute(numbers: Numbers): World | null {
    if (isSpent(this.total)) return null
    const derivation = this.derivation()
    const budget = lintBudget()
    const table = new AtomTable()
    const field = atomField(budget, table)
    const values: Numbers = new Map(numbers)
    const of = (id: string): Tensor<Scalar> => {
      const value = values.get(id)
      if (value === undefined) throw new RangeError(`${id} comes before what it takes`)
      return value
    }
    const done = withinBudget(() => {
      for (const { id, rule } of derivation.quantities.values()) {
        if (values.has(id)) continue
        const value = rule.compute(field, of, budget)
        if (value === null) return false
        values.set(id, value)
      }
      return true
    })
    const isPaid = withinBudget(() => this.total.spend(budget.spent)).ok
    const world = done.ok && done.value && isPaid ? { derivation, values, table, accepts: exactly } : null
    const kinks = world && this.kinksOf(world)
    // A kink that is hit by chance would tell apart what generic numbers do not.
    return kinks && [...kinks].every(kink => this.kinks.has(kink)) ? world : null
  }

  /** Null where some sign is not decided. */
  private kinksOf({ values, table }: World): Set<Convention> | null {
    const field = atomField(lintBudget(), table.fork())
    const done = withinBudget(() =>
      [...this.exercise.graph.values()].flatMap(({ expr }) => [
        ...conventionsMet(expr, field, values).keys(),
      ]),
    )
    return done.ok ? new Set(done.value.filter(({ about }) => about === 'slope')) : null
  }

  /** The derivation with other amounts of its nudges and descents; the ids of steps and quantities stay. */
  private derivation(): Derivation {
    const { exercise } = this
    const moves = exercise.flow.some(
      item => item.type === 'step' && ['nudge', 'descend'].includes(item.step.target.kind),
    )
    return derivationOf(
      moves ? { ...exercise, flow: otherFlow(exercise.flow, count => this.below(count)) } : exercise,
    )
  }
}
