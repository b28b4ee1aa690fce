import type { LogEntry } from '@/lib/classroom/log'
import { isReleased } from '@/lib/classroom/pacing'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { readText } from '@/lib/classroom/talk'
import { limits } from '@/lib/protocol/limits'
import { type PollCommand, underWay } from '@/lib/protocol/poll'
import { message } from '@/lib/words/message'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { classLane, type Room } from '../room/room'
import { isSpelled, optionsOf, wrongAnswers } from './poll-answers'

/** A teacher opens a poll, or goes on with it: on every desk that has its step. */
export const poll: Handler<'poll'> = {
  lanes: () => [classLane],
  crowded: classBusy,
  async decide(room, { command }) {
    const made = command.do === 'open' ? await opening(room, command) : turning(room, command)
    if (!made.ok) return made
    const everyone = [...room.state.students.keys()]
    return { ok: true, answer: {}, log: [made.entry], tell: [{ tell: 'talk', to: everyone }] }
  },
}

async function opening(
  room: Room,
  { on, question: typed, answers, right }: Extract<PollCommand, { do: 'open' }>,
): Promise<OrRefused<{ entry: LogEntry }>> {
  const before = room.state.talk.poll
  if (before && underWay(before.phase)) return refused('closed', message('poll.open-already'))
  const read = readText(typed, limits.questionChars)
  if (!read.ok) return refused('malformed', read.message)
  if (!isReleased(room.state.pacing, on)) return refused('closed', message('poll.not-released'))
  const known = await wrongAnswers(room, on)
  if (!known.ok) return known
  if (known.whyNot !== null) return refused('closed', known.whyNot)
  const chosen = new Set(answers.map(cells => known.answers.find(answer => isSpelled(answer, cells))))
  const groups = [...chosen].flatMap(answer => answer ?? [])
  if (groups.length < chosen.size) return refused('not-found', message('poll.answer-gone'))
  const written = await optionsOf(
    room,
    on,
    groups.map(({ cells }) => cells),
    right,
  )
  if (!written.ok) return written
  const options = written.options.map(option => ({
    cells: [...option.cells],
    right: option.right,
    mistakes: [...new Set(option.from.flatMap(at => groups[at]?.mistakes ?? []))],
  }))
  if (options.filter(option => !option.right).length < 2)
    return refused('malformed', message('poll.needs-two'))
  return { ok: true, entry: { type: 'poll-opened', data: { on, question: read.text, options } } }
}

function turning(
  room: Room,
  { poll: id, to }: Extract<PollCommand, { do: 'turn' }>,
): OrRefused<{ entry: LogEntry }> {
  if (room.state.talk.poll?.id !== id) return refused('not-found', message('poll.newer-one'))
  return { ok: true, entry: { type: 'poll-turned', data: { poll: id, to } } }
}
