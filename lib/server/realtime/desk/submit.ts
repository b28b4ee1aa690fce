import { notWorkedOn, paused } from '@/lib/classroom/desk-refusals'
import { shownRow } from '@/lib/classroom/known'
import { isHeld } from '@/lib/classroom/pacing'
import { type OrRefused, type Refused, refused } from '@/lib/classroom/refusal'
import { type AnsweredText, studentVerdict } from '@/lib/classroom/step-record'
import { readVerdict, sameVerdict, storedVerdict } from '@/lib/classroom/stored-verdict'
import { toldVerdict } from '@/lib/classroom/told-verdict'
import { seedOf } from '@/lib/classroom/variant'
import type { Submit } from '@/lib/protocol/desk'
import { limits } from '@/lib/protocol/limits'
import type { Receipt } from '@/lib/protocol/receipt'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import type { StoredSubmission } from '../../db/rows'
import { submissionsById } from '../../db/submissions'
import type { WorkerPool } from '../../workers/pool'
import { answeredText } from '../room/answered'
import type { Ledger } from '../room/ledger'
import type { Room } from '../room/room'
import { deskAt } from './desk-for'
import type { DeskLink } from './desk-link'
import { answeredSince, gradeText } from './grade-text'
import { regrade } from './regrade'

/** An answer costs one more token for each of these many cells. */
const cellsPerToken = 256

/**
 * The walk of one answer. A known one gets its old verdict; any other is graded, committed, reduced and acknowledged,
 * then the student's other pages are told (the room tells the boards). A refusal says that nothing was recorded.
 */
export async function submit(
  room: Room,
  studentId: string,
  answer: Submit,
  from: DeskLink,
  { pool, ledger }: { pool: WorkerPool; ledger: Ledger },
): Promise<OrRefused<Receipt>> {
  const wait = room.answerBuckets.take(
    studentId,
    Date.now(),
    1 + Math.floor(answer.cells.length / cellsPerToken),
  )
  if (wait > 0) return tooFast(wait)
  const done = room.lanes.run(studentId, () => inOrder(room, studentId, answer, pool, ledger))
  if (!done) return tooFast(1000)
  const receipt = await done
  if (receipt.ok && receipt.counted && receipt.record) {
    for (const link of room.links.of(studentId)) if (link !== from) link.tell('record', receipt.record)
    // After the acknowledgement, still in the student's own order.
    void room.lanes.run(studentId, () => regrade(room, studentId, answer.version, { pool, ledger }))
  }
  return receipt
}

function tooFast(wait: number) {
  return refused('too-fast', message('desk.too-many-answers'), wait)
}

async function inOrder(
  room: Room,
  studentId: string,
  answer: Submit,
  pool: WorkerPool,
  ledger: Ledger,
): Promise<OrRefused<Receipt>> {
  // Removed, or merged into another entry while this waited: the page is cut, and sends it again as whoever it is then.
  if (!room.state.students.has(studentId)) return refused('busy', message('desk.not-at-desk'), 1000)
  const key = keyOf(answer)
  const before = room.cellAt(studentId, key)
  const latestId = before?.latest.id
  const shownId = before && shownRow(before, room.state.pacing, key)
  const ids = [answer.id, latestId, shownId].filter(id => id !== undefined)
  const rows = await submissionsById(studentId, [...new Set(ids)])
  const known = rows.find(row => row.id === answer.id)
  if (known) return knownBefore(room, known)

  const exercise = room.exercise(answer.version)
  const refusal = await refusedNow(room, studentId, key)
  if (refusal) return refusal
  const student = room.state.students.get(studentId)
  if (!exercise || !student) return notWorkedOn
  const length = answer.cells.reduce((sum, text) => sum + text.length, 0)
  if (length > limits.submissionChars) {
    return refused('too-large', message('desk.answer-too-long', { most: limits.submissionChars }))
  }
  const cells = JSON.stringify(answer.cells)
  const latest = rows.find(row => row.id === latestId)
  // [G12] The same text again changes nothing, unless other answers, which it may rest on, came since.
  const unchanged = async (row: StoredSubmission): Promise<OrRefused<Receipt>> => {
    const shown = rows.find(({ id }) => id === shownId) ?? row
    const told = await toldOfAnswer(room, studentId, key, answeredText(shown))
    return { ok: true, id: answer.id, counted: false, ...told }
  }
  if (latest && latest.cells === cells && !answeredSince(room, studentId, key)) return unchanged(latest)

  const seed = seedOf(room.state, student, answer.version)
  const grades = await gradeText(room, studentId, answer, exercise, seed, pool)
  if (!grades.ok) return grades
  const { result, engine, follows } = grades
  // [G2] What cannot be read is told and not counted.
  if (result.verdict === 'invalid') {
    return {
      ok: true,
      id: answer.id,
      counted: false,
      result: studentVerdict(toldVerdict(result, sentenceOf)),
      record: null,
    }
  }
  // While verdicts are held back the answer is counted in any case, because not counting it would tell that the
  // verdict is the same.
  const restsOn = JSON.stringify(follows)
  const same =
    latest !== undefined &&
    latest.cells === cells &&
    latest.follows === restsOn &&
    sameVerdict(result, readVerdict(latest.result))
  if (same && !isHeld(room.state.pacing, key)) return unchanged(latest)

  const stored = await ledger.append({
    id: answer.id,
    classId: room.record.id,
    studentId,
    version: answer.version,
    step: answer.step,
    seed,
    cells,
    verdict: result.verdict,
    result: storedVerdict(result),
    engine,
    follows: restsOn,
    regrades: null,
    at: Date.now(),
  })
  const { verdict } = result
  room.apply({
    type: 'answered',
    student: studentId,
    step: key,
    seed,
    id: stored.id,
    verdict,
    mistakes: result.mistakes,
    follows,
    at: stored.at,
  })
  const { at } = stored
  const answered = { id: stored.id, cells: answer.cells, result: toldVerdict(result, sentenceOf), at }
  return { ok: true, id: answer.id, counted: true, ...(await toldOfAnswer(room, studentId, key, answered)) }
}

/** The old verdict, whatever came under this id now; the record is what the desk holds of that step today. */
async function knownBefore(room: Room, known: StoredSubmission): Promise<OrRefused<Receipt>> {
  const key = keyOf(known)
  const cell = room.cellAt(known.studentId, key)
  const shownId = cell && shownRow(cell, room.state.pacing, key)
  const [shown] =
    shownId && shownId !== known.id ? await submissionsById(known.studentId, [shownId]) : [known]
  const before = await toldOfAnswer(room, known.studentId, key, answeredText(known))
  const now =
    shown && shown !== known ? await toldOfAnswer(room, known.studentId, key, answeredText(shown)) : before
  return { ok: true, id: known.id, counted: true, result: before.result, record: now.record }
}

/** What a student is told of a stored answer. */
async function toldOfAnswer(
  room: Room,
  studentId: string,
  step: StepKey,
  answered: AnsweredText,
): Promise<Pick<Receipt, 'result' | 'record'>> {
  const found = await deskAt(room, studentId, step)
  return found.ok ? found.desk.told(step, answered) : { result: null, record: null }
}

/** Why no answer to a step is taken now. A pause is told before anything has to be prepared. */
async function refusedNow(room: Room, studentId: string, step: StepKey): Promise<Refused | null> {
  if (room.state.pacing.paused) return paused
  const found = await deskAt(room, studentId, step)
  return found.ok ? found.desk.refusal(step, Date.now()) : found
}
