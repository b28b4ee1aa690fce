import type { Namespace } from 'socket.io'
import { projectorContract } from '@/lib/protocol/wire/projector'
import type { Live } from '../room/live'
import { answerEvery } from '../wire/answer-every'
import { admitTeachers, whyNotYours } from '../wire/teachers'
import { tellAndHear } from '../wire/tell'
import { Projected } from './projected'
import { ProjectorFeed } from './projector-feed'

/** Namespace /projector: a page that a teacher of the class opened, and that everybody in the room reads. */
export function listenToProjectors(namespace: Namespace, live: Live): () => void {
  return admitTeachers(namespace, projectorContract, live, (socket, { who, room }) => {
    const projected = new Projected(room)
    const feed = new ProjectorFeed(
      () => projected.view(),
      (view, shown) => {
        projected.sent(view)
        tellAndHear(socket, projectorContract, 'view', view, shown)
      },
      () => socket.conn.close(),
    )
    room.enterBoard(feed)
    socket.on('disconnect', () => room.leaveBoard(feed))
    const enter = async () => {
      projected.begin()
      feed.start()
      return { ok: true } as const
    }
    answerEvery(socket, projectorContract, { enter }, () => whyNotYours(room, who))
  })
}
