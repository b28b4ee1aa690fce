import type { StepAddress } from '@/lib/protocol/step-address'
import { database } from './client'

/** A row of a class's answers, with what was typed and the whole verdict (JSON). */
export interface ClassAnswer extends StepAddress {
  readonly seq: number
  readonly id: string
  readonly student: string
  readonly seed: number
  readonly cells: string
  readonly verdict: string
  readonly result: string
  readonly regrades: string | null
  readonly at: number
}

/** Rows read at once: a few megabytes, even where each row holds a text of tens of kilobytes. */
const page = 500

/** All answers of a class in the order in which they were counted. Between pages other work has its turn. */
export async function* classAnswers(classId: string): AsyncGenerator<ClassAnswer> {
  let after = 0
  for (;;) {
    const rows = await database().submission.findMany({
      where: { classId, seq: { gt: after } },
      select: {
        seq: true,
        id: true,
        studentId: true,
        versionId: true,
        stepId: true,
        seed: true,
        cells: true,
        verdict: true,
        result: true,
        regrades: true,
        at: true,
      },
      orderBy: { seq: 'asc' },
      take: page,
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    for (const { studentId, versionId, stepId, at, ...row } of rows) {
      yield { ...row, student: studentId, version: versionId, step: stepId, at: Number(at) }
    }
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Tells whether anything was added to a class since: the last rows of its tables, and how many students it has. */
export async function classMark(classId: string): Promise<string> {
  const [answer, event, students, exercises] = await Promise.all([
    database().submission.aggregate({ where: { classId }, _max: { seq: true }, _count: true }),
    database().classEvent.aggregate({ where: { classId }, _max: { seq: true }, _count: true }),
    database().student.findMany({ where: { classId }, select: { id: true, name: true } }),
    database().classExercise.findMany({
      where: { classId },
      select: { versionId: true },
      orderBy: { position: 'asc' },
    }),
  ])
  return JSON.stringify([
    answer._max.seq,
    answer._count,
    event._max.seq,
    event._count,
    students.map(({ id, name }) => [id, name]),
    exercises.map(({ versionId }) => versionId),
  ])
}
