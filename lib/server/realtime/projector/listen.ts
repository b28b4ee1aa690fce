import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import { Nothing } from '@/lib/protocol/desk'
import { type ProjectorToServer, ProjectorView, type ServerToProjector } from '@/lib/protocol/projector'
import { classForTeacher } from '../../db/classes'
import type { Live } from '../room/live'
import { answerEvery, listener } from '../wire/answer-every'
import { admitTeachers, notYours } from '../wire/teachers'
import { Projected } from './projected'
import { ProjectorFeed } from './projector-feed'

/** Namespace /projector: a page that a teacher of the class opened, and that everybody in the room reads. */
export function listenToProjectors(namespace: Namespace, live: Live): () => void {
  return admitTeachers(
    namespace,
    live,
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
}
