import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { Meeting } from '../acceptance/meet'
import { type Derivation, quantityOf } from '../derivation/derive'
import { behind, type Known } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import { entryAt } from '../entry'
import { exerciseLimits } from '../limits'
import { Numbers } from '../mistakes/numbers'
import { inPlace, reaching } from '../mistakes/reach'
import { Classes } from './classes'
import { type Made, nameOf, waysAt } from './ways'
import type { World } from './world'

/** The class of the right answer. */
export const right = 0

/** Which mistakes give the same answer to one step on one set of numbers. */
export interface StepAnswers {
  readonly made: readonly Made[]
  /** The class of each mistake's answer, by its name; equal answers have one class. */
  readonly classes: ReadonlyMap<string, number>
  /**
   * Where more than the exact value counts: for each mistake, by its name, those that one typed answer passes for as well, each pair
   * once, and `right` where that is the right one. Null where only equal answers are the same.
   */
  readonly meeting: ReadonlyMap<string, ReadonlySet<string | typeof right>> | null
}

/**
 * The answers to a step that a single mistake leads to, made in the step or on the way to it where no step asks. Null
 * where they take too much work.
 */
export function answersTo(
  step: string,
  { derivation, values, table, accepts }: World,
  budget = lintBudget(),
): StepAnswers | null {
  const asked = derivation.asked.get(step)
  if (asked === undefined) return null
  const field = atomField(budget, table.fork())
  const target = quantityOf(derivation, asked.quantity)
  const known: Known<Scalar> = { whole: id => values.get(id), entries: () => undefined }
  const answer = values.get(target.id)
  if (answer === undefined) return null
  const done = withinBudget(() => {
    const numbers = new Numbers(derivation, field, known, budget)
    const sorted = new Classes(field)
    sorted.of(entryAt(answer, asked.index).data)
    const made = inPlace([
      ...reaching({ numbers, target, region: regionOf(derivation, target), known, budget, ways: waysAt }),
    ])
    const classes = new Map(
      made.map(one => [nameOf(one), sorted.of(entryAt(one.value, asked.index).data)] as const),
    )
    const acceptance = accepts.get(step)
    const meeting =
      acceptance === undefined
        ? null
        : meetingsOf(
            made.map(one => ({ name: nameOf(one), cells: entryAt(one.value, asked.index).data })),
            entryAt(answer, asked.index).data,
            new Meeting(acceptance, field, budget),
          )
    return { made: made.map(({ mistake, node, way }) => ({ mistake, node, way })), classes, meeting }
  })
  return done.ok ? done.value : null
}

interface Answer {
  readonly name: string
  readonly cells: readonly Scalar[]
}

function meetingsOf(
  answers: readonly Answer[],
  exact: readonly Scalar[],
  meeting: Meeting,
): Map<string, Set<string | typeof right>> {
  return new Map(
    answers.map(({ name, cells }, nth) => {
      const others = answers.slice(nth + 1).filter(other => meeting.all(cells, other.cells))
      const met = new Set<string | typeof right>(others.map(other => other.name))
      if (meeting.all(cells, exact)) met.add(right)
      return [name, met]
    }),
  )
}

/** The budget of one search of collisions on one set of numbers. */
export function lintBudget(): Budget {
  return new Budget({ work: exerciseLimits.lintWork, digits: exerciseLimits.digits })
}

/** The budget of all searches on one set of numbers. */
export function lintTotal(): Budget {
  return new Budget({ work: exerciseLimits.lintTotalWork, digits: exerciseLimits.digits })
}

/** Whether nothing is left of it. */
export function isSpent(budget: Budget): boolean {
  return !withinBudget(() => budget.spend(0)).ok
}

/** The same answers, paid from a budget for many searches. Null too where that is spent. */
export function answersWithin(total: Budget, step: string, world: World): StepAnswers | null {
  if (isSpent(total)) return null
  const own = lintBudget()
  const answers = answersTo(step, world, own)
  return withinBudget(() => total.spend(own.spent)).ok ? answers : null
}

/** What is computed on the way to a quantity and asked for by no step as a whole. */
function regionOf(derivation: Derivation, target: Quantity): Quantity[] {
  const wholes = new Set(
    [...derivation.asked.values()].flatMap(({ quantity, index }) => (index === null ? [quantity] : [])),
  )
  return behind(derivation, target.rule, id => wholes.has(id)).filter(({ about }) => about.kind !== 'stated')
}
