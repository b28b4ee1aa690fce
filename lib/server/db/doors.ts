import { markedName, nameKey } from '@/lib/classroom/names'
import { newId } from '@/lib/protocol/ids'
import { limits } from '@/lib/protocol/limits'
import type { BoardDoor, DoorSetting, RosterLine } from '@/lib/protocol/people'
import { database } from './client'
import { inClass } from './students'
import { write } from './write'

/** The settings of how one comes into a class. */
export type ClassDoor = Pick<
  BoardDoor,
  'code' | 'codeEnded' | 'locked' | 'approves' | 'nicknames' | 'asksNumber' | 'roster'
>

const settings = {
  code: true,
  codeEnded: true,
  locked: true,
  approves: true,
  nicknames: true,
  asksNumber: true,
} as const

export async function classDoor(classId: string): Promise<ClassDoor | null> {
  const row = await database().class.findUnique({
    where: { id: classId },
    select: { ...settings, _count: { select: { roster: true } } },
  })
  if (!row) return null
  const { _count, ...door } = row
  return { ...door, roster: _count.roster }
}

/** The door as boards see it, with those who wait and those who were removed. Null where there is no such class. */
export async function boardDoor(classId: string): Promise<BoardDoor | null> {
  const door = await classDoor(classId)
  if (!door) return null
  const shown = { id: true, name: true, mark: true, number: true, rosterId: true } as const
  const isWaiting = { classId, waitingSince: { not: null }, removedAt: null }
  const [waitingInAll, waiting, removed] = [
    await database().student.count({ where: isWaiting }),
    await database().student.findMany({
      where: isWaiting,
      select: { ...shown, waitingSince: true },
      orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
      take: limits.doorShown,
    }),
    await database().student.findMany({
      where: { classId, removedAt: { not: null }, mergedIntoId: null },
      select: { ...shown, removedAt: true },
      orderBy: { removedAt: 'desc' },
      take: limits.doorShown,
    }),
  ]
  const picked = new Set(await pickedLines(classId))
  return {
    ...door,
    waiting: waiting.map(({ id, name, mark, number, rosterId, waitingSince }) => ({
      id,
      name: markedName(name, mark),
      number,
      since: Number(waitingSince),
      taken: rosterId !== null && picked.has(rosterId),
    })),
    waitingInAll,
    removed: removed.map(({ id, name, number, removedAt }) => ({
      id,
      name,
      number,
      removedAt: Number(removedAt),
    })),
  }
}

export async function setDoor(classId: string, setting: DoorSetting, on: boolean): Promise<void> {
  await write(tx => tx.class.update({ where: { id: classId }, data: { [setting]: on } }))
}

export async function endCode(classId: string, ended: boolean): Promise<void> {
  await write(tx => tx.class.update({ where: { id: classId }, data: { codeEnded: ended } }))
}

/** False where another class already has the code. */
export async function renewCode(classId: string, code: string): Promise<boolean> {
  return write(async tx => {
    if (await tx.class.findUnique({ where: { code }, select: { id: true } })) return false
    await tx.class.update({ where: { id: classId }, data: { code, codeEnded: false } })
    return true
  })
}

/** The class with all that belongs to it: students, sessions, answers, events, roster. */
export async function deleteClass(classId: string): Promise<void> {
  await write(tx => tx.class.delete({ where: { id: classId } }))
}

export interface RosterRow extends RosterLine {
  readonly id: string
}

/** The lines of the roster, in the order of the list. */
export async function rosterOf(classId: string): Promise<RosterRow[]> {
  return database().rosterEntry.findMany({
    where: { classId },
    select: { id: true, name: true, number: true },
    orderBy: { position: 'asc' },
  })
}

/** Lines of the roster that somebody in the class has. */
export async function pickedLines(classId: string): Promise<string[]> {
  const rows = await database().student.findMany({
    where: { classId, ...inClass, rosterId: { not: null } },
    select: { rosterId: true },
  })
  return rows.flatMap(({ rosterId }) => rosterId ?? [])
}

/**
 * Puts a roster in place of the one before. A line that was there keeps its id, so that whoever picked it still has
 * it. Lines are recognised by their number, or by their name where they have none.
 */
export async function replaceRoster(classId: string, lines: readonly RosterLine[]): Promise<void> {
  const mark = ({ name, number }: RosterLine) =>
    number === null ? `name ${nameKey(name)}` : `number ${number}`
  await write(async tx => {
    const before = await tx.rosterEntry.findMany({ where: { classId } })
    const known = new Map(before.map(row => [mark(row), row.id]))
    await tx.rosterEntry.deleteMany({ where: { classId } })
    for (let from = 0; from < lines.length; from += 200) {
      await tx.rosterEntry.createMany({
        data: lines.slice(from, from + 200).map((line, at) => ({
          id: known.get(mark(line)) ?? newId(),
          classId,
          name: line.name,
          number: line.number,
          position: from + at,
        })),
      })
    }
  })
}
