import { isHeld } from '@/lib/classroom/pacing'
import type { Cell, Standing } from '@/lib/classroom/state'
import { storedVerdict } from '@/lib/classroom/stored-verdict'
import { newId } from '@/lib/protocol/ids'
import type { StepAddress } from '@/lib/protocol/step-address'
import { stepKey } from '@/lib/protocol/step-key'
import { submissionsById } from '../../db/submissions'
import { report } from '../../report'
import type { WorkerPool } from '../../workers/pool'
import { answeredText, typedCells } from '../room/answered'
import type { Ledger } from '../room/ledger'
import type { Room } from '../room/room'
import { deskAt } from './desk-for'
import { gradeText, otherCells } from './grade-text'

/**
 * [G5] Grades anew what rests on answers that have changed, or whose step was revealed, each stored text once, in the order of the answers; the boards
 * hear of it by the room, the student's pages here. What fails is found again with the next answer: a verdict that
 * rests on an answer that is not the latest of its step is one to grade anew, whenever that happened.
 */
export async function regrade(
  room: Room,
  studentId: string,
  version: string,
  means: { pool: WorkerPool; ledger: Ledger },
): Promise<void> {
  try {
    for (const { step, standing } of stale(room, studentId, version)) {
      if (!(await regradeOne(room, studentId, { version, step }, standing, means))) return
    }
  } catch (error) {
    report('a verdict could not be renewed', error)
  }
}

/** The same over every exercise of the class: what a crash or a busy server left undone. */
export function regradeAll(room: Room, studentId: string, means: { pool: WorkerPool; ledger: Ledger }): void {
  for (const version of room.state.chosen) {
    if (stale(room, studentId, version).length === 0) continue
    void room.lanes.run(studentId, () => regrade(room, studentId, version, means))
  }
}

interface Stale {
  readonly step: string
  readonly standing: Standing
  readonly at: number
}

function stale(room: Room, studentId: string, version: string): Stale[] {
  // Most students' answers rest on no other, which is seen without walking through the exercise.
  const answered = room.state.students.get(studentId)?.cells
  if (!answered || ![...answered.values()].some(followsAny)) return []
  const cells = otherCells(room, studentId, version, null)
  const { revealed } = room.state.pacing
  // A reveal ends what follows from a wrong answer, and not what goes on from a right one.
  const standing = [...cells].filter(
    ([step, { latest }]) => !revealed.has(stepKey(version, step)) || latest.verdict === 'right',
  )
  const current = new Set(standing.map(([, { latest }]) => latest.of))
  return [...cells]
    .flatMap(([step, cell]) => standings(cell).map(standing => ({ step, standing, at: cell.latest.at })))
    .filter(({ standing }) => standing.follows.some(id => !current.has(id)))
    .sort((a, b) => a.at - b.at)
}

/** Whether an answer at the step may rest on others. */
function followsAny({ latest, following, resting }: Cell): boolean {
  return latest.follows.length > 0 || following !== null || resting.length > 0
}

function standings({ latest, following, resting }: Cell): Standing[] {
  const all = [latest, ...(following === null ? [] : [following]), ...resting]
  return [...new Map(all.map(standing => [standing.of, standing])).values()]
}

async function regradeOne(
  room: Room,
  studentId: string,
  { version, step }: StepAddress,
  { of, ...before }: Standing,
  { pool, ledger }: { pool: WorkerPool; ledger: Ledger },
): Promise<boolean> {
  const exercise = room.exercise(version)
  const [row] = await submissionsById(studentId, [of])
  if (!exercise || !row) return false
  const cells = typedCells(row.cells)
  const grades = await gradeText(room, studentId, { version, step, cells }, exercise, row.seed, pool)
  if (!grades.ok || grades.result.verdict === 'invalid') return false
  const { result, engine, follows } = grades
  const { verdict, mistakes } = grades.result
  // A verdict that rests on what it rested on is no news.
  if (verdict === before.verdict && JSON.stringify(follows) === JSON.stringify(before.follows)) return true
  const stored = await ledger.append({
    id: newId(),
    classId: room.record.id,
    studentId,
    version,
    step,
    seed: row.seed,
    cells: row.cells,
    verdict,
    result: storedVerdict(result),
    engine,
    follows: JSON.stringify(follows),
    regrades: of,
    at: Date.now(),
  })
  const key = stepKey(version, step)
  room.apply({
    type: 'regraded',
    student: studentId,
    step: key,
    id: stored.id,
    of,
    verdict,
    mistakes,
    follows,
  })
  // While verdicts are held back, a changed verdict is not told either.
  if (isHeld(room.state.pacing, key)) return true
  const latest = room.cellAt(studentId, key)?.latest
  const shown = latest?.id === stored.id ? stored : (await submissionsById(studentId, [latest?.id ?? '']))[0]
  const found = await deskAt(room, studentId, key)
  const record = found.ok && shown ? found.desk.record(key, answeredText(shown)) : null
  if (record) for (const link of room.links.of(studentId)) link.tell('record', record)
  return true
}
