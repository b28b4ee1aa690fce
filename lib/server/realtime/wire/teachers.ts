import type { Namespace, Socket } from 'socket.io'
import { BoardAuth } from '@/lib/protocol/board'
import { refuse } from '@/lib/protocol/replies'
import { teacherAsking } from '../../auth/who'
import { classForTeacher } from '../../db/classes'
import { type TeacherRecord, teacherSessionsAlive } from '../../db/teachers'
import type { Live } from '../room/live'
import { type Admitted, admit, watchSessions } from './sessions'

export const notYours = () => refuse('forbidden', 'This class is not yours.')

/** Lets in the class's owner and its co-teachers, for as long as they are that; returns the end of watching over it. */
export function admitTeachers(
  namespace: Namespace,
  live: Live,
  enter: (socket: Socket, admitted: Admitted<TeacherRecord>) => void,
): () => void {
  admit<TeacherRecord>(
    namespace,
    async (auth, cookies) => {
      const asked = BoardAuth.safeParse(auth)
      if (!asked.success) return refuse('malformed', 'This connection names no class.')
      const teacher = await teacherAsking(cookies)
      if (!teacher) return refuse('signed-out', 'You are signed out. Please sign in again.')
      if (!(await classForTeacher(asked.data.class, teacher.who.id))) return notYours()
      const room = await live.rooms.of(asked.data.class)
      if (!room) return refuse('not-found', 'There is no such class.')
      return { ok: true, session: teacher.session, who: teacher.who, room }
    },
    enter,
  )
  return watchSessions<TeacherRecord>(
    namespace,
    hashes => teacherSessionsAlive(hashes, Date.now()),
    'You are signed out, or this class is not yours any more.',
    async ({ who, room }) => (await classForTeacher(room.record.id, who.id)) !== null,
  )
}
