import { cellNumbers, cellStates, type HistoryFrame, type HistoryStudent } from '@/lib/protocol/history'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import { BoardChanges } from './board-changes'
import { boardPacing } from './board-view'
import type { ClassEvent } from './events'
import { reachOf } from './log'
import { replay } from './reduce'
import type { ClassState } from './state'

/** An event with its time in Unix milliseconds. */
export interface Moment {
  readonly at: number
  readonly event: ClassEvent
}

type Joined = Extract<ClassEvent, { type: 'student-joined' }>

/**
 * Joins and everything else in one order, in which times never go back: a renewed verdict has the time of what came
 * before it, and a student who answered had joined by then.
 */
export function inTime(joins: readonly Joined[], events: readonly ClassEvent[]): Moment[] {
  const timed: Moment[] = []
  const first = new Map<string, number>()
  let at = 0
  for (const event of events) {
    at = Math.max(at, timeOf(event) ?? at)
    timed.push({ at, event })
    if (event.type === 'answered' && !first.has(event.student)) first.set(event.student, at)
  }
  const since = ({ student, joinedAt }: Joined) => Math.min(joinedAt, first.get(student) ?? joinedAt)
  const coming = joins.map(event => ({ at: since(event), event })).sort((a, b) => a.at - b.at)
  const merged: Moment[] = []
  let next = 0
  for (const moment of timed) {
    for (let join = coming[next]; join && join.at <= moment.at; join = coming[next]) {
      merged.push(join)
      next += 1
    }
    merged.push(moment)
  }
  return [...merged, ...coming.slice(next)]
}

function timeOf(event: ClassEvent): number | null {
  if (event.type === 'answered') return event.at
  return event.type === 'logged' ? event.entry.at : null
}

/** The numbers that stand for students and steps in frames. */
export interface Numbering {
  readonly students: ReadonlyMap<string, number>
  readonly steps: ReadonlyMap<StepKey, number>
}

/**
 * What a board would have been told, moment by moment. Events within the same `widthMs` make one frame, in which a
 * cell comes once. Frames without a visible change are left out.
 */
export function* framesOf(
  moments: readonly Moment[],
  start: ClassState,
  numbering: Numbering,
  widthMs: number,
): Generator<HistoryFrame> {
  const changes = new BoardChanges()
  let state = start
  for (const group of grouped(moments, widthMs)) {
    const before = state
    state = replay(
      group.map(({ event }) => event),
      before,
    )
    for (const { event } of group) changes.mark(before, state, event)
    const at = group.at(-1)?.at ?? 0
    const told = changes.take(state, { exercises: () => [], pacing: () => boardPacing(state, at) }, 0, 0)
    const cells = told.cells.flatMap(({ student, version, step, ...cell }) => {
      const [row, column] = [numbering.students.get(student), numbering.steps.get(stepKey(version, step))]
      if (row === undefined || column === undefined) return []
      const { state, attempts, wrong, hints, alike, excused } = cell
      return [row, column, cellStates.indexOf(state), attempts, wrong, hints, alike, excused ? 1 : 0]
    })
    const answered = new Set(
      group.flatMap(({ event }) =>
        event.type === 'answered' ? [numbering.students.get(event.student)] : [],
      ),
    )
    const frame: HistoryFrame = { at, cells, answered: [...answered].filter(place => place !== undefined) }
    if (told.pacing) frame.pacing = told.pacing
    if (cells.length > 0 || frame.answered.length > 0 || frame.pacing) yield frame
  }
}

/** Whether the time line has a mark for it. The frame ends with it, so that the mark leads to what it says. */
function isMarked({ event }: Moment): boolean {
  return event.type === 'logged' && reachOf(event.entry) !== 'student'
}

function* grouped(moments: readonly Moment[], widthMs: number): Generator<Moment[]> {
  let group: Moment[] = []
  for (const moment of moments) {
    const [first] = group
    const last = group.at(-1)
    const later = first && Math.floor(first.at / widthMs) !== Math.floor(moment.at / widthMs)
    if (later || (last && isMarked(last))) {
      yield group
      group = []
    }
    group.push(moment)
  }
  if (group.length > 0) yield group
}

/** The size of a frame: its cells, and the places that its pace names. */
export function sizeOfFrame({ cells, pacing }: HistoryFrame): number {
  const named = pacing ? 1 + pacing.withheld.length + pacing.opened.length + pacing.revealed.length : 0
  return cells.length / cellNumbers + 2 * named
}

/** Students in the order in which they came, with the time since which they are in the class. */
export function studentsIn(moments: readonly Moment[]): HistoryStudent[] {
  return moments.flatMap(({ at, event }) =>
    event.type === 'student-joined' ? [{ id: event.student, name: event.name, since: at }] : [],
  )
}
