import { defaultSeed } from '@/lib/exercise/limits'
import { inOrderOfJoining } from '@/lib/protocol/joining'
import type { StepKey } from '@/lib/protocol/step-key'
import { counted, regraded } from './counted'
import type { ClassEvent } from './events'
import { noExceptions } from './exceptions'
import { pacingAfter, shownAfter, studentAfter, talkAfter, whomOf } from './log'
import type { Pacing } from './pacing'
import { PersistentMap } from './persistent-map'
import { type ClassState, emptyClass, type Student } from './state'

/** The class without its people. */
type Settings = Omit<ClassState, 'students'>

/**
 * The next state. An event that changes nothing (a student who joined before, or is not in the class) gives back the
 * same object, so that `===` tells whether anything has to be shown anew. It copies one student and a block of
 * others; the state before stays as it was.
 */
export function reduce(state: ClassState, event: ClassEvent): ClassState {
  const settings = settingsAfter(state, event)
  const before = state.students.get(studentOf(event) ?? '')
  if (event.type === 'student-left') return before ? { ...state, students: without(state, before.id) } : state
  const after = reduceStudent(before, event, settings.pacing)
  const students =
    after === undefined || after === before
      ? state.students
      : inPlace(PersistentMap.of(state.students).with(after.id, after), event)
  if (settings === state && students === state.students) return state
  return { ...state, ...settings, students }
}

/**
 * The state that a series of events leads to, the same as reducing one by one, but without a copy of the class for
 * each, because a class may be rebuilt from a hundred thousand rows.
 */
export function replay(events: Iterable<ClassEvent>, from: ClassState = emptyClass): ClassState {
  const students = new Map(from.students)
  let settings: Settings = from
  for (const event of events) {
    settings = settingsAfter(settings, event)
    if (event.type === 'student-left') students.delete(event.student)
    const after = reduceStudent(students.get(studentOf(event) ?? ''), event, settings.pacing)
    if (after) students.set(after.id, after)
  }
  const { chosen, drawing, pacing, talk, showing } = settings
  return { students: inOrderOfJoining(students), chosen, drawing, pacing, talk, showing }
}

/** The settings themselves where the event changes nothing about them. */
function settingsAfter(settings: Settings, event: ClassEvent): Settings {
  if (event.type === 'exercises-chosen') {
    return { ...settings, chosen: event.versions, drawing: new Set(event.drawing) }
  }
  if (event.type !== 'logged') return settings
  const pacing = pacingAfter(settings.pacing, event.entry)
  const talk = talkAfter(settings.talk, event.entry)
  const showing = shownAfter(settings.showing, event.entry)
  return pacing === settings.pacing && talk === settings.talk && showing === settings.showing
    ? settings
    : { ...settings, pacing, talk, showing }
}

/** The one person whom an event may change; null where it is about the class. */
export function studentOf(event: ClassEvent): string | null {
  if (event.type === 'exercises-chosen') return null
  return event.type === 'logged' ? whomOf(event.entry) : event.student
}

/** The student after an event about that student; undefined where the student is not in this class. */
function reduceStudent(before: Student | undefined, event: ClassEvent, pacing: Pacing): Student | undefined {
  if (event.type === 'student-joined') return before ?? newStudent(event)
  // The rows do not tell whether somebody is here.
  if (event.type === 'student-rebuilt') {
    return { ...event.is, presence: before?.presence ?? 'gone', working: before?.working ?? null }
  }
  if (!before) return undefined
  switch (event.type) {
    case 'exercises-chosen':
    case 'student-left':
      return before
    case 'student-renamed':
      return { ...before, name: event.name, number: event.number }
    case 'logged':
      return studentAfter(before, event.entry)
    case 'answered':
      // Answers of a merged entry to numbers that this student never had do not count.
      if (event.seed !== before.seed && event.seed !== defaultSeed) return before
      return {
        ...before,
        working: before.working === event.step ? null : before.working,
        ...latestOf(before, event),
        cells: new Map(before.cells).set(event.step, counted(before.cells.get(event.step), event, pacing)),
      }
    case 'regraded': {
      const cell = before.cells.get(event.step)
      if (!cell) return before
      const after = regraded(cell, event, pacing)
      return after === cell ? before : { ...before, cells: new Map(before.cells).set(event.step, after) }
    }
    case 'presence':
      if (before.presence === event.presence) return before
      return {
        ...before,
        presence: event.presence,
        working: event.presence === 'gone' ? null : before.working,
      }
    case 'working':
      return before.working === event.step ? before : { ...before, working: event.step }
  }
}

/** The time and step of the latest answer. Those of a merged entry come when later ones are here already. */
function latestOf(
  { lastAnswerAt, lastStep }: Student,
  { at, step }: { readonly at: number; readonly step: StepKey },
): Pick<Student, 'lastAnswerAt' | 'lastStep'> {
  return lastAnswerAt === null || at >= lastAnswerAt
    ? { lastAnswerAt: at, lastStep: step }
    : { lastAnswerAt, lastStep }
}

function newStudent(joined: Extract<ClassEvent, { type: 'student-joined' }>): Student {
  return {
    id: joined.student,
    name: joined.name,
    number: joined.number ?? null,
    joinedAt: joined.joinedAt,
    seed: joined.seed,
    presence: 'gone',
    hand: null,
    working: null,
    lastAnswerAt: null,
    lastStep: null,
    cells: new Map(),
    hints: new Map(),
    vote: null,
    exceptions: noExceptions,
  }
}

function without({ students }: ClassState, id: string): Map<string, Student> {
  const left = new Map(students)
  left.delete(id)
  return left
}

/** Who comes or comes back gets the place of joining: desks open in any order. */
function inPlace(students: ReadonlyMap<string, Student>, event: ClassEvent): ReadonlyMap<string, Student> {
  const comes = event.type === 'student-joined' || event.type === 'student-rebuilt'
  return comes ? inOrderOfJoining(students) : students
}
