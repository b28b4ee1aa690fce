import { type StudentCells, stateAt } from '@/lib/client/board-state'
import type { BoardExercise, BoardStudent } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'

/** How a student stands in one exercise: what a row of the grid is sorted and labelled by. */
export interface Standing {
  readonly student: BoardStudent
  readonly cells: StudentCells
  /** Steps that are right, follow, or were revealed. */
  readonly done: number
  readonly finished: boolean
  /** Wrong tries at the unfinished step that has most of them. */
  readonly wrong: number
  /** Minutes without an answer, of somebody who is here and not finished; else 0. */
  readonly idleMinutes: number
}

/** From so many wrong tries on a row is marked: one wrong answer is how learning goes. */
const stuckFrom = 3
/** And from so many minutes without an answer. */
const idleFrom = 5

/** `now` in Unix milliseconds. */
export function standingOf(
  student: BoardStudent,
  cells: StudentCells,
  exercise: BoardExercise,
  now: number,
): Standing {
  let done = 0
  let wrong = 0
  for (const { id } of exercise.steps) {
    const state = stateAt(cells, exercise.version, id)
    if (state === 'right' || state === 'follows' || state === 'revealed') done += 1
    else wrong = Math.max(wrong, cells.get(stepKey(exercise.version, id))?.wrong ?? 0)
  }
  const finished = done === exercise.steps.length
  const waiting = student.presence === 'here' && !finished
  const since = student.lastAnswerAt ?? student.joinedAt
  const idleMinutes = waiting ? Math.max(0, Math.floor((now - since) / 60_000)) : 0
  return { student, cells, done, finished, wrong, idleMinutes }
}

export type Need = { kind: 'stuck'; tries: number } | { kind: 'idle'; minutes: number } | null

/** What a row is marked with: somebody who has left cannot be helped now. */
export function needOf(standing: Standing): Need {
  if (standing.student.presence === 'gone' || standing.finished) return null
  if (standing.wrong >= stuckFrom) return { kind: 'stuck', tries: standing.wrong }
  if (standing.idleMinutes >= idleFrom) return { kind: 'idle', minutes: standing.idleMinutes }
  return null
}

export type Order = 'needs' | 'name' | 'progress'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function byName(a: Standing, b: Standing): number {
  return (
    collator.compare(a.student.name, b.student.name) || a.student.joinedAt - b.student.joinedAt || byId(a, b)
  )
}

function byId(a: Standing, b: Standing): number {
  return a.student.id < b.student.id ? -1 : a.student.id > b.student.id ? 1 : 0
}

/** A first wrong answer moves nobody; from the second on, more tries stand higher. Idle ones come next. */
function urgency({ student, finished, wrong, idleMinutes }: Standing): number {
  if (student.presence === 'gone' || finished) return 0
  if (wrong >= 2) return 1_000_000 + wrong
  return idleMinutes >= idleFrom ? Math.min(idleMinutes, 999_999) : 0
}

const comparisons: Record<Order, (a: Standing, b: Standing) => number> = {
  name: byName,
  progress: (a, b) => b.done - a.done || byName(a, b),
  needs: (a, b) => urgency(b) - urgency(a) || byName(a, b),
}

/** A total order, so that rows that stand alike never change places. */
export function sortStandings(standings: readonly Standing[], order: Order): Standing[] {
  return [...standings].sort(comparisons[order])
}

/** Share of the students who are right at a step, in whole percent; null without students. */
export function shareRight(standings: readonly Standing[], version: string, step: string): number | null {
  if (standings.length === 0) return null
  const right = standings.filter(({ cells }) => stateAt(cells, version, step) === 'right').length
  return Math.round((100 * right) / standings.length)
}
