import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { rational, rationals } from '@/lib/exact/rational'
import { type Tensor, tensorOf } from '@/lib/exact/tensor'
import {
  behind,
  type DerivationRule,
  derivationOf,
  type Key,
  type Known,
  placeAt,
  type Quantity,
  quantityOf,
  type Truth,
} from '@/lib/exercise'
import type { ReadCell } from './cell'
import type { Scratch } from './scratch'

/** A student's answers to the steps of one exercise, by the steps' ids: cells as typed, row-major. */
export type Earlier = ReadonlyMap<string, readonly string[]>

/** An earlier answer that a step may rest on. */
export interface Parent {
  readonly step: string
  readonly quantity: string
  /** The place of the one entry that the step asks for; null where it asks for the whole quantity. */
  readonly place: number | null
  /** Row-major. */
  readonly data: readonly Scalar[]
  /** Whether the answer is not the exact value: it is wrong, or right only as `rounded`. */
  readonly differs: boolean
  /** Whether all its entries are 0, 1 or -1 and those of the true value are not ([G5]). */
  readonly trivial: boolean
  /** As what it is right where it differs; null where it is wrong, and where it does not differ. */
  readonly passes: Loosely | null
  /** The steps whose answers decide that: it is right for the student's own rounded answers to them. */
  readonly rests: readonly string[]
}

/** What an answer is right as that is not exactly equal. */
export type Loosely = 'rounded' | 'within'

/** As what an answer passes, and the steps on whose answers that rests. */
export interface Standing {
  readonly passes: Loosely
  readonly rests: readonly string[]
}

/** Says as what an answer that is not the exact value is right; null where it is wrong. */
export type Judge = (step: string, cells: readonly ReadCell[]) => Standing | null

/** What a rule rests on: the nearest answered quantities behind it, and what lies between. */
export interface Ground {
  readonly parents: readonly Parent[]
  /** The quantities between, which were not answered, each after those that it is computed from. */
  readonly region: readonly Quantity[]
  /** Known values: the student's for the parents in `own`, the true ones for the others. */
  known(own: ReadonlySet<Parent>): Known<Scalar>
  /**
   * All of the student's values, even of answers on which the rule does not rest, because a wrong rule may use them.
   */
  readonly own: Known<Scalar>
}

/** A student's readable answers, by the quantities that they answer; each is read when it is first needed. */
export class EarlierAnswers {
  private readonly read = new Map<string, readonly Parent[]>()
  private readonly field: AtomField
  private readonly steps = new Map<string, { id: string; place: number | null }[]>()

  constructor(
    private readonly key: Key,
    private readonly truth: Truth,
    private readonly earlier: Earlier,
    private readonly scratch: Scratch,
    private readonly budget: Budget,
    own: string,
    private readonly revealed: ReadonlySet<string>,
    /** Null in an exercise without rounded answers: what differs is wrong. */
    private readonly judge: Judge | null,
  ) {
    this.field = scratch.field(budget)
    const derivation = derivationOf(key.exercise)
    for (const [id, { quantity, index }] of derivation.asked) {
      if (id === own || !(earlier.has(id) || revealed.has(id))) continue
      const { shape } = quantityOf(derivation, quantity)
      const place = index === null || shape.length === 0 ? null : placeAt(shape, index)
      this.steps.set(quantity, [...(this.steps.get(quantity) ?? []), { id, place }])
    }
  }

  ground(rule: DerivationRule): Ground {
    const derivation = derivationOf(this.key.exercise)
    const region = behind(derivation, rule, id => this.covers(id))
    const taken = new Set([rule, ...region.map(quantity => quantity.rule)].flatMap(({ inputs }) => inputs))
    const parents = [...taken].flatMap(id => this.at(id))
    const moving = new Set(parents.filter(({ differs }) => differs).map(({ quantity }) => quantity))
    for (const { id, rule } of region) if (rule.inputs.some(input => moving.has(input))) moving.add(id)
    const settled = new Set(region.flatMap(({ id }) => (moving.has(id) ? [] : [id])))
    return { parents, region, known: own => this.known(moving, own), own: this.own(settled) }
  }

  /** `settled` are quantities that rest on no wrong answer. */
  private own(settled: ReadonlySet<string>): Known<Scalar> {
    const derivation = derivationOf(this.key.exercise)
    return {
      whole: id => {
        if (settled.has(id)) return this.truth.values.get(id)
        if (this.covers(id)) {
          const answers = this.at(id)
          const right = this.truth.values.get(id)
          const data = (right?.data ?? []).map((_, at) => valueAt(answers, at))
          return { shape: right?.shape ?? [], data }
        }
        return quantityOf(derivation, id).about.kind === 'stated' ? this.truth.values.get(id) : undefined
      },
      entries: id => {
        const answers = this.at(id)
        if (answers.length === 0) return undefined
        return new Map(answers.map(({ place }) => [place ?? 0, valueAt(answers, place ?? 0)]))
      },
    }
  }

  private known(moving: ReadonlySet<string>, own: ReadonlySet<Parent>): Known<Scalar> {
    const pick = (parent: Parent, at: number): Scalar => {
      const right = this.truth.values.get(parent.quantity)?.data[parent.place ?? at] ?? rationals.zero
      return own.has(parent) ? (parent.data[parent.place === null ? at : 0] ?? right) : right
    }
    return {
      whole: id => {
        const right = this.truth.values.get(id)
        if (right === undefined || !moving.has(id)) return right
        if (!this.covers(id)) return undefined
        const answers = this.at(id)
        return tensorOf(
          right.shape,
          right.data.map((_, at) => {
            const parent = answers.find(({ place }) => place === null || place === at)
            return parent === undefined ? rationals.zero : pick(parent, at)
          }),
        )
      },
      entries: id => {
        const answers = this.at(id)
        if (answers.length === 0) return undefined
        return new Map(answers.map(parent => [parent.place ?? 0, pick(parent, parent.place ?? 0)]))
      },
    }
  }

  /** Whether the answers hold every entry of a quantity. */
  private covers(quantity: string): boolean {
    const answers = this.at(quantity)
    if (answers.some(({ place }) => place === null)) return true
    const size = this.truth.values.get(quantity)?.data.length ?? 0
    return answers.length > 0 && answers.length === size
  }

  /** The answers to a quantity: the answer to the whole where there is one, otherwise those to its entries. */
  private at(quantity: string): readonly Parent[] {
    const known = this.read.get(quantity)
    if (known !== undefined) return known
    const found = (this.steps.get(quantity) ?? []).flatMap(
      ({ id, place }) => this.parent(id, quantity, place) ?? [],
    )
    const whole = found.find(({ place }) => place === null)
    const answers = whole === undefined ? found : [whole]
    this.read.set(quantity, answers)
    return answers
  }

  /** Null where an answer cannot be read. */
  private parent(step: string, quantity: string, place: number | null): Parent | null {
    const right = this.truth.values.get(quantity)
    if (right === undefined) return null
    const isShown = this.revealed.has(step)
    if (isShown && this.judge === null) return shown(step, quantity, place, right)
    const own = this.answered(step, quantity, place, right)
    // What is right does not lose that by the reveal; nothing else follows from it any more.
    return isShown && !(own?.passes ?? null) ? shown(step, quantity, place, right) : own
  }

  private answered(
    step: string,
    quantity: string,
    place: number | null,
    right: Tensor<Scalar>,
  ): Parent | null {
    const cells = this.earlier.get(step) ?? []
    if (cells.length !== (place === null ? right.data.length : 1)) return null
    this.budget.spend(cells.reduce((work, cell) => work + 4 + cell.length, 0))
    const typed: ReadCell[] = []
    for (const cell of cells) {
      const read = this.scratch.read(cell)
      if (!read.ok) return null
      typed.push(read)
    }
    const data = typed.map(({ value }) => (isElement(value) ? value : this.budget.keep(value)))
    const exact = entriesAt(right, place)
    const differs = data.some((entry, at) => !this.field.equals(entry, exact[at] ?? rationals.zero))
    const standing = differs ? (this.judge?.(step, typed) ?? null) : null
    return {
      step,
      quantity,
      place,
      data,
      differs,
      trivial: data.every(isTrivial) && !exact.every(isTrivial),
      passes: standing?.passes ?? null,
      rests: standing?.rests ?? [],
    }
  }
}

/** A revealed quantity counts with its true value, whatever the student had typed there. */
function shown(step: string, quantity: string, place: number | null, right: Tensor<Scalar>): Parent {
  const data = entriesAt(right, place)
  return { step, quantity, place, data, differs: false, trivial: false, passes: null, rests: [] }
}

/** All entries, or the one at a place. */
function entriesAt({ data }: Tensor<Scalar>, place: number | null): readonly Scalar[] {
  return place === null ? data : data.slice(place, place + 1)
}

/** The student's entry at a place of a quantity. */
function valueAt(answers: readonly Parent[], at: number): Scalar {
  const parent = answers.find(({ place }) => place === null || place === at)
  return parent?.data[parent.place === null ? at : 0] ?? rationals.zero
}

const one = rational(1)

function isTrivial(entry: Scalar): boolean {
  // An entry of 0, 1 or -1 is always a rational here, however it was typed.
  if (isElement(entry)) return false
  return (
    rationals.isZero(entry) || rationals.equals(entry, one) || rationals.equals(rationals.neg(entry), one)
  )
}
