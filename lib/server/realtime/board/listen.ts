import type { Namespace } from 'socket.io'
import { limits } from '@/lib/protocol/limits'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { type BoardContract, boardContract } from '@/lib/protocol/wire/board'
import { chooseVersions, chosenVersions } from '../../db/classes'
import { versionsOpenTo } from '../../db/exercises'
import { attemptsAt } from '../../db/submissions'
import { setHand } from '../desk/hand'
import { attempt } from '../room/answered'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { answerEvery, type Handlers } from '../wire/answer-every'
import { admitTeachers, whyNotYours } from '../wire/teachers'
import { tellAndHear } from '../wire/tell'
import { BoardFeed } from './board-feed'
import { pace } from './command'
import { deskOfStudent, typedAt } from './look-closer'
import { changePeople, lookAtRoster } from './people'
import { poll, wrongAnswers } from './poll'
import { say } from './say'
import { aboutShow } from './show'

/** Namespace /board: the class's owner and its co-teachers. */
export function listenToBoards(namespace: Namespace, live: Live): () => void {
  return admitTeachers(namespace, boardContract, live, (socket, { who, room }) => {
    const feed = new BoardFeed(
      room,
      (delta, applied) => tellAndHear(socket, boardContract, 'delta', delta, applied),
      () => socket.conn.close(),
    )
    room.enterBoard(feed)
    socket.on('disconnect', () => room.leaveBoard(feed))
    const handlers: Handlers<BoardContract> = {
      enter: async () => {
        feed.startHere()
        return { ok: true, board: room.boardSnapshot() }
      },
      attempts: async ({ student, version, step }) => {
        if (!room.state.students.has(student)) return refuse('not-found', 'There is no such student.')
        const rows = await attemptsAt(student, version, step, limits.attemptsShown)
        return { ok: true, attempts: rows.map(attempt) }
      },
      choose: async ({ versions }) =>
        (await room.lanes.run(classLane, () => choose(room, who.id, versions, live))) ??
        refuse('too-fast', 'The exercises are being changed already.', 1000),
      pace: command => pace(room, who.id, command, live),
      typed: async asked => ({ ok: true, ...(await typedAt(room, asked)) }),
      desk: asked => deskOfStudent(room, asked),
      lower: async ({ student }) => {
        const done = await setHand(room, { student, up: false, who: who.id }, live)
        return done.ok ? { ok: true } : done
      },
      say: command => say(room, who.id, command, live),
      poll: command => poll(room, who.id, command, live),
      'wrong-answers': address => wrongAnswers(room, address),
      people: command => changePeople(command, { room, teacher: who, live, io: namespace.server }),
      roster: ({ text }) => lookAtRoster(room, text),
      ...aboutShow(room, who.id, live),
    }
    answerEvery(socket, boardContract, handlers, () => whyNotYours(room, who))
  })
}

/** Committed first, then the room changes, then every desk and board learns of it. */
async function choose(
  room: Room,
  teacherId: string,
  versions: readonly string[],
  { shelf }: Live,
): Promise<{ ok: true } | Refusal> {
  if (new Set(versions).size !== versions.length) {
    return refuse('malformed', 'An exercise can be chosen once.')
  }
  const open = await versionsOpenTo(versions, teacherId)
  // Exercises that a co-teacher chose may stay, although they are not this teacher's.
  for (const kept of await chosenVersions(room.record.id)) open.add(kept)
  if (!versions.every(version => open.has(version))) return refuse('not-found', 'There is no such exercise.')
  const prepared = await shelf.of(versions)
  if (prepared.length !== versions.length)
    return refuse('failed', 'One of these exercises cannot be read any more.')
  await chooseVersions(room.record.id, versions)
  room.changeExercises(prepared)
  return { ok: true }
}
