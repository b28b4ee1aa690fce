import type { ClassEvent } from './events'
import { type Cell, type ClassState, emptyClass, type Graded, type Student } from './state'

type StudentEvent = Exclude<ClassEvent, { type: 'exercises-chosen' }>

const rank = { wrong: 0, follows: 1, right: 2 } as const

/**
 * The next state. An event that changes nothing (a student joined twice, one who is not in the class) gives
 * back the state itself, so that `===` tells whether anything is to be shown anew. Copies one student and the
 * outer map: O(students) an event, and the map before stays as it was.
 */
export function reduce(state: ClassState, event: ClassEvent): ClassState {
  if (event.type === 'exercises-chosen') return { ...state, chosen: event.versions }
  const before = state.students.get(event.student)
  const after = reduceStudent(before, event)
  return after === undefined || after === before
    ? state
    : { ...state, students: new Map(state.students).set(after.id, after) }
}

/**
 * The state that a series of events leads to, the same as reducing one by one, without a copy of the class
 * for each: a class is rebuilt from a hundred thousand rows.
 */
export function replay(events: Iterable<ClassEvent>, from: ClassState = emptyClass): ClassState {
  const students = new Map(from.students)
  let chosen = from.chosen
  for (const event of events) {
    if (event.type === 'exercises-chosen') {
      chosen = event.versions
      continue
    }
    const after = reduceStudent(students.get(event.student), event)
    if (after) students.set(after.id, after)
  }
  return { students, chosen }
}

/** Everything that happens to one student touches that student alone. Undefined: not in this class. */
function reduceStudent(before: Student | undefined, event: StudentEvent): Student | undefined {
  if (event.type === 'student-joined') return before ?? newStudent(event)
  if (!before) return undefined
  switch (event.type) {
    case 'answered':
      return {
        ...before,
        working: before.working === event.step ? null : before.working,
        lastAnswerAt: Math.max(before.lastAnswerAt ?? event.at, event.at),
        cells: new Map(before.cells).set(event.step, counted(before.cells.get(event.step), event)),
      }
    case 'presence':
      if (before.here === event.here) return before
      return { ...before, here: event.here, working: event.here ? before.working : null }
    case 'working':
      return before.working === event.step ? before : { ...before, working: event.step }
  }
}

function newStudent(joined: Extract<ClassEvent, { type: 'student-joined' }>): Student {
  return {
    id: joined.student,
    name: joined.name,
    joinedAt: joined.joinedAt,
    here: false,
    working: null,
    lastAnswerAt: null,
    cells: new Map(),
  }
}

function counted(before: Cell | undefined, answer: { id: string; verdict: Graded; at: number }): Cell {
  const { id, verdict, at } = answer
  return {
    attempts: (before?.attempts ?? 0) + 1,
    wrong: (before?.wrong ?? 0) + (verdict === 'wrong' ? 1 : 0),
    best: before && rank[before.best] >= rank[verdict] ? before.best : verdict,
    latest: { id, at },
  }
}
