import type { Lock } from '@/lib/exercise'
import type { StepHints } from '@/lib/protocol/desk'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { DeskPacing } from '@/lib/protocol/pacing'
import type { Receipt } from '@/lib/protocol/receipt'
import type { StepAddress } from '@/lib/protocol/step-address'
import { addressOf, type StepKey, stepKey, versionOf } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { DeskTalk } from '@/lib/protocol/talk'
import type { Speaker } from '@/lib/words/argument'
import { deskPacing } from './desk-pacing'
import { noSuchStep, notWorkedOn, refusalAt } from './desk-refusals'
import { isKnownRight, shownRow } from './known'
import { closedLocks, type LockedView, openPart, openSteps } from './open-part'
import { isHeld, type Pacing } from './pacing'
import type { Refused } from './refusal'
import type { Cell } from './state'
import { stepHints } from './step-hints'
import { type AnsweredText, stepRecord, studentVerdict } from './step-record'
import { deskTalk, type SaidTo } from './talk-view'

/** An exercise with the numbers that one person has in it. */
export interface DeskExercise extends LockedView {
  readonly seed: number
  /** The texts of its hints by the ids of its steps. */
  readonly hints: ReadonlyMap<string, readonly string[]>
}

/** What a desk is made of, whoever keeps it. */
export interface DeskSource {
  /** The exercises in order. Withheld ones may be left out. */
  readonly exercises: readonly DeskExercise[]
  /** As it holds for this person. */
  readonly pacing: Pacing
  /** The steps that do not count for this person. */
  readonly excused: ReadonlySet<StepKey>
  /** What is known of this person's answers, including answers to other numbers. */
  readonly cells: ReadonlyMap<StepKey, Cell>
  /** How many hints were asked for at each step. */
  readonly hintsGiven: ReadonlyMap<StepKey, number>
  readonly said: () => SaidTo
  /** Makes sentences in this person's language. */
  readonly say: Speaker
}

/**
 * What one person may see and do now. It is a value: whatever happens afterwards makes another one. `now` is in Unix
 * milliseconds everywhere.
 */
export interface Desk {
  /**
   * Whether the person may see a step: there is one, it is released, and the person has come to it ([G11]). Nothing that a desk
   * gives out names another one.
   */
  has(step: StepKey): boolean
  /** The steps that it has, in order. */
  steps(): StepKey[]
  /** The seed of the person's numbers in an exercise; null where the exercise is not on the desk. */
  seed(version: string): number | null
  /** What is known of the answers to a step with the person's present numbers. */
  cell(step: StepKey): Cell | undefined
  exercises(): PublicExercise[]
  /** How many parts of an exercise are kept back until something is right. */
  keptBack(version: string): number
  /** The latest answers, by the ids of the rows that hold the verdicts that are shown. */
  answers(): Map<string, StepKey>
  /** What the desk shows of a stored answer; null where it shows none. */
  record(step: StepKey, answer: AnsweredText): StepRecord | null
  /**
   * What the person is told of a stored answer: while verdicts are held back only one that is known from before, and nothing
   * about a step that is not here.
   */
  told(step: StepKey, answer: AnsweredText): Pick<Receipt, 'result' | 'record'>
  pacing(now: number): DeskPacing
  /** The hints of a step; null where it has none or is not here. */
  hintsAt(step: StepKey): StepHints | null
  hints(): StepHints[]
  /** The steps whose solution was revealed. */
  revealed(): StepKey[]
  /** The steps that do not count for the person. */
  excused(): StepAddress[]
  talk(now: number): DeskTalk
  /**
   * Why nobody can work at a step; null where one can. A step that is kept back is refused like one that does not
   * exist.
   */
  absence(step: StepKey): Refused | null
  /** Why an answer to a step is not taken now. */
  refusal(step: StepKey, now: number): Refused | null
}

export function deskOf(source: DeskSource): Desk {
  const { pacing, cells, hintsGiven, said, say } = source
  const exercises = new Map(
    source.exercises
      .filter(({ view }) => !pacing.withheld.has(view.version))
      .map(exercise => [exercise.view.version, exercise]),
  )

  const seed = (version: string) => exercises.get(version)?.seed ?? null
  const cell = (step: StepKey) => {
    const known = cells.get(step)
    return known && known.seed === seed(versionOf(step)) ? known : undefined
  }
  /**
   * Whether a person is through with a step: knows what is right there, by an answer or because it was revealed, or is
   * excused from it. A right answer whose verdict is held back does not count, because what it opens would tell the
   * verdict.
   */
  const isSettled = (step: StepKey) => {
    if (pacing.revealed.has(step) || source.excused.has(step)) return true
    const known = cell(step)
    return known !== undefined && isKnownRight(known, pacing, step)
  }

  // Worked out at the first question about an exercise: most desks are asked about one step alone.
  const looked = new Map<string, { closed: readonly Lock[]; here: ReadonlySet<StepKey> }>()
  const lookAt = (version: string, exercise: DeskExercise) => {
    const known = looked.get(version)
    if (known) return known
    const closed = closedLocks(exercise, isSettled)
    const found = { closed, here: openSteps(exercise.view, pacing, closed) }
    looked.set(version, found)
    return found
  }
  const has = (step: StepKey) => {
    const version = versionOf(step)
    const exercise = exercises.get(version)
    return exercise !== undefined && lookAt(version, exercise).here.has(step)
  }
  const steps = () => [...exercises].flatMap(([version, exercise]) => [...lookAt(version, exercise).here])

  const record = (step: StepKey, answer: AnsweredText) => {
    const known = cell(step)
    return known && has(step) ? stepRecord(step, known, answer, pacing) : null
  }
  const hintsAt = (key: StepKey): StepHints | null => {
    const { version, step } = addressOf(key)
    const texts = has(key) ? exercises.get(version)?.hints.get(step) : undefined
    return texts ? stepHints(key, texts, hintsGiven.get(key) ?? 0, pacing.hints) : null
  }
  const absence = (step: StepKey) => {
    if (!exercises.has(versionOf(step))) return notWorkedOn
    return has(step) ? null : noSuchStep
  }

  return {
    has,
    steps,
    seed,
    cell,
    exercises: () =>
      [...exercises].map(([version, exercise]) =>
        openPart(exercise.view, pacing, lookAt(version, exercise).closed, say),
      ),
    keptBack(version) {
      const exercise = exercises.get(version)
      return exercise ? lookAt(version, exercise).closed.length : 0
    },
    answers: () =>
      new Map(
        steps().flatMap(step => {
          const known = cell(step)
          return known ? [[shownRow(known, pacing, step), step]] : []
        }),
      ),
    record,
    told(step, answer) {
      if (!has(step)) return { result: null, record: null }
      const shown = record(step, answer)
      if (shown) return { result: shown.result, record: shown }
      return { result: isHeld(pacing, step) ? null : studentVerdict(answer.result), record: null }
    },
    pacing: now => deskPacing(pacing, now, has),
    hintsAt,
    hints: () =>
      [...exercises].flatMap(([version, { hints }]) =>
        [...hints.keys()].flatMap(step => hintsAt(stepKey(version, step)) ?? []),
      ),
    revealed: () => [...pacing.revealed].filter(has),
    excused: () => [...source.excused].filter(has).map(addressOf),
    talk: now => deskTalk(said(), now, has),
    absence,
    refusal: (step, now) => refusalAt(step, pacing, now, cell(step), absence(step)),
  }
}
