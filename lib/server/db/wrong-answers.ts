import * as z from 'zod/mini'
import { storedMistakes } from '@/lib/classroom/stored-verdict'
import type { StepAddress } from '@/lib/protocol/step-address'
import { database } from './client'
import { inClass } from './students'

export interface WrongRow {
  readonly studentId: string
  readonly cells: readonly string[]
  /** Ids of named mistakes (docs/mistakes.md). */
  readonly mistakes: readonly string[]
}

/** The latest rows of a step that are read: several times the answers of a class. */
const rowsRead = 4000
const Cells = z.array(z.string())

/** The wrong answers of a class to a step with one seed's numbers, as graded now, the newest first. */
export async function wrongAnswersTo(
  classId: string,
  { version, step }: StepAddress,
  seed: number,
): Promise<WrongRow[]> {
  const where = { classId, versionId: version, stepId: step, seed, student: inClass }
  const rows = await database().submission.findMany({
    where: { ...where, verdict: { in: ['right', 'follows', 'wrong'] } },
    select: { id: true, studentId: true, verdict: true, cells: true, result: true, regrades: true },
    orderBy: { seq: 'desc' },
    take: rowsRead,
  })
  /** Answers, by student and id, for which a newer verdict was seen. */
  const known = new Set<string>()
  return rows.flatMap(({ id, studentId, verdict, cells, result, regrades }) => {
    const answer = `${studentId} ${regrades ?? id}`
    if (known.has(answer)) return []
    known.add(answer)
    if (verdict !== 'wrong') return []
    return [{ studentId, cells: z.parse(Cells, JSON.parse(cells)), mistakes: storedMistakes(result) }]
  })
}
