import { studentVerdict } from '@/lib/classroom/desk-view'
import type { Submit, SubmitReceipt } from '@/lib/protocol/desk'
import { limits } from '@/lib/protocol/limits'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { stepKey } from '@/lib/protocol/step-key'
import { type StoredSubmission, submissionsById } from '../db/submissions'
import type { WorkerPool } from '../work/pool'
import { answeredText } from './answered'
import { answeredSince, gradeText } from './grade-text'
import type { Ledger } from './ledger'
import { recordOf } from './record-of'
import { regrade } from './regrade'
import type { DeskLink, Room } from './room'

type Receipt = Reply<Omit<SubmitReceipt, 'ok'>>

/** One more token of a student's pace for each so many cells. */
const cellsPerToken = 256

/**
 * The walk of one answer: known already? graded, committed, reduced, acknowledged; then the student's other
 * pages are told (the boards were, by the room). A refusal says that nothing was recorded.
 */
export async function submit(
  room: Room,
  studentId: string,
  answer: Submit,
  from: DeskLink,
  { pool, ledger }: { pool: WorkerPool; ledger: Ledger },
): Promise<Receipt> {
  const wait = room.waitToSubmit(studentId, 1 + Math.floor(answer.cells.length / cellsPerToken))
  if (wait > 0) return tooFast(wait)
  const done = room.lanes.run(studentId, () => inOrder(room, studentId, answer, pool, ledger))
  if (!done) return tooFast(1000)
  const receipt = await done
  if (receipt.ok && receipt.counted && receipt.record) {
    for (const link of room.deskLinks(studentId)) if (link !== from) link.sendRecord(receipt.record)
    // After the acknowledgement, still in the student's own order.
    void room.lanes.run(studentId, () => regrade(room, studentId, answer.version, { pool, ledger }))
  }
  return receipt
}

function tooFast(wait: number) {
  return refuse('too-fast', 'Many answers came at once; this one is sent again in a moment.', wait)
}

async function inOrder(
  room: Room,
  studentId: string,
  answer: Submit,
  pool: WorkerPool,
  ledger: Ledger,
): Promise<Receipt> {
  const key = stepKey(answer.version, answer.step)
  const latestId = room.state.students.get(studentId)?.cells.get(key)?.latest.id
  const rows = await submissionsById(studentId, latestId ? [answer.id, latestId] : [answer.id])
  const known = rows.find(row => row.id === answer.id)
  if (known) return knownBefore(room, known)

  const exercise = room.exercise(answer.version)
  if (!exercise) return refuse('closed', 'The class does not work on this exercise any more.')
  if (!room.hasStep(exercise, studentId, answer.step)) {
    return refuse('not-found', 'This exercise has no such step.')
  }
  const length = answer.cells.reduce((sum, text) => sum + text.length, 0)
  if (length > limits.submissionChars) {
    return refuse('too-large', `An answer has at most ${limits.submissionChars} characters in all.`)
  }
  const cells = JSON.stringify(answer.cells)
  const latest = rows.find(row => row.id === latestId)
  // [G12] The same text again changes nothing, unless other answers, which it may rest on, came since.
  const unchanged = (row: StoredSubmission): Receipt => {
    const result = studentVerdict(answeredText(row).result)
    return { ok: true, id: answer.id, counted: false, result, record: recordOf(room, key, row) }
  }
  if (latest && latest.cells === cells && !answeredSince(room, studentId, key)) return unchanged(latest)

  const grades = await gradeText(room, studentId, answer, exercise, pool)
  if (!grades.ok) return grades
  const { result, engine, follows } = grades
  // [G2] What cannot be read is told and not counted.
  if (result.verdict === 'invalid') {
    return { ok: true, id: answer.id, counted: false, result: studentVerdict(result), record: null }
  }
  if (latest && latest.cells === cells && JSON.stringify(result) === latest.result) return unchanged(latest)

  const stored = await ledger.append({
    id: answer.id,
    classId: room.record.id,
    studentId,
    version: answer.version,
    step: answer.step,
    cells,
    verdict: result.verdict,
    result: JSON.stringify(result),
    engine,
    follows: JSON.stringify(follows),
    regrades: null,
    at: Date.now(),
  })
  const { verdict } = result
  room.apply({
    type: 'answered',
    student: studentId,
    step: key,
    id: stored.id,
    verdict,
    follows,
    at: stored.at,
  })
  return {
    ok: true,
    id: answer.id,
    counted: true,
    result: studentVerdict(result),
    record: recordOf(room, key, stored),
  }
}

/** The old verdict, whatever came under this id now; the record is what the desk holds of that step today. */
async function knownBefore(room: Room, known: StoredSubmission): Promise<Receipt> {
  const key = stepKey(known.version, known.step)
  const latestId = room.state.students.get(known.studentId)?.cells.get(key)?.latest.id
  const [latest] =
    latestId && latestId !== known.id ? await submissionsById(known.studentId, [latestId]) : [known]
  const result = studentVerdict(answeredText(known).result)
  return { ok: true, id: known.id, counted: true, result, record: recordOf(room, key, latest ?? known) }
}
