import { database } from './client'
import { Prisma } from './generated/client'

/** A submission as it is stored: the text as typed, and the whole verdict (JSON) as acknowledged. */
export interface StoredSubmission {
  /** The order in which answers were counted; given by the database. */
  readonly seq: number
  readonly id: string
  readonly classId: string
  readonly studentId: string
  readonly version: string
  readonly step: string
  /** Of the variant that it was graded with. */
  readonly seed: number
  readonly cells: string
  readonly verdict: string
  readonly result: string
  readonly engine: string
  /** Ids of the submissions that the verdict rests on (JSON), as they were first submitted. */
  readonly follows: string
  /** Id of the submission whose text this one grades anew ([G5]); null of an answer. */
  readonly regrades: string | null
  readonly at: number
}

export type NewSubmission = Omit<StoredSubmission, 'seq'>

/** What a class's state is rebuilt from: no text, so that a big class stays small in memory. */
export type CountedSubmission = Pick<
  StoredSubmission,
  'seq' | 'id' | 'studentId' | 'version' | 'step' | 'seed' | 'verdict' | 'follows' | 'regrades' | 'at'
> & {
  /** The whole verdict of a wrong answer, which says which mistake it is; null of others. */
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
    // A statement of our own gives the database's integers.
    seq: Number(row.seq),
    id,
    classId,
    studentId,
    version: row.versionId,
    step: row.stepId,
    seed: Number(row.seed),
    cells,
    verdict,
    result,
    engine,
    follows,
    regrades,
    at: Number(row.at),
  }
}

/** Appends submissions inside a transaction; one whose (student, id) is there already leaves the row as it is. */
export async function insertSubmissions(
  tx: Prisma.TransactionClient,
  batch: readonly NewSubmission[],
): Promise<void> {
  const values = batch.map(
    ({
      id,
      classId,
      studentId,
      version,
      step,
      seed,
      cells,
      verdict,
      result,
      follows,
      regrades,
      engine,
      at,
    }) =>
      Prisma.sql`(${id}, ${classId}, ${studentId}, ${version}, ${step}, ${seed}, ${cells}, ${verdict}, ${result}, ${follows}, ${regrades}, ${engine}, ${BigInt(at)})`,
  )
  await tx.$executeRaw`INSERT INTO "Submission"
    ("id", "classId", "studentId", "versionId", "stepId", "seed", "cells", "verdict", "result", "follows", "regrades", "engine", "at")
    VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`
}

/** What stands under each (student, id) of a batch, in its order. */
export async function submissionsOf(
  tx: Prisma.TransactionClient,
  batch: readonly NewSubmission[],
): Promise<StoredSubmission[]> {
  if (batch.length === 0) return []
  const rows = await rowsAt(tx, batch)
  const stored = new Map(rows.map(row => [`${row.studentId} ${row.id}`, record(row)]))
  return batch.map(({ studentId, id }) => {
    const row = stored.get(`${studentId} ${id}`)
    if (!row) throw new Error('a submission was neither written nor there before')
    return row
  })
}

export async function submissionsById(
  studentId: string,
  ids: readonly string[],
): Promise<StoredSubmission[]> {
  if (ids.length === 0) return []
  return new Promise((resolve, reject) => {
    if (asked.length === 0) setImmediate(answerAsked)
    asked.push({ studentId, ids, resolve, reject })
  })
}

interface Asked {
  readonly studentId: string
  readonly ids: readonly string[]
  readonly resolve: (rows: StoredSubmission[]) => void
  readonly reject: (error: unknown) => void
}

/** What was asked for in this turn of the event loop. A class that answers at once shares a few reads. */
let asked: Asked[] = []
const placesMost = 500

async function answerAsked(): Promise<void> {
  const together = asked
  asked = []
  try {
    const places = together.flatMap(({ studentId, ids }) => ids.map(id => ({ studentId, id })))
    const found = new Map<string, StoredSubmission>()
    for (let from = 0; from < places.length; from += placesMost) {
      for (const row of await rowsAt(database(), places.slice(from, from + placesMost))) {
        found.set(`${row.studentId} ${row.id}`, record(row))
      }
    }
    for (const { studentId, ids, resolve } of together) {
      resolve([...new Set(ids)].flatMap(id => found.get(`${studentId} ${id}`) ?? []))
    }
  } catch (error) {
    for (const { reject } of together) reject(error)
  }
}

/**
 * Rows by students and ids, in no order. By a statement of our own, because every answer asks for some: Prisma's own query
 * takes seven times the processor's time of it.
 */
async function rowsAt(
  client: Pick<Prisma.TransactionClient, '$queryRaw'>,
  places: readonly Pick<StoredSubmission, 'studentId' | 'id'>[],
): Promise<Row[]> {
  const pairs = places.map(({ studentId, id }) => Prisma.sql`(${studentId}, ${id})`)
  return client.$queryRaw`
    SELECT "seq", "id", "classId", "studentId", "versionId", "stepId", "seed", "cells", "verdict", "result", "engine",
      "follows", "regrades", "at"
    FROM "Submission" WHERE ("studentId", "id") IN (VALUES ${Prisma.join(pairs)})`
}

/** A student's answers at one step as graded now, oldest first; at most the latest `most`. */
export async function attemptsAt(
  studentId: string,
  version: string,
  step: string,
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

/** So many whole verdicts are read at once: one of a large step is long. */
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
