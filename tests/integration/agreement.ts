import { afterEach, expect, vi } from 'vitest'
import { boardCells, boardPacing, boardStudents } from '@/lib/classroom/board-view'
import { boardMessages, boardPoll } from '@/lib/classroom/talk-view'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { newToken, tokenHash } from '@/lib/server/auth/tokens'
import { chosenVersions } from '@/lib/server/db/classes'
import { type Database, databaseFile, openDatabase, setDatabase } from '@/lib/server/db/client'
import { stateFromRows } from '@/lib/server/realtime/room/from-rows'
import { boardOf, Jar, type School } from './school'

interface Told {
  readonly students: unknown
  readonly cells: unknown
  readonly pacing: unknown
  readonly said: unknown
  readonly poll: unknown
}

/**
 * What a live board shows of every class that was opened, beside what its rows say: the two have to be equal. Typing and
 * presence are in no row.
 */
export async function boardsAndRows(school: School): Promise<{ live: Told; rows: Told }[]> {
  const database = await openDatabase(databaseFile(school.folder))
  setDatabase(database)
  try {
    const compared = []
    for (const id of school.opened) {
      const board = await school.board(await ownerOf(database, school, id), id)
      const shown = await boardOf(board)
      board.close()
      const versions = await chosenVersions(id)
      const state = await stateFromRows(id, {
        versions,
        drawing: versions.filter(version => version === school.drawn),
      })
      compared.push({
        live: {
          students: sorted(shown.students.map(({ presence: _, ...student }) => student)),
          cells: sorted(
            shown.cells.flatMap(cell => {
              if (cell.state !== 'working') return [cell]
              return cell.hints > 0 ? [{ ...cell, state: 'untouched' }] : []
            }),
          ),
          pacing: told(shown.pacing),
          said: shown.said,
          poll: shown.poll,
        },
        rows: {
          students: sorted(boardStudents(state).map(({ presence: _, ...student }) => student)),
          cells: sorted(boardCells(state)),
          pacing: told(boardPacing(state, Date.now())),
          said: boardMessages(state),
          poll: boardPoll(state),
        },
      })
    }
    return compared
  } finally {
    setDatabase(undefined)
    await database.$disconnect()
  }
}

/** The owner of a class in a new session, so that somebody whom a test signed out stays signed out. */
async function ownerOf(database: Database, school: School, classId: string): Promise<Jar> {
  const { ownerId: teacherId } = await database.class.findUniqueOrThrow({ where: { id: classId } })
  const token = newToken()
  await database.teacherSession.create({
    data: { tokenHash: tokenHash(token), teacherId, expiresAt: Date.now() + 60_000 },
  })
  const jar = new Jar()
  jar.cookies.set(school.teacherCookie, token)
  return jar
}

/** Leaves out what the clock changes meanwhile. */
const told = ({ countdown, homework, ...pacing }: BoardPacing) => ({
  ...pacing,
  homework: homework && { dueAt: homework.dueAt, late: homework.late },
  timed: countdown?.on ?? countdown === null,
})

/** The check after every test that ends with a living server. A verdict that is being renewed has a moment to arrive. */
export function boardsAgreeWithRows(school: () => School): void {
  afterEach(async () => {
    if (!school().alive) return
    await vi.waitFor(
      async () => {
        for (const { live, rows } of await boardsAndRows(school())) expect(live).toEqual(rows)
      },
      { timeout: 10_000, interval: 100 },
    )
  })
}

/** A live class has its students in the order of coming to a desk, the rows in that of joining, so both are sorted. */
const sorted = (some: readonly object[]) => some.map(one => JSON.stringify(one)).sort()
