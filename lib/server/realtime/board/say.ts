import type { LogEntry } from '@/lib/classroom/log'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { storedMistakes } from '@/lib/classroom/stored-verdict'
import { readText } from '@/lib/classroom/talk'
import { isFor } from '@/lib/classroom/talk-view'
import { limits } from '@/lib/protocol/limits'
import { keyOf } from '@/lib/protocol/step-key'
import type { Addressees, MistakeAt, SayCommand } from '@/lib/protocol/talk'
import { message } from '@/lib/words/message'
import { submissionsById } from '../../db/submissions'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { classLane, type Room } from '../room/room'

/** Sends or takes back a teacher's message: it is shown on the desks concerned and on no other. */
export const say: Handler<'say'> = {
  lanes: () => [classLane],
  crowded: classBusy,
  async decide(room, { command }) {
    const made = command.do === 'say' ? await saying(room, command) : takenBack(room, command.message)
    if (!made.ok) return made
    const { entry } = made
    return { ok: true, answer: {}, log: [entry], tell: [{ tell: 'talk', to: studentsOf(room, entry) }] }
  },
}

async function saying(
  room: Room,
  { to, text: typed, on }: Extract<SayCommand, { do: 'say' }>,
): Promise<OrRefused<{ entry: LogEntry }>> {
  const read = readText(typed, limits.messageChars)
  if (!read.ok) return refused('malformed', read.message)
  for (const address of [on, isMistake(to) ? to : null]) {
    if (address && !room.hasStep(address)) return refused('closed', message('board.step-not-worked-on'))
  }
  const because = isMistake(to) ? to : null
  const students = isMistake(to) ? await whoMade(room, to) : to
  const present = students && [...new Set(students)].filter(id => room.state.students.has(id))
  if (present?.length === 0) {
    return refused('not-found', message(because ? 'talk.mistake-gone' : 'talk.nobody-there'))
  }
  return { ok: true, entry: { type: 'said', data: { to: present, because, on, text: read.text } } }
}

function isMistake(to: Addressees): to is MistakeAt {
  return to !== null && 'mistake' in to
}

/** The students whose latest answer at a step, as graded now, shows a mistake. */
async function whoMade(room: Room, { mistake, ...address }: MistakeAt): Promise<string[]> {
  const wrong = [...room.state.students.keys()].flatMap(id => {
    const latest = room.cellAt(id, keyOf(address))?.latest
    return latest?.verdict === 'wrong' ? [{ id, answer: latest.id }] : []
  })
  const rows = await Promise.all(wrong.map(({ id, answer }) => submissionsById(id, [answer])))
  return rows.flat().flatMap(({ studentId, result }) => {
    return storedMistakes(result).includes(mistake) ? [studentId] : []
  })
}

function takenBack(room: Room, id: number): OrRefused<{ entry: LogEntry }> {
  const known = room.state.talk.messages.some(message => message.id === id)
  if (!known) return refused('not-found', message('talk.taken-back-already'))
  return { ok: true, entry: { type: 'taken-back', data: { message: id } } }
}

/** The students whom a message that is sent or taken back concerns. */
function studentsOf(room: Room, entry: LogEntry): string[] {
  const { students, talk } = room.state
  if (entry.type === 'said') return entry.data.to ?? [...students.keys()]
  const said = entry.type === 'taken-back' && talk.messages.find(({ id }) => id === entry.data.message)
  if (!said) return []
  return [...students.values()].filter(student => isFor(said, student)).map(({ id }) => id)
}
