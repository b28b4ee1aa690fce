import { refused } from '@/lib/classroom/refusal'
import { message } from '@/lib/words/message'
import { chooseVersions, chosenVersions } from '../../db/classes'
import { versionsOpenTo } from '../../db/exercises'
import type { Handler } from '../room/command'
import { classLane } from '../room/room'

/** A teacher chooses what the class works on. The choice has rows of its own: no entry of the log says it. */
export const choose: Handler<'choose'> = {
  lanes: () => [classLane],
  crowded: refused('too-fast', message('board.exercises-being-changed'), 1000),
  async decide(room, { who, command: { versions } }, { shelf }) {
    if (new Set(versions).size !== versions.length) return refused('malformed', message('board.chosen-twice'))
    const open = await versionsOpenTo(versions, who)
    // What a co-teacher chose earlier may stay, though it is not this teacher's.
    for (const kept of await chosenVersions(room.record.id)) open.add(kept)
    if (!versions.every(version => open.has(version))) {
      return refused('not-found', message('board.no-such-exercise'))
    }
    const exercises = await shelf.of(versions)
    if (exercises.length !== versions.length) return refused('failed', message('board.unreadable-exercise'))
    await chooseVersions(room.record.id, versions)
    return { ok: true, answer: {}, exercises }
  },
}
