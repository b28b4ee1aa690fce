import type { Namespace, Socket } from 'socket.io'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import type { Contract } from '@/lib/protocol/wire/contract'
import { teacherAsking } from '../../auth/who'
import { classForTeacher } from '../../db/classes'
import { type TeacherRecord, teacherSessionsAlive } from '../../db/teachers'
import type { Live } from '../room/live'
import type { Room } from '../room/room'
import { type Admitted, admit, watchSessions } from './sessions'

const notYours = () => refuse('forbidden', 'This class is not yours.')

/** Asked with each message, so that a co-teacher who was removed from the class reads nothing more. */
export async function whyNotYours(room: Room, { id }: TeacherRecord): Promise<Refusal | null> {
  return (await classForTeacher(room.record.id, id)) ? null : notYours()
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
      if (!teacher) return refuse('signed-out', 'You are signed out. Please sign in again.')
      if (!(await classForTeacher(classId, teacher.who.id))) return notYours()
      const room = await live.rooms.of(classId)
      if (!room) return refuse('not-found', 'There is no such class.')
      return { ok: true, session: teacher.session, who: teacher.who, room }
    },
    enter,
  )
  return watchSessions<TeacherRecord>(
    namespace,
    hashes => teacherSessionsAlive(hashes, Date.now()),
    'You are signed out, or this class is not yours any more.',
    async ({ who, room }) => (await whyNotYours(room, who)) === null,
  )
}
