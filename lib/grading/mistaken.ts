import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, unlessUndecided } from '@/lib/exact/budget'
import type { Bounds } from '@/lib/exact/lazy'
import type { Tensor } from '@/lib/exact/tensor'
import {
  type Acceptance,
  type Bounded,
  entryAt,
  exerciseLimits,
  type Key,
  type Known,
  type Mistaken,
  type MistakeTable,
  mistakenAnswers,
  mistakesGiving,
  vocabularyIn,
} from '@/lib/exercise'
import type { MistakeId } from '@/lib/network'
import { gradeCell } from './cell'
import type { Ground } from './earlier'
import type { Question } from './follow'
import { nearTo } from './near'
import { isRead, Scratch } from './scratch'

/** A named mistake and the quantity at which it was made ([G6], [G7]). */
export interface Label {
  readonly mistake: MistakeId
  readonly node: string
}

interface Index {
  /** Wrong answers by the certified digits of their cells; those without digits are in all lists. */
  readonly hashed: ReadonlyMap<string, readonly Mistaken<Scalar>[]>
  readonly unhashed: readonly Mistaken<Scalar>[]
}

const indexes = new WeakMap<MistakeTable, Index>()

function hash(field: AtomField, cells: readonly Scalar[]): string | null {
  const prints = cells.map(field.fingerprint)
  return prints.includes(null) ? null : prints.join()
}

/** Made once for each table, with a budget of its own, so that it does not matter which answer came first ([G10]). */
function indexOf(table: MistakeTable): Index {
  const known = indexes.get(table)
  if (known !== undefined) return known
  const field = atomField(
    new Budget({ ...exerciseLimits, work: exerciseLimits.mistakeWork }),
    table.table.fork(),
  )
  const hashed = new Map<string, Mistaken<Scalar>[]>()
  const unhashed: Mistaken<Scalar>[] = []
  for (const answer of table.answers) {
    const print = hash(field, answer.value.data)
    if (print === null) unhashed.push(answer)
    else hashed.set(print, [...(hashed.get(print) ?? []), answer])
  }
  const index = { hashed, unhashed }
  indexes.set(table, index)
  return index
}

/**
 * [G6] The mistakes that give exactly these cells, as typed, on the true values: looked up by certified digits, then
 * proved. `acceptance` is the step's own.
 */
export function mistakesOnTruth(
  key: Key,
  step: string,
  cells: readonly string[],
  acceptance: Acceptance | null,
  budget: Budget,
): Label[] {
  const table = mistakenAnswers(key, step)
  if (table.bounded !== null) return boundedOnTruth(key, table, table.bounded, cells, acceptance, budget)
  const scratch = new Scratch(() => table.table, vocabularyIn(key.exercise))
  const field = scratch.field(budget)
  const typed = cells.map(text => scratch.read(text)).filter(isRead)
  const print = hash(
    field,
    typed.map(({ value }) => value),
  )
  const { hashed, unhashed } = indexOf(table)
  // A rounded decimal has other digits than the number that it stands for, and so has whatever is merely near.
  const near =
    (acceptance !== null && acceptance.kind !== 'exact') || print === null
      ? table.answers
      : [...(hashed.get(print) ?? []), ...unhashed]
  const gives = ({ value }: Mistaken<Scalar>) =>
    value.data.every((entry, at) => {
      const cell = typed[at]
      return cell !== undefined && gradeCell(cell, entry, acceptance, () => field).verdict === 'right'
    })
  return near
    .filter(answer => unlessUndecided(() => gives(answer)) === true)
    .map(({ mistake, node }) => ({ mistake, node }))
}

/** The same among answers known by bounds of their cells: those that are too far from what was typed are not worked out. */
function boundedOnTruth(
  key: Key,
  { table }: MistakeTable,
  bounded: readonly Bounded[],
  cells: readonly string[],
  acceptance: Acceptance | null,
  budget: Budget,
): Label[] {
  const scratch = new Scratch(() => table, vocabularyIn(key.exercise))
  const field = scratch.field(budget)
  const typed = cells.map(text => scratch.read(text)).filter(isRead)
  const near = typed.map(cell => nearTo(cell, acceptance, field))
  // Few are near, and what is made again takes no more than when the table was made.
  const making = new Budget({ ...exerciseLimits, work: exerciseLimits.mistakeWork })
  const made = scratch.field(making)
  const gives = ({ bounds, exactly }: Bounded): boolean =>
    bounds.every((cell, at) => near[at]?.(cell) === true) &&
    exactly(made, making).data.every((entry, at) => {
      const cell = typed[at]
      return cell !== undefined && gradeCell(cell, entry, acceptance, () => field).verdict === 'right'
    })
  return bounded
    .filter(answer => unlessUndecided(() => gives(answer)) === true)
    .map(({ mistake, node }) => ({ mistake, node }))
}

/**
 * [G6] The mistakes that give exactly these cells on the student's own earlier answers, made here or in steps that
 * were left out.
 */
export function mistakesOnOwn(question: Question, ground: Ground): Label[] {
  const { derivation, field, budget, target, asked } = question
  const region = ground.region.filter(({ about }) => about.kind !== 'stated')
  // The quantity asked for comes from its rule, even where some of its entries were answered separately.
  const { own } = ground
  const known: Known<Scalar> = {
    whole: id => (id === target.id ? undefined : own.whole(id)),
    entries: id => (id === target.id ? undefined : own.entries(id)),
  }
  const wanted = {
    near: (value: Tensor<Bounds>) =>
      entryAt(value, asked.index).data.every((entry, at) => question.mayFit(at, entry)),
    is: (value: Tensor<Scalar>) =>
      entryAt(value, asked.index).data.every((entry, at) => question.fits(at, entry)),
  }
  const numbers = { derivation, truth: question.truth }
  return mistakesGiving(wanted, numbers, field, target, region, known, budget).map(({ mistake, node }) => ({
    mistake,
    node,
  }))
}
