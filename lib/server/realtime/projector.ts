import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import { Nothing } from '@/lib/protocol/desk'
import {
  ProjectorAuth,
  type ProjectorToServer,
  ProjectorView,
  type ServerToProjector,
} from '@/lib/protocol/projector'
import { refuse } from '@/lib/protocol/replies'
import { teacherAsking } from '../auth/who'
import { classForTeacher } from '../db/classes'
import { type TeacherRecord, teacherSessionsAlive } from '../db/teachers'
import { answerEvery, listener } from './answer-every'
import type { Live } from './live'
import { Projected } from './projected'
import { ProjectorFeed } from './projector-feed'
import { admit, watchSessions } from './sessions'

const notYours = () => refuse('forbidden', 'This class is not yours.')

/** Namespace /projector: a page that a teacher of the class opened, and that everybody in the room reads. */
export function listenToProjectors(namespace: Namespace, live: Live): () => void {
  admit(
    namespace,
    async (auth, cookies) => {
      const asked = ProjectorAuth.safeParse(auth)
      if (!asked.success) return refuse('malformed', 'This connection names no class.')
      const teacher = await teacherAsking(cookies)
      if (!teacher) return refuse('signed-out', 'You are signed out. Please sign in again.')
      if (!(await classForTeacher(asked.data.class, teacher.who.id))) return notYours()
      const room = await live.rooms.of(asked.data.class)
      if (!room) return refuse('not-found', 'There is no such class.')
      return { ok: true, session: teacher.session, who: teacher.who, room }
    },
    (socket: Socket<ProjectorToServer, ServerToProjector>, { who, room }) => {
      const projected = new Projected(room)
      const feed = new ProjectorFeed(
        () => projected.view(),
        (view, shown) => {
          projected.sent(view)
          socket.emit('view', z.parse(ProjectorView, view), shown)
        },
        () => socket.conn.close(),
      )
      room.enterBoard(feed)
      socket.on('disconnect', () => room.leaveBoard(feed))
      answerEvery<keyof ProjectorToServer>(socket, {
        enter: listener(Nothing, Nothing, async () => {
          if (!(await classForTeacher(room.record.id, who.id))) return notYours()
          projected.begin()
          feed.start()
          return { ok: true }
        }),
      })
    },
  )
  return watchSessions<TeacherRecord>(
    namespace,
    hashes => teacherSessionsAlive(hashes, Date.now()),
    'You are signed out, or this class is not yours any more.',
    async ({ who, room }) => (await classForTeacher(room.record.id, who.id)) !== null,
  )
}
