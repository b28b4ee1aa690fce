import type { ClassEvent } from '@/lib/classroom/events'
import { replay } from '@/lib/classroom/reduce'
import type { ClassState } from '@/lib/classroom/state'
import { chosenVersions } from '../db/classes'
import { type StudentRecord, studentsOfClass } from '../db/students'
import { inOrder } from '../realtime/room/from-rows'
import { type Recorded, recordedExercises } from './exercises'

type Joined = Extract<ClassEvent, { type: 'student-joined' }>

/** All that the rows of a class say, without the texts. */
export interface ClassRows {
  readonly students: readonly StudentRecord[]
  readonly joins: readonly Joined[]
  /** Answers, regrades and the log in their order. */
  readonly events: readonly ClassEvent[]
  /** The exercises that the class works on, then others that were answered. */
  readonly exercises: readonly Recorded[]
  /** The state at the beginning, with all exercises chosen, because no row says since when they were. */
  readonly begun: ClassState
  /** The class as it is now. */
  readonly state: ClassState
}

export async function classRows(classId: string): Promise<ClassRows> {
  const students = await studentsOfClass(classId)
  const joins = students.map(
    ({ id, name, joinedAt, seed }): Joined => ({ type: 'student-joined', student: id, name, joinedAt, seed }),
  )
  const events: ClassEvent[] = []
  for await (const page of inOrder(classId)) for (const event of page) events.push(event)
  const answered = events.flatMap(event =>
    event.type === 'answered' ? [event.step.slice(0, event.step.indexOf(' '))] : [],
  )
  const versions = new Set([...(await chosenVersions(classId)), ...answered])
  const exercises = await recordedExercises([...versions])
  const begun = replay([
    {
      type: 'exercises-chosen',
      versions: exercises.map(({ exercise }) => exercise.version),
      drawing: exercises.flatMap(({ exercise }) => (exercise.draws ? [exercise.version] : [])),
    },
  ])
  return { students, joins, events, exercises, begun, state: replay([...joins, ...events], begun) }
}
