import { type StudentCells, stateAt } from '@/lib/client/board-state'
import type { BoardExercise, BoardStudent } from '@/lib/protocol/board'
import { byJoining } from '@/lib/protocol/joining'
import type { StepAddress } from '@/lib/protocol/step-address'
import { stepKey } from '@/lib/protocol/step-key'
import type { Pace } from '../pacing/pace-of'
import { isDone, stuckFrom } from './whereabouts'

/** How a student stands in one exercise; the grid sorts and labels rows by it. */
export interface Standing {
  readonly student: BoardStudent
  readonly cells: StudentCells
  /** Steps that are right, follow, were revealed, or do not count for this student. */
  readonly done: number
  /** Whether everything that is on the desks is done. */
  readonly finished: boolean
  /** Wrong tries with the same mistake, or all without a named one, at the unfinished step that has most of them. */
  readonly alike: number
  /** Minutes without an answer, for a student who is here and of whom one is expected now; otherwise 0. */
  readonly idleMinutes: number
}

/** Minutes without an answer from which a student counts as idle. */
const idleFrom = 5

/** `now` in Unix milliseconds. Without a `pace` every step is on the desks and takes answers. */
export function standingOf(
  student: BoardStudent,
  cells: StudentCells,
  exercise: BoardExercise,
  now: number,
  pace: Pace | null = null,
): Standing {
  let [done, alike, finished, waitedFor] = [0, 0, true, false]
  for (const { id } of exercise.steps) {
    const cell = cells.get(stepKey(exercise.version, id))
    if (isDone(cell)) {
      done += 1
      continue
    }
    alike = Math.max(alike, cell?.alike ?? 0)
    if (pace && !pace.released.has(id)) continue
    finished = false
    const spent = pace !== null && pace.cap !== null && (cell?.attempts ?? 0) >= pace.cap
    if (!spent && (pace === null || pace.open?.has(id))) waitedFor = true
  }
  const since = student.lastAnswerAt ?? student.joinedAt
  const waiting = student.presence === 'here' && waitedFor
  const idleMinutes = waiting ? Math.max(0, Math.floor((now - since) / 60_000)) : 0
  return { student, cells, done, finished: finished && done > 0, alike, idleMinutes }
}

export type Need =
  | { kind: 'hand' }
  | { kind: 'stuck'; tries: number }
  | { kind: 'idle'; minutes: number }
  | null

/** The mark of a row. Students who have left get none, because they cannot be helped now. */
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
  return collator.compare(a.student.name, b.student.name) || byJoining(a.student, b.student)
}

/** How often the same was wrong, for a student who can still be helped with it; otherwise 0. */
function tries({ student, finished, alike }: Standing): number {
  return student.presence === 'gone' || finished ? 0 : alike
}

function stuckness(standing: Standing): number {
  return tries(standing) < stuckFrom ? 0 : tries(standing)
}

function idleness({ idleMinutes }: Standing): number {
  return idleMinutes >= idleFrom ? idleMinutes : 0
}

/** Raised hands come first, in the order in which they went up. The hand of somebody who is gone does not count. */
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

/** Sorts by a total order, so that equal rows never change places. */
export function sortStandings(standings: readonly Standing[], order: Order): Standing[] {
  return [...standings].sort(comparisons[order])
}

/** Share of the students who are right at a step, in whole percent; null without students. */
export function shareRight(standings: readonly Standing[], on: StepAddress): number | null {
  if (standings.length === 0) return null
  const right = standings.filter(({ cells }) => stateAt(cells, on) === 'right').length
  return Math.round((100 * right) / standings.length)
}
