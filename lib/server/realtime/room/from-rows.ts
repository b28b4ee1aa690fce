import type { ClassEvent } from '@/lib/classroom/events'
import { replay } from '@/lib/classroom/reduce'
import type { ClassState, Student } from '@/lib/classroom/state'
import { storedMistakes } from '@/lib/classroom/stored-verdict'
import { keyOf } from '@/lib/protocol/step-key'
import { countedVerdict } from '@/lib/protocol/verdict'
import { classEvents } from '../../db/class-events'
import { type StudentRecord, studentsOfClass } from '../../db/students'
import { type CountedSubmission, countedSubmissions } from '../../db/submissions'
import { followedIds } from './answered'

/** What a class works on: ids of exercise versions in its order, and those of them that have random values. */
export interface Chosen {
  readonly versions: readonly string[]
  readonly drawing: readonly string[]
}

/**
 * The state of a class made from its rows: who joined, then answers and events in the order in which they were
 * committed.
 */
export async function stateFromRows(classId: string, chosen: Chosen): Promise<ClassState> {
  const joined = (await studentsOfClass(classId)).map(joinedEvent)
  let state = replay([...joined, { type: 'exercises-chosen', ...chosen }])
  for await (const events of inOrder(classId)) state = replay(events, state)
  return state
}

/** One student's part of that state, the same as in the whole; null where the student is not in the class. */
export async function studentFromRows(
  classId: string,
  chosen: Chosen,
  studentId: string,
): Promise<Student | null> {
  const record = (await studentsOfClass(classId)).find(({ id }) => id === studentId)
  if (!record) return null
  let state = replay([joinedEvent(record), { type: 'exercises-chosen', ...chosen }])
  for await (const events of inOrder(classId, studentId)) state = replay(events, state)
  return state.students.get(studentId) ?? null
}

function joinedEvent({ id, name, joinedAt, seed, number }: StudentRecord): ClassEvent {
  return { type: 'student-joined', student: id, name, joinedAt, seed, number }
}

/** Answers and events of a class in one order: an event comes after the last submission that was there before it. */
export async function* inOrder(classId: string, studentId?: string): AsyncGenerator<ClassEvent[]> {
  const log = classEvents(classId)
  let next = await log.next()
  for await (const rows of countedSubmissions(classId, studentId)) {
    const events: ClassEvent[] = []
    for (const row of rows) {
      while (!next.done && next.value.after < row.seq) {
        events.push({ type: 'logged', entry: next.value.event })
        next = await log.next()
      }
      const answer = answerOf(row)
      if (answer) events.push(answer)
    }
    yield events
  }
  const rest: ClassEvent[] = []
  while (!next.done) {
    rest.push({ type: 'logged', entry: next.value.event })
    next = await log.next()
  }
  yield rest
}

function answerOf(row: CountedSubmission): ClassEvent | null {
  const verdict = countedVerdict(row.verdict)
  if (!verdict) return null
  const { studentId: student, id, at, seed, regrades: of } = row
  const follows = followedIds(row.follows)
  const mistakes = row.wrongResult === null ? [] : storedMistakes(row.wrongResult)
  const step = keyOf(row)
  if (of !== null) return { type: 'regraded', student, step, id, of, verdict, mistakes, follows }
  return { type: 'answered', student, step, seed, id, verdict, mistakes, follows, at }
}
