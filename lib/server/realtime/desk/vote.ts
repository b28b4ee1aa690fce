import { refused } from '@/lib/classroom/refusal'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import type { Handler } from '../room/command'
import { notOnDesk } from './desk-for'

const closedNow = refused('closed', message('poll.closed'))
const tooMany = (inMs: number) => refused('too-fast', message('poll.too-many-votes'), inMs)

/** A student's choice in the open poll. It is told to that student's own pages, and to the boards as a count. */
export const vote: Handler<'vote'> = {
  lanes: ({ who }) => [who],
  crowded: tooMany(1000),
  async decide(room, { who, command: { poll: id, choice } }) {
    const asked = room.state.talk.poll
    if (asked?.id !== id) return closedNow
    if (choice > asked.options.length) return refused('malformed', message('poll.no-such-answer'))
    const absent = await notOnDesk(room, who, keyOf(asked.on))
    if (absent) return absent.code === 'busy' ? absent : closedNow
    if (room.state.talk.poll?.id !== id || room.state.talk.poll.state !== 'open') return closedNow
    const before = room.state.students.get(who)?.vote
    if (before?.poll === id && before.choice === choice) return { ok: true, answer: {} }
    const wait = room.pace.take(who, Date.now())
    if (wait > 0) return tooMany(wait)
    return {
      ok: true,
      answer: {},
      log: [{ type: 'poll-voted', data: { poll: id, choice } }],
      tell: [{ tell: 'talk', to: [who] }],
    }
  },
}
