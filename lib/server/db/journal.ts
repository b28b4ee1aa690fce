import type Driver from 'better-sqlite3'
import { durableConnection } from './adapter'
import type { NewClassEvent, NewEntry, NewSubmission, StoredEntry, StoredSubmission } from './rows'

const columns = `"seq", "id", "classId", "studentId", "versionId" AS "version", "stepId" AS "step", "seed", "cells",
  "verdict", "result", "engine", "follows", "regrades", "at"`

type RowName = Pick<StoredSubmission, 'studentId' | 'id'>

/**
 * The two tables that grow with every answer, by statements that are prepared once on a connection of their own: what
 * an answer reads and appends costs a tenth of the processor's time that the same takes through Prisma
 * (docs/decisions/0017). Writes have to be `inTurn` with Prisma's, because its connection would wait for this one on
 * the same thread.
 */
export class Journal {
  private readonly driver: Driver.Database
  private readonly find: Driver.Statement<[RowName], StoredSubmission>
  private readonly findCells: Driver.Statement<[RowName], string>
  private readonly insert: Driver.Statement<[NewSubmission], { seq: number }>
  private readonly insertEvent: Driver.Statement<[object], { seq: number }>
  private readonly inOne: Driver.Transaction<(batch: readonly NewEntry[]) => StoredEntry[]>

  constructor(file: string) {
    this.driver = durableConnection(file)
    const at = `FROM "Submission" WHERE "studentId" = @studentId AND "id" = @id`
    this.find = this.driver.prepare(`SELECT ${columns} ${at}`)
    this.findCells = this.driver.prepare<[RowName], string>(`SELECT "cells" ${at}`).pluck()
    this.insert = this.driver.prepare(
      `INSERT INTO "Submission" ("id", "classId", "studentId", "versionId", "stepId", "seed", "cells", "verdict", "result",
        "engine", "follows", "regrades", "at")
      VALUES (@id, @classId, @studentId, @version, @step, @seed, @cells, @verdict, @result, @engine, @follows, @regrades, @at)
      ON CONFLICT DO NOTHING RETURNING "seq"`,
    )
    this.insertEvent = this.driver.prepare(
      `INSERT INTO "ClassEvent" ("classId", "who", "type", "data", "at", "after")
      VALUES (@classId, @who, @type, @data, @at,
        coalesce((SELECT max("seq") FROM "Submission" WHERE "classId" = @classId), 0))
      RETURNING "seq"`,
    )
    this.inOne = this.driver.transaction(batch => batch.map(entry => this.appendOne(entry)))
  }

  /** Appends all of a batch or nothing; it is on the disk when this returns. */
  append(batch: readonly NewEntry[]): StoredEntry[] {
    return this.inOne.immediate(batch)
  }

  /** A student's submissions by their ids; without those that are not there. */
  submissions(studentId: string, ids: readonly string[]): StoredSubmission[] {
    return [...new Set(ids)].flatMap(id => this.find.get({ studentId, id }) ?? [])
  }

  /** The typed text (JSON) of a student's submission. */
  cells(studentId: string, id: string): string | undefined {
    return this.findCells.get({ studentId, id })
  }

  close(): void {
    this.driver.close()
  }

  private appendOne(entry: NewEntry): StoredEntry {
    if (entry.kind === 'event') return { kind: 'event', event: this.appendEvent(entry.event) }
    return { kind: 'submission', submission: this.appendSubmission(entry.submission) }
  }

  /** Gives the row that stands under its (student, id): the one just written, or the one that was there before. */
  private appendSubmission(submission: NewSubmission): StoredSubmission {
    const written = this.insert.get(submission)
    const stored = written ? { ...submission, seq: written.seq } : this.find.get(submission)
    if (!stored) throw new Error('a submission was neither written nor there before')
    return stored
  }

  private appendEvent({ classId, who, entry, at }: NewClassEvent) {
    const row = { classId, who, type: entry.type, data: JSON.stringify(entry.data), at }
    const written = this.insertEvent.get(row)
    if (!written) throw new Error('an event was not written')
    return { ...entry, seq: written.seq, at, who }
  }
}
