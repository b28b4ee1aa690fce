import { nameKey, readName } from '@/lib/classroom/names'
import { readRoster } from '@/lib/classroom/roster'
import { limits } from '@/lib/protocol/limits'
import type { PeopleCommand, RosterReading } from '@/lib/protocol/people'
import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import { numberRule, readNumber } from '@/lib/protocol/student-number'
import { newClassCode } from '../../auth/codes'
import { deleteClass, endCode, renewCode, replaceRoster, rosterOf, setDoor } from '../../db/doors'
import {
  admitStudent,
  mergeStudents,
  purgeStudent,
  refuseStudents,
  removeStudent,
  renameStudent,
  restoreStudent,
} from '../../db/people'
import type { TeacherRecord } from '../../db/teachers'
import { regradeAll } from '../desk/regrade'
import { renewDoor } from '../door/listen'
import { studentFromRows } from '../room/from-rows'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { cutDesks, endClass, endDesks, type Server, tellWaiting } from '../wire/ended'

type Done = { ok: true } | Refusal

const busy = () => refuse('too-fast', 'The class is being changed already.', 1000)
const nobody = () => refuse('not-found', 'There is no such student.')

interface Means {
  readonly room: Room
  readonly teacher: TeacherRecord
  readonly live: Live
  readonly io: Server
}

/** A teacher's command to the people of a class and its door: one after the other, committed, then told to everybody. */
export async function changePeople(command: PeopleCommand, means: Means): Promise<Done> {
  const { room } = means
  const done = room.lanes.run(classLane, async () => {
    const outcome = await carryOut(command, means)
    if (outcome.ok && command.do !== 'delete-class') await renewDoor(room)
    return outcome
  })
  return (await done) ?? busy()
}

function carryOut(command: PeopleCommand, means: Means): Promise<Done> {
  switch (command.do) {
    case 'remove':
      return remove(command.student, means)
    case 'restore':
      return restore(command.student, means)
    case 'purge':
      return purge(command.student, means)
    case 'rename':
      return rename(command, means)
    case 'merge':
      return merge(command.kept, command.other, means)
    case 'admit':
      return letIn(command.students, means)
    case 'refuse':
      return sendAway(command.students, means)
    case 'set':
      return setDoor(means.room.record.id, command.setting, command.on).then(() => ({ ok: true }))
    case 'code':
      return changeCode(command.to, means)
    case 'roster':
      return storeRoster(command.text, means)
    case 'delete-class':
      return closeForGood(means)
  }
}

async function remove(id: string, { room, io }: Means): Promise<Done> {
  if (!(await removeStudent(room.record.id, id, Date.now()))) return nobody()
  room.apply({ type: 'student-left', student: id })
  endDesks(io, room, id, 'Your teacher has taken you off this class.')
  return { ok: true }
}

async function restore(id: string, { room }: Means): Promise<Done> {
  if (!(await restoreStudent(room.record.id, id))) return nobody()
  await rebuild(room, id)
  return { ok: true }
}

async function purge(id: string, { room }: Means): Promise<Done> {
  const gone = await purgeStudent(room.record.id, id)
  return gone ? { ok: true } : refuse('not-found', 'Only who was removed can be deleted for good.')
}

async function rename(command: Extract<PeopleCommand, { do: 'rename' }>, { room }: Means): Promise<Done> {
  const { student } = command
  const name = readName(command.name)
  if (!name.ok) return refuse('malformed', name.message)
  const typed = command.number?.trim()
  const number = command.number === undefined ? undefined : typed ? readNumber(typed) : null
  if (typed && number === null) return refuse('malformed', numberRule)
  const renamed = await renameStudent(room.record.id, student, {
    name: name.name,
    nameKey: nameKey(name.name),
    number,
  })
  if (!renamed) return nobody()
  room.apply({ type: 'student-renamed', student, name: renamed.name, number: renamed.number })
  await sendDesk(room, student)
  return { ok: true }
}

/** Runs in the lanes of both students, so that no answer of either falls between the two entries. */
async function merge(kept: string, other: string, { room, io, live }: Means): Promise<Done> {
  if (kept === other) return refuse('malformed', 'These are one entry already.')
  const done = room.lanes.run(kept, async (): Promise<Done> => {
    const inBoth = room.lanes.run(other, async (): Promise<Done> => {
      if (!(await mergeStudents(room.record.id, kept, other, Date.now()))) return nobody()
      room.merged.set(
        kept,
        [kept, other].flatMap(id => [...(room.merged.get(id) ?? []), ...(id === other ? [other] : [])]),
      )
      room.merged.delete(other)
      room.apply({ type: 'student-left', student: other })
      await rebuild(room, kept)
      cutDesks(io, room, other)
      return { ok: true }
    })
    return (await inBoth) ?? busy()
  })
  const outcome = (await done) ?? busy()
  if (outcome.ok) {
    await sendDesk(room, kept)
    regradeAll(room, kept, live)
  }
  return outcome
}

/** Replaces the student's state in the room by one made from the rows. */
async function rebuild(room: Room, id: string): Promise<void> {
  const { chosen, drawing } = room.state
  const is = await studentFromRows(room.record.id, { versions: chosen, drawing: [...drawing] }, id)
  if (is) room.apply({ type: 'student-rebuilt', student: id, is })
}

async function sendDesk(room: Room, id: string): Promise<void> {
  if (room.deskLinks(id).size === 0) return
  // Where an exercise cannot be prepared right now, the desk stays as it was until the next change.
  const desk = await room.deskSnapshot(id).catch(() => null)
  if (desk) for (const link of room.deskLinks(id)) link.tell('desk', desk)
}

/** Lets students in one after the other, each a moment later, so that the order of joining is that of being let in. */
async function letIn(ids: readonly string[], { room, io }: Means): Promise<Done> {
  const now = Date.now()
  let admitted = 0
  for (const id of new Set(ids)) {
    const entry = await admitStudent(room.record.id, id, now + admitted)
    if (!entry) continue
    admitted += 1
    const { student, onto } = entry
    const { name, joinedAt, seed, number } = student
    if (!onto) room.apply({ type: 'student-joined', student: student.id, name, joinedAt, seed, number })
    tellWaiting(io, room, id, { at: 'in', message: '' })
  }
  return admitted > 0 ? { ok: true } : refuse('not-found', 'Nobody waits there any more.')
}

async function sendAway(ids: readonly string[], { room, io }: Means): Promise<Done> {
  const refused = await refuseStudents(room.record.id, ids)
  const message = 'Your teacher did not let you in. If that was a mistake, say so and join again.'
  for (const id of refused) tellWaiting(io, room, id, { at: 'refused', message })
  return refused.length > 0 ? { ok: true } : refuse('not-found', 'Nobody waits there any more.')
}

async function changeCode(to: 'new' | 'end' | 'open', { room }: Means): Promise<Done> {
  const { id } = room.record
  if (to !== 'new') {
    await endCode(id, to === 'end')
    return { ok: true }
  }
  for (let tries = 0; tries < 10; tries += 1) if (await renewCode(id, newClassCode())) return { ok: true }
  return refuse('failed', 'No free code was found. Nothing was changed.')
}

async function storeRoster(text: string, { room }: Means): Promise<Done> {
  const { lines, errors } = readWithin(text)
  const [fault] = errors
  if (fault) return refuse('malformed', `Line ${fault.line}: ${fault.message}`)
  await replaceRoster(room.record.id, lines)
  return { ok: true }
}

async function closeForGood({ room, teacher, live, io }: Means): Promise<Done> {
  const { id, ownerId } = room.record
  if (ownerId !== teacher.id) return refuse('forbidden', 'Only its owner can delete a class.')
  await deleteClass(id)
  live.rooms.forget(id)
  // The teacher who asked is answered first.
  setImmediate(() => {
    endClass(io, room, 'This class was deleted, with everything in it.')
    room.close()
  })
  return { ok: true }
}

/** The roster as it would be read, or (text null) as it is stored. */
export async function lookAtRoster(room: Room, text: string | null): Promise<Reply<RosterReading>> {
  if (text !== null) return { ok: true, ...readWithin(text) }
  const lines = await rosterOf(room.record.id)
  return { ok: true, lines: lines.map(({ name, number }) => ({ name, number })), errors: [] }
}

function readWithin(text: string): RosterReading {
  if (Buffer.byteLength(text) <= limits.rosterBytes) return readRoster(text)
  return { lines: [], errors: [{ line: 1, message: 'This roster is too long. It may have 100 kB.' }] }
}
