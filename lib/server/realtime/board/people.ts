import type { ClassEvent } from '@/lib/classroom/events'
import { nameKey, readName } from '@/lib/classroom/names'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { PeopleCommand } from '@/lib/protocol/people'
import { numberChars, readNumber } from '@/lib/protocol/student-number'
import { message } from '@/lib/words/message'
import { newClassCode } from '../../auth/codes'
import { deleteClass, endCode, renewCode, replaceRoster, setDoor } from '../../db/doors'
import {
  admitStudent,
  mergeStudents,
  purgeStudent,
  refuseStudents,
  removeStudent,
  renameStudent,
  restoreStudent,
} from '../../db/people'
import { report } from '../../report'
import { classBusy } from '../room/busy'
import type { Handler, News, Ordered, Outcome } from '../room/command'
import { studentFromRows } from '../room/from-rows'
import { noSuchStudent } from '../room/nobody'
import { classLane, type Room } from '../room/room'
import { readWithin } from './roster'

type Decided = Promise<OrRefused<Outcome>>

/**
 * A teacher's command to the people of a class and its door. Who is in a class and who may come in has rows of its own, which
 * are written here, checked and changed in one transaction each; what they say then comes out as events.
 */
export const people: Handler<'people'> = {
  // In the lanes of both entries that are merged, so that no answer of either is between the two.
  lanes: ({ command }) =>
    command.do === 'merge' && command.kept !== command.other
      ? [classLane, command.kept, command.other]
      : [classLane],
  crowded: classBusy,
  async decide(room, ordered) {
    const outcome = await decide(room, ordered)
    if (!outcome.ok || ordered.command.do === 'delete-class') return outcome
    return { ...outcome, tell: [...(outcome.tell ?? []), { tell: 'door' }] }
  },
}

function decide(room: Room, { who, command }: Ordered<'people'>): Decided {
  switch (command.do) {
    case 'remove':
      return remove(room, command.student)
    case 'restore':
      return restore(room, command.student)
    case 'purge':
      return purge(room, command.student)
    case 'rename':
      return rename(room, command)
    case 'merge':
      return merge(room, command.kept, command.other)
    case 'admit':
      return letIn(room, command.students)
    case 'refuse':
      return sendAway(room, command.students)
    case 'set':
      return setDoor(room.record.id, command.setting, command.on).then(() => done)
    case 'code':
      return changeCode(room, command.to)
    case 'roster':
      return storeRoster(room, command.text)
    case 'delete-class':
      return closeForGood(room, who)
  }
}

const done = { ok: true, answer: {} } as const

async function remove(room: Room, student: string): Decided {
  if (!(await removeStudent(room.record.id, student, Date.now()))) return noSuchStudent
  return {
    ...done,
    events: [{ type: 'student-left', student }],
    tell: [{ tell: 'ended', to: student, message: message('people.removed') }],
  }
}

async function restore(room: Room, student: string): Decided {
  if (!(await restoreStudent(room.record.id, student))) return noSuchStudent
  return { ...done, events: await rebuilt(room, student) }
}

async function purge(room: Room, student: string): Decided {
  const gone = await purgeStudent(room.record.id, student)
  return gone ? done : refused('not-found', message('people.not-removed'))
}

async function rename(room: Room, { student, ...typed }: Extract<PeopleCommand, { do: 'rename' }>): Decided {
  const name = readName(typed.name)
  if (!name.ok) return refused('malformed', name.message)
  const typedNumber = typed.number?.trim()
  const number = typed.number === undefined ? undefined : typedNumber ? readNumber(typedNumber) : null
  if (typedNumber && number === null) {
    return refused('malformed', message('people.number-rule', { most: numberChars }))
  }
  const renamed = await renameStudent(room.record.id, student, {
    name: name.name,
    nameKey: nameKey(name.name),
    number,
  })
  if (!renamed) return noSuchStudent
  return {
    ...done,
    events: [{ type: 'student-renamed', student, name: renamed.name, number: renamed.number }],
    tell: [{ tell: 'desk', to: student }],
  }
}

async function merge(room: Room, kept: string, other: string): Decided {
  if (kept === other) return refused('malformed', message('people.one-entry'))
  if (!(await mergeStudents(room.record.id, kept, other, Date.now()))) return noSuchStudent
  return {
    ...done,
    merged: { kept, other },
    events: [{ type: 'student-left', student: other }, ...(await rebuilt(room, kept))],
    tell: [
      { tell: 'cut', to: other },
      { tell: 'desk', to: kept },
    ],
    regrade: [kept],
  }
}

/** A student's state out of the rows, in place of the one that the room has. */
async function rebuilt(room: Room, student: string): Promise<ClassEvent[]> {
  const { chosen, drawing } = room.state
  const is = await studentFromRows(room.record.id, { versions: chosen, drawing: [...drawing] }, student)
  return is ? [{ type: 'student-rebuilt', student, is }] : []
}

/** One after the other, each a moment later: the order of joining is that of being let in. */
async function letIn(room: Room, ids: readonly string[]): Decided {
  const now = Date.now()
  const events: ClassEvent[] = []
  const tell: News[] = []
  for (const id of new Set(ids)) {
    // Whoever is in already is told so, also where another one cannot be let in.
    const entry = await admitStudent(room.record.id, id, now + tell.length).catch(error => {
      if (tell.length === 0) throw error
      report('a student could not be let in', error)
      return null
    })
    if (!entry) continue
    const { student, onto } = entry
    const { name, joinedAt, seed, number } = student
    if (!onto) events.push({ type: 'student-joined', student: student.id, name, joinedAt, seed, number })
    tell.push({ tell: 'waited', to: id, message: null })
  }
  return tell.length > 0 ? { ...done, events, tell } : nobodyWaits
}

const nobodyWaits = refused('not-found', message('people.nobody-waits'))

async function sendAway(room: Room, ids: readonly string[]): Decided {
  const turnedAway = await refuseStudents(room.record.id, ids)
  if (turnedAway.length === 0) return nobodyWaits
  const why = message('people.not-let-in')
  return { ...done, tell: turnedAway.map(id => ({ tell: 'waited', to: id, message: why })) }
}

async function changeCode({ record: { id } }: Room, to: 'new' | 'end' | 'open'): Decided {
  if (to !== 'new') {
    await endCode(id, to === 'end')
    return done
  }
  for (let tries = 0; tries < 10; tries += 1) if (await renewCode(id, newClassCode())) return done
  return refused('failed', message('people.no-free-code'))
}

async function storeRoster(room: Room, text: string): Decided {
  const { lines, faults } = readWithin(text)
  const [fault] = faults
  if (fault) return refused('malformed', message('roster.at-line', fault))
  await replaceRoster(room.record.id, lines)
  return done
}

async function closeForGood({ record: { id, ownerId } }: Room, teacher: string): Decided {
  if (ownerId !== teacher) return refused('forbidden', message('people.owner-deletes'))
  await deleteClass(id)
  return { ...done, tell: [{ tell: 'over', message: message('people.class-deleted') }] }
}
