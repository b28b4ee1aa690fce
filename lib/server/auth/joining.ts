import { randomInt } from 'node:crypto'
import { nameKey, readName } from '@/lib/classroom/names'
import { drawNicknames, nicknameOf } from '@/lib/classroom/nicknames'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { newId } from '@/lib/protocol/ids'
import type { JoinAlike, JoinDoor } from '@/lib/protocol/people'
import { numberChars, readNumber } from '@/lib/protocol/student-number'
import { message } from '@/lib/words/message'
import { type ClassDoor, classDoor, pickedLines, rosterOf } from '../db/doors'
import { addStudent, type Joining, namesTaken } from '../db/students'
import { joins } from './budgets'
import { classBehindCode } from './class-code'
import { recoveryCode, recoveryHash } from './codes'
import { newSession } from './cookies'
import type { AtTheDesk } from './students'

export interface TypedToJoin {
  readonly code: string
  readonly name?: string | undefined
  readonly number?: string | undefined
  readonly entry?: string | undefined
  readonly ask?: boolean | undefined
  readonly another?: boolean | undefined
}

const noClass = () => refused('not-found', message('wire.no-such-class'))
const isLocked = () => refused('closed', message('door.locked'))
const isTaken = () => refused('closed', message('door.name-taken'))

/** What the form of joining has to ask, for whoever has the code. */
export async function lookAtDoor(code: string, address: string): Promise<JoinDoor | Refused> {
  const found = await classBehindCode(code, address, 'join')
  if (!found.ok) return found
  const { id, title } = found.class
  const door = await classDoor(id)
  if (!door) return noClass()
  const { locked, approves, asksNumber } = door
  const listed = door.roster > 0 && !locked
  const picked = new Set(listed ? await pickedLines(id) : [])
  const lines = listed ? await rosterOf(id) : []
  const drawn = door.nicknames && !listed ? drawNicknames(await namesTaken(id), 3, randomInt) : []
  return {
    ok: true,
    title,
    locked,
    approves,
    asksNumber: asksNumber && !listed,
    nicknames: drawn,
    roster: lines.map(line => ({ id: line.id, name: line.name, taken: picked.has(line.id) })),
  }
}

/**
 * Takes in a new student. Somebody who types a name that is taken may be the same person, in a browser that has forgotten
 * who that is; a new entry would part the answers, so such a comer is asked first.
 */
export async function join(
  typed: TypedToJoin,
  address: string,
): Promise<(AtTheDesk & { waits: boolean }) | ({ ok: true } & JoinAlike) | Refused> {
  const found = await classBehindCode(typed.code, address, 'join')
  if (!found.ok) return found
  const door = await classDoor(found.class.id)
  if (!door) return noClass()
  if (door.locked) return isLocked()
  const who = door.roster > 0 ? await fromRoster(found.class.id, typed) : byName(door, typed)
  if ('ok' in who) return who
  const room = await joins.consume(address).catch(full => full)
  if (room instanceof Error) throw room
  if (room.remainingPoints === 0 && room.consumedPoints > joins.points) {
    return refused('too-fast', message('door.many-joined'), room.msBeforeNext)
  }
  const id = newId()
  const session = newSession()
  const joined = await addStudent({
    ...who,
    id,
    classId: found.class.id,
    waits: door.approves || who.waits === true,
    recoveryHash: recoveryHash(found.class.id, recoveryCode(id)),
    sessionHash: session.hash,
    now: Date.now(),
  })
  if (joined.ok) return { ok: true, student: joined.student, waits: joined.waits, session }
  if (joined.why === 'alike') return { ok: true, alike: joined.alike, mark: joined.mark }
  return joined.why === 'taken' ? isTaken() : refused('closed', message('door.full'))
}

type Comer = Pick<Joining, 'name' | 'number' | 'rosterId' | 'waits' | 'another'>

function byName(door: ClassDoor, typed: TypedToJoin): Comer | Refused {
  const number = door.asksNumber ? readNumber(typed.number ?? '') : null
  if (door.asksNumber && number === null)
    return refused('malformed', message('door.type-number', { most: numberChars }))
  if (door.nicknames) {
    const wanted = nicknameOf(typed.name ?? '')
    // Somebody else may have drawn the same nickname a moment ago.
    const name = (taken: ReadonlySet<string>) => {
      const free = wanted !== null && !taken.has(nameKey(wanted))
      const drawn = free ? wanted : (drawNicknames(taken, 1, randomInt)[0] ?? 'Guest')
      return { name: drawn, key: nameKey(drawn) }
    }
    return { name, number }
  }
  const name = readName(typed.name ?? '')
  if (!name.ok) return refused('malformed', name.message)
  return { name, number, another: typed.another === true }
}

/** The line that was picked, or whose name was typed; who is on no line, or on one that is taken, waits for the teacher. */
async function fromRoster(classId: string, typed: TypedToJoin): Promise<Comer | Refused> {
  const lines = await rosterOf(classId)
  if (typed.entry !== undefined) {
    const line = lines.find(({ id }) => id === typed.entry)
    if (!line) return refused('malformed', message('door.pick-a-name'))
    return {
      name: { name: line.name, key: nameKey(line.name) },
      number: line.number,
      rosterId: line.id,
      waits: typed.ask === true && (await pickedLines(classId)).includes(line.id),
    }
  }
  const name = readName(typed.name ?? '')
  if (!name.ok) return refused('malformed', name.message)
  const same = lines.filter(line => nameKey(line.name) === name.key)
  const [only] = same
  if (only && same.length === 1) return fromRoster(classId, { ...typed, entry: only.id })
  return { name, waits: true, another: typed.another === true }
}
