import { type Refused, refused } from '@/lib/classroom/refusal'
import type { Cell } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import type { GradedStep } from '@/lib/grading'
import type { StepAddress } from '@/lib/protocol/step-address'
import { addressOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { cellsById } from '../../db/submissions'
import type { WorkerPool } from '../../workers/pool'
import { typedCells } from '../room/answered'
import type { Room } from '../room/room'
import type { ClassExercise } from '../room/shelf'

/** The most characters of earlier answers on which a verdict may rest, far above what is typed by hand. */
const earlierChars = 262_144

export interface Grades {
  readonly ok: true
  readonly result: GradedStep
  readonly engine: string
  /** Ids of the student's submissions that the verdict rests on. */
  readonly follows: readonly string[]
}

/**
 * Grades a text by the variant of a seed and by the student's latest answers to its other steps ([G4]); nothing follows from
 * those whose solution was revealed ([G5]).
 */
export async function gradeText(
  room: Room,
  studentId: string,
  { version, step, cells }: StepAddress & { readonly cells: readonly string[] },
  exercise: ClassExercise,
  seed: number,
  pool: WorkerPool,
): Promise<Grades | Refused> {
  const others = otherCells(room, studentId, version, step)
  const ids = [...others.values()].map(({ latest }) => latest.id)
  const texts = await cellsById(studentId, ids)
  const earlier: [string, string[]][] = []
  let chars = 0
  for (const [other, { latest }] of others) {
    const text = texts.get(latest.id)
    if (text === undefined || chars + text.length > earlierChars) continue
    chars += text.length
    earlier.push([other, typedCells(text)])
  }
  const revealed = [...room.state.pacing.revealed]
    .map(addressOf)
    .flatMap(place => (place.version === version ? [place.step] : []))
  const { source } = exercise
  const outcome = await pool.run('grade', { version, source, seed, step, cells, earlier, revealed })
  if (!outcome.ok) {
    return outcome.why === 'busy'
      ? refused('busy', message('desk.not-checked-in-time'), 2000)
      : refused('failed', message('desk.not-checked'))
  }
  const { verdict, engine } = outcome.answer
  if (!verdict) return refused('failed', message('desk.not-checked'))
  const follows = outcome.answer.follows.flatMap(id => others.get(id)?.latest.of ?? [])
  return { ok: true, result: verdict, engine, follows }
}

/** Whether the student answered another step of the same exercise since the latest answer to this one. */
export function answeredSince(room: Room, studentId: string, key: StepKey): boolean {
  const { version, step } = addressOf(key)
  const at = room.cellAt(studentId, key)?.latest.at ?? 0
  return [...otherCells(room, studentId, version, step).values()].some(({ latest }) => latest.at >= at)
}

/** A student's cells of one version, by their steps' ids, in the order of the exercise; one step is left out. */
export function otherCells(
  room: Room,
  studentId: string,
  version: string,
  left: string | null,
): Map<string, Cell> {
  const student = room.state.students.get(studentId)
  const found = new Map<string, Cell>()
  for (const part of room.exercise(version)?.view.flow ?? []) {
    if (part.type !== 'step' || part.step.id === left) continue
    const cell = cellAt(room.state, student, stepKey(version, part.step.id))
    if (cell) found.set(part.step.id, cell)
  }
  return found
}
