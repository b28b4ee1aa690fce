import { stepRecord } from '@/lib/classroom/desk-view'
import type { StepRecord, Submit, SubmitReceipt } from '@/lib/protocol/desk'
import { limits } from '@/lib/protocol/limits'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import { type StoredSubmission, submissionsById } from '../db/submissions'
import type { WorkerPool } from '../work/pool'
import { answeredText } from './answered'
import type { Ledger } from './ledger'
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
  const step = exercise.view.flow.find(part => part.type === 'step' && part.step.id === answer.step)
  if (!step) return refuse('not-found', 'This exercise has no such step.')
  const length = answer.cells.reduce((sum, text) => sum + text.length, 0)
  if (length > limits.submissionChars) {
    return refuse('too-large', `An answer has at most ${limits.submissionChars} characters in all.`)
  }
  const cells = JSON.stringify(answer.cells)
  const latest = rows.find(row => row.id === latestId)
  // [G12] The same text again changes nothing.
  if (latest && latest.cells === cells) {
    const record = recordOf(room, key, latest)
    return { ok: true, id: answer.id, counted: false, result: answeredText(latest).result, record }
  }

  const { version, step: stepId } = answer
  const outcome = await pool.run('grade', {
    version,
    source: exercise.source,
    step: stepId,
    cells: answer.cells,
  })
  if (!outcome.ok) {
    return outcome.why === 'busy'
      ? refuse(
          'busy',
          'The server could not check this in time. Nothing was recorded; please try again.',
          2000,
        )
      : refuse('failed', 'This could not be checked. Nothing was recorded.')
  }
  const { verdict: result, engine } = outcome.answer
  if (!result) return refuse('failed', 'This could not be checked. Nothing was recorded.')
  // [G2] What cannot be read is told and not counted.
  if (result.verdict === 'invalid') return { ok: true, id: answer.id, counted: false, result, record: null }

  const stored = await ledger.append({
    id: answer.id,
    classId: room.record.id,
    studentId,
    version,
    step: stepId,
    cells,
    verdict: result.verdict,
    result: JSON.stringify(result),
    engine,
    at: Date.now(),
  })
  room.apply({
    type: 'answered',
    student: studentId,
    step: key,
    id: stored.id,
    verdict: result.verdict,
    at: stored.at,
  })
  return { ok: true, id: answer.id, counted: true, result, record: recordOf(room, key, stored) }
}

/** The old verdict, whatever came under this id now; the record is what the desk holds of that step today. */
async function knownBefore(room: Room, known: StoredSubmission): Promise<Receipt> {
  const key = stepKey(known.version, known.step)
  const latestId = room.state.students.get(known.studentId)?.cells.get(key)?.latest.id
  const [latest] =
    latestId && latestId !== known.id ? await submissionsById(known.studentId, [latestId]) : [known]
  const { result } = answeredText(known)
  return { ok: true, id: known.id, counted: true, result, record: recordOf(room, key, latest ?? known) }
}

function recordOf(room: Room, key: StepKey, row: StoredSubmission): StepRecord | null {
  const cell = room.state.students.get(row.studentId)?.cells.get(key)
  return cell ? stepRecord(key, cell, answeredText(row)) : null
}
