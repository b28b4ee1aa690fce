import { refused } from '@/lib/classroom/refusal'
import { takesVotes } from '@/lib/protocol/poll'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import type { Handler } from '../room/command'
import { notOnDesk } from './desk-for'

const closedNow = refused('closed', message('poll.closed'))
const tooMany = (inMs: number) => refused('too-fast', message('poll.too-many-votes'), inMs)

/** A student's choice in the vote of now. It is told to that student's own pages, and to the boards as a count. */
export const vote: Handler<'vote'> = {
  lanes: ({ who }) => [who],
  crowded: tooMany(1000),
  async decide(room, { who, command: { poll: id, choice, again: seen } }) {
    const asked = room.state.talk.poll
    if (asked?.id !== id) return closedNow
    if (choice > asked.options.length) return refused('malformed', message('poll.no-such-answer'))
    const absent = await notOnDesk(room, who, keyOf(asked.on))
    if (absent) return absent.code === 'busy' ? absent : closedNow
    const now = room.state.talk.poll
    if (now?.id !== id || !takesVotes(now.phase)) return closedNow
    const again = now.phase === 'again'
    if (seen !== undefined && seen !== again) return refused('closed', message('poll.other-vote'))
    const before = room.state.students.get(who)?.vote
    if (before?.poll === id && (again ? before.second : before.first) === choice)
      return { ok: true, answer: {} }
    const wait = room.answerBuckets.take(who, Date.now())
    if (wait > 0) return tooMany(wait)
    return {
      ok: true,
      answer: {},
      log: [{ type: 'poll-voted', data: { poll: id, choice, ...(again && { again }) } }],
      tell: [{ tell: 'talk', to: [who] }],
    }
  },
}
