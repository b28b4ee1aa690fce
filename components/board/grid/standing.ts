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
  /** Wrong tries that are alike (one mistake, or none with a name) at the unfinished step that has most of them. */
  readonly alike: number
  /** Minutes without an answer, of somebody who is here and not finished; else 0. */
  readonly idleMinutes: number
}

/** From so many of the same mistake on somebody is stuck: one wrong answer is how learning goes. */
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
  let alike = 0
  for (const { id } of exercise.steps) {
    const state = stateAt(cells, exercise.version, id)
    if (state === 'right' || state === 'follows' || state === 'revealed') done += 1
    else alike = Math.max(alike, cells.get(stepKey(exercise.version, id))?.alike ?? 0)
  }
  const finished = done === exercise.steps.length
  const waiting = student.presence === 'here' && !finished
  const since = student.lastAnswerAt ?? student.joinedAt
  const idleMinutes = waiting ? Math.max(0, Math.floor((now - since) / 60_000)) : 0
  return { student, cells, done, finished, alike, idleMinutes }
}

export type Need =
  | { kind: 'hand' }
  | { kind: 'stuck'; tries: number }
  | { kind: 'idle'; minutes: number }
  | null

/** What a row is marked with: somebody who has left cannot be helped now. */
export function needOf(standing: Standing): Need {
  if (standing.student.presence === 'gone') return null
  if (standing.student.hand !== null) return { kind: 'hand' }
  if (standing.finished) return null
  if (standing.alike >= stuckFrom) return { kind: 'stuck', tries: standing.alike }
  if (standing.idleMinutes >= idleFrom) return { kind: 'idle', minutes: standing.idleMinutes }
  return null
}

export type Order = 'needs' | 'stuck' | 'idle' | 'name' | 'progress'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function byName(a: Standing, b: Standing): number {
  return (
    collator.compare(a.student.name, b.student.name) || a.student.joinedAt - b.student.joinedAt || byId(a, b)
  )
}

function byId(a: Standing, b: Standing): number {
  return a.student.id < b.student.id ? -1 : a.student.id > b.student.id ? 1 : 0
}

/** How often the same was wrong, of somebody who can still be helped with it. */
function tries({ student, finished, alike }: Standing): number {
  return student.presence === 'gone' || finished ? 0 : alike
}

function stuckness(standing: Standing): number {
  return tries(standing) < stuckFrom ? 0 : tries(standing)
}

function idleness({ idleMinutes }: Standing): number {
  return idleMinutes >= idleFrom ? idleMinutes : 0
}

/** Hands first, the one that went up first before the others; a hand left up by somebody who is gone moves nobody. */
function byHand(a: Standing, b: Standing): number {
  const [one, other] = [a, b].map(({ student }) =>
    student.presence === 'gone' ? Infinity : (student.hand?.id ?? Infinity),
  ) as [number, number]
  return one === other ? 0 : one - other
}

const byStuck = (a: Standing, b: Standing) => stuckness(b) - stuckness(a)
const byIdle = (a: Standing, b: Standing) => idleness(b) - idleness(a)

const comparisons: Record<Order, (a: Standing, b: Standing) => number> = {
  name: byName,
  progress: (a, b) => b.done - a.done || byName(a, b),
  needs: (a, b) => byHand(a, b) || byStuck(a, b) || byIdle(a, b) || byName(a, b),
  stuck: (a, b) => tries(b) - tries(a) || byName(a, b),
  idle: (a, b) => b.idleMinutes - a.idleMinutes || byName(a, b),
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
