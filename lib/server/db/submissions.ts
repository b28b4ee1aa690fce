import type { StepAddress } from '@/lib/protocol/step-address'
import { database, journal } from './client'
import type { Prisma } from './generated/client'
import type { StoredSubmission } from './rows'

/** What a class's state is rebuilt from. It holds no text, so that a big class stays small in memory. */
export type CountedSubmission = Pick<
  StoredSubmission,
  'seq' | 'id' | 'studentId' | 'version' | 'step' | 'seed' | 'verdict' | 'follows' | 'regrades' | 'at'
> & {
  /** The whole verdict of a wrong answer, which names the mistake; null for others. */
  readonly wrongResult: string | null
}

const shown = {
  seq: true,
  id: true,
  classId: true,
  studentId: true,
  versionId: true,
  stepId: true,
  seed: true,
  cells: true,
  verdict: true,
  result: true,
  engine: true,
  follows: true,
  regrades: true,
  at: true,
} as const

type Row = Prisma.SubmissionGetPayload<{ select: typeof shown }>

function record(row: Row): StoredSubmission {
  const { id, classId, studentId, cells, verdict, result, engine, follows, regrades } = row
  return {
    seq: row.seq,
    id,
    classId,
    studentId,
    version: row.versionId,
    step: row.stepId,
    seed: row.seed,
    cells,
    verdict,
    result,
    engine,
    follows,
    regrades,
    at: Number(row.at),
  }
}

/** A student's submissions by their ids; ids that are not there are left out. */
export async function submissionsById(
  studentId: string,
  ids: readonly string[],
): Promise<StoredSubmission[]> {
  return journal().submissions(studentId, ids)
}

/** The stored texts of a student's submissions by id; ids that are not there are left out. */
export async function cellsById(studentId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const id of ids) {
    const cells = journal().cells(studentId, id)
    if (cells !== undefined) found.set(id, cells)
  }
  return found
}

/** A student's answers at one step as graded now, oldest first; at most the latest `most`. */
export async function attemptsAt(
  studentId: string,
  { version, step }: StepAddress,
  most: number,
): Promise<StoredSubmission[]> {
  const rows = await database().submission.findMany({
    where: { studentId, versionId: version, stepId: step, regrades: null },
    select: shown,
    orderBy: { seq: 'desc' },
    take: most,
  })
  const anew = await database().submission.findMany({
    where: { studentId, regrades: { in: rows.map(({ id }) => id) } },
    select: shown,
    orderBy: { seq: 'asc' },
  })
  const latest = new Map(anew.map(row => [row.regrades, record(row)]))
  return rows.reverse().map(row => {
    const regraded = latest.get(row.id)
    const answer = record(row)
    return regraded ? { ...answer, verdict: regraded.verdict, result: regraded.result } : answer
  })
}

/**
 * All answers of a class, or of one student in it, in the order in which they were counted, a page at a time. Between pages other work has its
 * turn: the driver is synchronous, and a hundred thousand rows in one go would hold up every class for half a second.
 */
export async function* countedSubmissions(
  classId: string,
  studentId?: string,
): AsyncGenerator<CountedSubmission[]> {
  let after = 0
  for (;;) {
    const rows = await database().submission.findMany({
      where: { classId, seq: { gt: after }, ...(studentId !== undefined && { studentId }) },
      select: {
        seq: true,
        id: true,
        studentId: true,
        versionId: true,
        stepId: true,
        seed: true,
        verdict: true,
        follows: true,
        regrades: true,
        at: true,
      },
      orderBy: { seq: 'asc' },
      take: 2000,
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    const wrong = await resultsOf(rows.filter(({ verdict }) => verdict === 'wrong').map(({ seq }) => seq))
    yield rows.map(row => ({
      seq: row.seq,
      id: row.id,
      studentId: row.studentId,
      version: row.versionId,
      step: row.stepId,
      seed: row.seed,
      verdict: row.verdict,
      wrongResult: wrong.get(row.seq) ?? null,
      follows: row.follows,
      regrades: row.regrades,
      at: Number(row.at),
    }))
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Whole verdicts that are read at once; the verdict of a large step is long. */
const resultsAtOnce = 200

/** The stored verdicts of rows, by their `seq`. */
async function resultsOf(seqs: readonly number[]): Promise<Map<number, string>> {
  const results = new Map<number, string>()
  for (let from = 0; from < seqs.length; from += resultsAtOnce) {
    const rows = await database().submission.findMany({
      where: { seq: { in: seqs.slice(from, from + resultsAtOnce) } },
      select: { seq: true, result: true },
    })
    for (const { seq, result } of rows) results.set(seq, result)
  }
  return results
}
