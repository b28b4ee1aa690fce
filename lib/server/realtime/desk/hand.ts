import { deskBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { noSuchStudent } from '../room/nobody'

/** Puts a student's hand up or down. A hand that is already so keeps its place in the queue. */
export const hand: Handler<'hand'> = {
  lanes: ({ command }) => [command.student],
  crowded: deskBusy,
  async decide(room, { command: { student, up } }) {
    const before = room.state.students.get(student)
    if (!before) return noSuchStudent
    if ((before.hand !== null) === up) return { ok: true, answer: { up } }
    return {
      ok: true,
      answer: { up },
      log: [{ type: 'hand', data: { student, since: up ? Date.now() : null } }],
      tell: [{ tell: 'hand', to: student, up }],
    }
  },
}
