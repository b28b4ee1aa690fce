import type { LogEntry } from '@/lib/classroom/log'
import { readText } from '@/lib/classroom/talk'
import { isFor } from '@/lib/classroom/talk-view'
import { limits } from '@/lib/protocol/limits'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { stepKey } from '@/lib/protocol/step-key'
import type { Addressees, MistakeAt, SayCommand } from '@/lib/protocol/talk'
import { submissionsById } from '../../db/submissions'
import { report } from '../../report'
import { namingDeskFor } from '../desk/desk-for'
import { answeredText } from '../room/answered'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { log } from './command'

/** Sends or takes back a teacher's message: it is committed, then shown on the desks concerned and on no other. */
export async function say(
  room: Room,
  teacherId: string,
  command: SayCommand,
  means: Pick<Live, 'ledger'>,
): Promise<{ ok: true } | Refusal> {
  const done = room.lanes.run(classLane, async () => {
    const entry = command.do === 'say' ? await entryOf(room, command) : takenBack(room, command.message)
    if ('ok' in entry) return entry
    const concerned = studentsOf(room, entry)
    await log(room, teacherId, entry, means)
    tellTalk(room, concerned)
    return { ok: true } as const
  })
  return (await done) ?? refuse('too-fast', 'The class is being changed already.', 1000)
}

async function entryOf(
  room: Room,
  { to, text: typed, on }: Extract<SayCommand, { do: 'say' }>,
): Promise<LogEntry | Refusal> {
  const read = readText(typed, limits.messageChars)
  if (!read.ok) return refuse('malformed', read.message)
  for (const place of [on, isMistake(to) ? to : null]) {
    if (place && !room.hasStep(place.version, place.step)) {
      return refuse('closed', 'The class does not work on this step any more.')
    }
  }
  const because = isMistake(to) ? to : null
  const students = isMistake(to) ? await whoMade(room, to) : to
  const present = students && [...new Set(students)].filter(id => room.state.students.has(id))
  if (present?.length === 0) {
    const nobody = because
      ? 'Nobody’s latest answer there shows this mistake any more.'
      : 'They are not here.'
    return refuse('not-found', nobody)
  }
  return { type: 'said', data: { to: present, because, on, text: read.text } }
}

function isMistake(to: Addressees): to is MistakeAt {
  return to !== null && 'mistake' in to
}

/** The students whose latest answer at a step, as graded now, shows a mistake. */
async function whoMade(room: Room, { mistake, version, step }: MistakeAt): Promise<string[]> {
  const wrong = [...room.state.students.keys()].flatMap(id => {
    const latest = room.cellAt(id, stepKey(version, step))?.latest
    return latest?.verdict === 'wrong' ? [{ id, answer: latest.id }] : []
  })
  const rows = await Promise.all(wrong.map(({ id, answer }) => submissionsById(id, [answer])))
  return rows.flat().flatMap(row => {
    return answeredText(row).result.mistakes.includes(mistake) ? [row.studentId] : []
  })
}

function takenBack(room: Room, message: number): LogEntry | Refusal {
  const known = room.state.talk.messages.some(({ id }) => id === message)
  return known
    ? { type: 'taken-back', data: { message } }
    : refuse('not-found', 'This message was taken back already.')
}

/** The students whom a message that is sent or taken back concerns. */
function studentsOf(room: Room, entry: LogEntry): string[] {
  const { students, talk } = room.state
  if (entry.type === 'said') return entry.data.to ?? [...students.keys()]
  const message = entry.type === 'taken-back' && talk.messages.find(({ id }) => id === entry.data.message)
  if (!message) return []
  return [...students.values()].filter(student => isFor(message, student)).map(({ id }) => id)
}

/** Tells the desks of these students, or of everyone, what is said to them. */
export function tellTalk(room: Room, students: Iterable<string> = room.state.students.keys()): void {
  for (const id of students) {
    if (room.deskLinks(id).size === 0) continue
    tellOne(room, id).catch(error => report('a desk was not told what the teacher says', error))
  }
}

async function tellOne(room: Room, studentId: string): Promise<void> {
  // The state is read only here, so that of two changes at once the later one is sent last.
  const desk = await namingDeskFor(room, studentId)
  if (!desk) return
  const talk = desk.talk(Date.now())
  for (const link of room.deskLinks(studentId)) link.tell('talk', talk)
}
