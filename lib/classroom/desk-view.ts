import type { StepHints } from '@/lib/protocol/desk'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { DeskPacing } from '@/lib/protocol/pacing'
import { addressOf, type StepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { isHeld, isReleased, type Pacing } from './pacing'
import type { Cell, ClassState, Student } from './state'
import { cellAt } from './variant'

/** An answer as it is stored, which the shell reads for the view: texts are in no state. */
export interface AnsweredText {
  readonly id: string
  readonly cells: string[]
  readonly result: StepVerdict
  readonly at: number
}

/** Ids of the answers that a student's desk shows: the latest of each step that is on it. */
export function latestAnswers(
  state: ClassState,
  studentId: string,
): Map<string, { key: StepKey; cell: Cell }> {
  const student = state.students.get(studentId)
  return new Map(
    [...(student?.cells.keys() ?? [])].flatMap(key => {
      const cell = cellAt(state, student, key)
      return cell && isOnDesk(state, key) ? [[cell.latest.id, { key, cell }]] : []
    }),
  )
}

function isOnDesk(state: ClassState, key: StepKey): boolean {
  const { version, step } = addressOf(key)
  return state.chosen.includes(version) && isReleased(state.pacing, version, step)
}

/**
 * An exercise with the steps that are released, or null where it is withheld as a whole. A note or a sheet goes with the
 * step that follows it, a note at the end with the last step.
 */
export function deskExercise(exercise: PublicExercise, pacing: Pacing): PublicExercise | null {
  const { version, flow } = exercise
  if (pacing.withheld.has(version)) return null
  const stepIds = flow.map(part => (part.type === 'step' ? part.step.id : null))
  const last = stepIds.findLast(id => id !== null)
  const shown = flow.filter((_, at) => {
    const id = stepIds.slice(at).find(id => id !== null) ?? last
    return id === undefined || id === null || isReleased(pacing, version, id)
  })
  return shown.length === flow.length ? exercise : { ...exercise, flow: shown }
}

/** `now` in Unix milliseconds. Only steps that are `shown` are named. */
export function deskPacing(pacing: Pacing, now: number, shown: (key: StepKey) => boolean): DeskPacing {
  const { paused, cap, hints, focus, timer, homework } = pacing
  const named = (key: StepKey) => (shown(key) ? addressOf(key) : null)
  const place = focus && named(focus.step)
  const timed = timer?.step ? named(timer.step) : null
  return {
    paused,
    cap,
    hints,
    focus: focus && place && { id: focus.id, ...place },
    countdown:
      timer === null || (timer.step !== null && timed === null)
        ? null
        : { remainingMs: Math.max(0, timer.endsAt - now), on: timed },
    ...(homework && { homework: { ...homework, remainingMs: Math.max(0, homework.dueAt - now) } }),
  }
}

/** The hints that a student has of a step's `texts`. */
export function stepHints(
  student: Student,
  key: StepKey,
  texts: readonly string[],
  { hints }: Pacing,
): StepHints {
  const { version, step } = addressOf(key)
  const given = Math.min(texts.length, student.hints.get(key) ?? 0)
  return { version, step, given: texts.slice(0, given), more: hints && given < texts.length }
}

/** What a student is told of a verdict: the words, without the names of mistakes, which are the teacher's. */
export function studentVerdict({ verdict, cells, message }: StepVerdict): StepVerdict {
  return { verdict, cells, mistakes: [], message }
}

/** The student's own view of one step; while verdicts are held back, that the answer was received. */
export function stepRecord(key: StepKey, cell: Cell, answer: AnsweredText, pacing: Pacing): StepRecord {
  const { version, step } = addressOf(key)
  const { attempts: attempt, spent, latest } = cell
  const { cells } = answer
  // The id of a regrade would tell that there was one.
  if (isHeld(pacing, key)) {
    return { version, step, id: latest.of, cells, result: null, attempt, spent, best: null, at: latest.at }
  }
  const result = studentVerdict(answer.result)
  return { version, step, id: answer.id, cells, result, attempt, spent, best: cell.best, at: answer.at }
}
