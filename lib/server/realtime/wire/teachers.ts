import type { Namespace, Socket } from 'socket.io'
import { type Refused, refused } from '@/lib/classroom/refusal'
import type { Contract } from '@/lib/protocol/wire/contract'
import { message } from '@/lib/words/message'
import { teacherAsking } from '../../auth/who'
import { classForTeacher } from '../../db/classes'
import { type TeacherRecord, teacherSessionsAlive } from '../../db/teachers'
import type { Live } from '../room/live'
import { noSuchClass } from '../room/nobody'
import type { Room } from '../room/room'
import { type Admitted, admit, watchSessions } from './sessions'

const notYours = refused('forbidden', message('board.not-yours'))

/** Asked with each message, so that a co-teacher who was taken off the class reads nothing more. */
export async function whyNotYours(room: Room, { id }: TeacherRecord): Promise<Refused | null> {
  return (await classForTeacher(room.record.id, id)) ? null : notYours
}

/**
 * Lets in the class's owner and its co-teachers for as long as they are that. Returns a function that ends the
 * watching.
 */
export function admitTeachers(
  namespace: Namespace,
  contract: Contract,
  live: Live,
  enter: (socket: Socket, admitted: Admitted<TeacherRecord>) => void,
): () => void {
  admit<TeacherRecord>(
    namespace,
    contract,
    async (classId, cookies) => {
      const teacher = await teacherAsking(cookies)
      if (!teacher) return refused('signed-out', message('board.signed-out'))
      if (!(await classForTeacher(classId, teacher.who.id))) return notYours
      const room = await live.rooms.of(classId)
      if (!room) return noSuchClass
      return { ok: true, session: teacher.session, who: teacher.who, room }
    },
    enter,
  )
  return watchSessions<TeacherRecord>(
    namespace,
    hashes => teacherSessionsAlive(hashes, Date.now()),
    message('board.ended'),
    async ({ who, room }) => (await whyNotYours(room, who)) === null,
  )
}
