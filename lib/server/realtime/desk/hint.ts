import { refused } from '@/lib/classroom/refusal'
import { stepHints } from '@/lib/classroom/step-hints'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { deskBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { notOnDesk } from './desk-for'

/** The next hint to a step, for the student who asks; once given it stays. */
export const hint: Handler<'hint'> = {
  lanes: ({ who }) => [who],
  crowded: deskBusy,
  async decide(room, { who, command: on }) {
    const key = keyOf(on)
    const absent = await notOnDesk(room, who, key)
    if (absent) return absent
    const texts = room.exercise(on.version)?.hints.get(on.step) ?? []
    const student = room.state.students.get(who)
    if (!student) return refused('signed-out', message('desk.not-in-class'))
    if (!room.state.pacing.hints) return refused('closed', message('desk.hints-off'))
    const level = student.hints.get(key) ?? 0
    if (level >= texts.length) return refused('not-found', message('desk.no-more-hints'))
    const hints = stepHints(key, texts, level + 1, true)
    return {
      ok: true,
      answer: { hints },
      log: [{ type: 'hint-given', data: { on, level: level + 1 } }],
      tell: [{ tell: 'hints', to: who, hints }],
    }
  },
}
