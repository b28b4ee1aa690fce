import { atomField, type Scalar, shortestScalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { rationals } from '@/lib/exact/rational'
import { mapTensor, showShape, type Tensor } from '@/lib/exact/tensor'
import {
  buildKey,
  derivationOf,
  entryAt,
  exerciseLimits,
  isTensorStep,
  type Key,
  type KeyStep,
  type Known,
  mistakenAnswers,
  placeAt,
  quantityOf,
  readExercise,
  solutionCells,
  truthOf,
  workOut,
} from '@/lib/exercise'

/** An answer as a value, and as typed: one text for each cell, row-major. */
export interface Answer {
  /** Null where it is no number: a shape, a formula, a choice, words. */
  readonly value: Tensor<Scalar> | null
  readonly cells: readonly string[]
  /** The named mistake that it is, or null. */
  readonly mistake: string | null
}

/** Answers of one student to one exercise, by the ids of the steps. */
export type Answers = ReadonlyMap<string, Answer>

/** What everybody writes where words are asked for. */
const written = 'It follows from the chain rule: each factor is what that line does with a small change.'

/** Everything that students may answer to one exercise, right and wrong, computed from the file. */
export class Solutions {
  private readonly steps: ReadonlyMap<string, KeyStep>
  private readonly mistakes = new Map<string, readonly Answer[]>()

  private constructor(private readonly key: Key) {
    this.steps = new Map(key.steps.map(step => [step.id, step]))
  }

  /** Throws where the file is wrong: the simulator is given files that a server took. */
  static of(source: string): Solutions {
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise) : read
    if (!built.ok) throw new Error(`the exercise is wrong: ${built.errors[0]?.message}`)
    return new Solutions(built.key)
  }

  /** Ids of the steps in the exercise's order. */
  get ids(): readonly string[] {
    return [...this.steps.keys()]
  }

  right(id: string): Answer {
    const step = this.step(id)
    if (isTensorStep(step)) return typed(step.answer, null)
    const cells = step.kind === 'text' ? [written] : solutionCells(step)
    return { value: null, cells, mistake: null }
  }

  /** One answer for each mistake of the catalogue that shows at the step; no text comes twice. */
  mistaken(id: string): readonly Answer[] {
    const known = this.mistakes.get(id) ?? this.everyMistake(id)
    this.mistakes.set(id, known)
    return known
  }

  /** Wrong answers where no rule makes them: the other options of a choice, and a shape turned round. */
  misjudged(id: string): readonly Answer[] {
    return misjudgedCells(this.step(id)).map(cells => ({ value: null, cells, mistake: null }))
  }

  private everyMistake(id: string): Answer[] {
    const texts = new Set([this.right(id).cells.join()])
    return mistakenAnswers(this.key, id).answers.flatMap(one => {
      // Exact values of deep networks are worked out when they are read, which may take too much.
      const done = withinBudget(() => typed(one.value, one.mistake))
      if (!done.ok) return []
      const answer = done.value
      const text = answer.cells.join()
      if (texts.has(text)) return []
      texts.add(text)
      return [answer]
    })
  }

  /** The answer of somebody who does the step rightly from their own earlier answers; it is right where these are. */
  from(id: string, own: Answers): Answer {
    const done = withinBudget(() => this.workedOut(id, own))
    return done.ok && done.value !== null ? done.value : this.right(id)
  }

  private workedOut(id: string, own: Answers): Answer | null {
    const derivation = derivationOf(this.key.exercise)
    const asked = derivation.asked.get(id)
    const truth = truthOf(this.key)
    if (asked === undefined || truth === null) return null
    const given = new Map<string, Map<number | null, Tensor<Scalar>>>()
    for (const [step, { quantity, index }] of derivation.asked) {
      const value = own.get(step)?.value
      if (step === id || !value) continue
      const place = index === null ? null : placeAt(quantityOf(derivation, quantity).shape, index)
      given.set(quantity, (given.get(quantity) ?? new Map()).set(place, value))
    }
    const known: Known<Scalar> = {
      whole: quantity => {
        const stated = quantityOf(derivation, quantity).about.kind === 'stated'
        return stated ? truth.values.get(quantity) : given.get(quantity)?.get(null)
      },
      entries: quantity => {
        const answers = [...(given.get(quantity) ?? [])].flatMap(([place, { data }]) =>
          place === null || data[0] === undefined ? [] : [[place, data[0]] as const],
        )
        return answers.length === 0 ? undefined : new Map(answers)
      },
    }
    const budget = new Budget({ work: exerciseLimits.work, digits: exerciseLimits.digits })
    const field = atomField(budget, truth.table.fork())
    const whole = workOut(derivation, field, quantityOf(derivation, asked.quantity), known, budget)
    return whole && typed(entryAt(whole, asked.index), null)
  }

  private step(id: string): KeyStep {
    const step = this.steps.get(id)
    if (step === undefined) throw new RangeError(`no step ${id}`)
    return step
  }
}

function typed(value: Tensor<Scalar>, mistake: string | null): Answer {
  return { value, cells: value.data.map(shortestScalar), mistake }
}

function misjudgedCells(step: KeyStep): string[][] {
  if (step.kind === 'find') {
    return step.choices.filter(choice => !step.accepted.includes(choice)).map(choice => [choice])
  }
  if (step.kind === 'choice') return misjudgedChoices(step.options, step.answer)
  if (step.kind !== 'shape') return []
  const turned = showShape(step.answer.toReversed())
  return turned === showShape(step.answer) ? [] : [[turned]]
}

/** One of several wrong options; where several are right, one of these is missed or a wrong one is taken for right. */
function misjudgedChoices(options: readonly string[], right: readonly string[]): string[][] {
  const wrong = options.filter(option => !right.includes(option))
  if (right.length === 1) return wrong.map(option => [option])
  const missed = right.map(left => right.filter(option => option !== left))
  return [...missed, ...wrong.map(option => [...right, option])]
}

/** The same answer with the wrong sign in one cell: a slip, which no rule explains. Null where all cells are 0. */
export function withSlip({ value }: Answer, at: number): Answer | null {
  if (value === null) return null
  const places = value.data.flatMap((entry, place) => ('n' in entry && entry.n !== 0n ? [place] : []))
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return null
  const slipped = mapTensor(value, (entry, nth) =>
    nth === place && 'n' in entry ? rationals.neg(entry) : entry,
  )
  return typed(slipped, null)
}
