import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import {
  BoardDelta,
  BoardSnapshot,
  type BoardToServer,
  ChooseExercises,
  type ServerToBoard,
} from '@/lib/protocol/board'
import {
  AskAttempts,
  AskDesk,
  AskTyped,
  Attempt,
  DeskStep,
  LowerHand,
  TypedAnswers,
} from '@/lib/protocol/board-asks'
import { Nothing } from '@/lib/protocol/desk'
import { limits } from '@/lib/protocol/limits'
import { PacingCommand } from '@/lib/protocol/pacing'
import { AskRoster, PeopleCommand, RosterReading } from '@/lib/protocol/people'
import { PollCommand, WrongAnswers } from '@/lib/protocol/poll'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { StepAddress } from '@/lib/protocol/step-address'
import { SayCommand } from '@/lib/protocol/talk'
import { chooseVersions, chosenVersions, classForTeacher } from '../../db/classes'
import { versionsOpenTo } from '../../db/exercises'
import { attemptsAt } from '../../db/submissions'
import { setHand } from '../desk/hand'
import { attempt } from '../room/answered'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { answerEvery, listener } from '../wire/answer-every'
import { admitTeachers, notYours } from '../wire/teachers'
import { BoardFeed } from './board-feed'
import { pace } from './command'
import { deskOfStudent, typedAt } from './look-closer'
import { changePeople, lookAtRoster } from './people'
import { poll, wrongAnswers } from './poll'
import { say } from './say'
import { showListeners } from './show'

const EnterReply = z.strictObject({ board: BoardSnapshot })
const AttemptsReply = z.strictObject({ attempts: z.array(Attempt) })
const DeskReply = z.strictObject({ steps: z.array(DeskStep) })

/** Namespace /board: the class's owner and its co-teachers. */
export function listenToBoards(namespace: Namespace, live: Live): () => void {
  return admitTeachers(namespace, live, (socket: Socket<BoardToServer, ServerToBoard>, { who, room }) => {
    const feed = new BoardFeed(
      room,
      (delta, applied) => void socket.emit('delta', z.parse(BoardDelta, delta), applied),
      () => socket.conn.close(),
    )
    room.enterBoard(feed)
    socket.on('disconnect', () => room.leaveBoard(feed))
    /** Asked each time, so that a co-teacher taken off the class reads nothing more. */
    const still = async () => (await classForTeacher(room.record.id, who.id)) !== null
    answerEvery<keyof BoardToServer>(socket, {
      enter: listener(Nothing, EnterReply, async () => {
        if (!(await still())) return notYours()
        feed.startHere()
        return { ok: true, board: room.boardSnapshot() }
      }),
      attempts: listener(AskAttempts, AttemptsReply, async message => {
        if (!(await still())) return notYours()
        if (!room.state.students.has(message.student)) return refuse('not-found', 'There is no such student.')
        const rows = await attemptsAt(message.student, message.version, message.step, limits.attemptsShown)
        return { ok: true, attempts: rows.map(attempt) }
      }),
      choose: listener(ChooseExercises, Nothing, async message => {
        if (!(await still())) return notYours()
        return (
          (await room.lanes.run(classLane, () => choose(room, who.id, message.versions, live))) ??
          refuse('too-fast', 'The exercises are being changed already.', 1000)
        )
      }),
      pace: listener(PacingCommand, Nothing, async message => {
        if (!(await still())) return notYours()
        return pace(room, who.id, message, live)
      }),
      typed: listener(AskTyped, TypedAnswers, async message => {
        if (!(await still())) return notYours()
        return { ok: true, ...(await typedAt(room, message)) }
      }),
      desk: listener(AskDesk, DeskReply, async message => {
        if (!(await still())) return notYours()
        return deskOfStudent(room, message)
      }),
      lower: listener(LowerHand, Nothing, async ({ student }) => {
        if (!(await still())) return notYours()
        const done = await setHand(room, { student, up: false, who: who.id }, live)
        return done.ok ? { ok: true } : done
      }),
      say: listener(SayCommand, Nothing, async message =>
        (await still()) ? say(room, who.id, message, live) : notYours(),
      ),
      poll: listener(PollCommand, Nothing, async message =>
        (await still()) ? poll(room, who.id, message, live) : notYours(),
      ),
      'wrong-answers': listener(StepAddress, WrongAnswers, async message =>
        (await still()) ? wrongAnswers(room, message) : notYours(),
      ),
      people: listener(PeopleCommand, Nothing, async message => {
        if (!(await still())) return notYours()
        return changePeople(message, { room, teacher: who, live, io: namespace.server })
      }),
      roster: listener(AskRoster, RosterReading, async message => {
        if (!(await still())) return notYours()
        return lookAtRoster(room, message.text)
      }),
      ...showListeners(room, who.id, live, async () => ((await still()) ? null : notYours())),
    })
  })
}

/** Committed first, then the room changes, then every desk and board learns of it. */
async function choose(
  room: Room,
  teacherId: string,
  versions: readonly string[],
  { views }: Live,
): Promise<{ ok: true } | Refusal> {
  if (new Set(versions).size !== versions.length) {
    return refuse('malformed', 'An exercise can be chosen once.')
  }
  const open = await versionsOpenTo(versions, teacherId)
  // What a co-teacher chose earlier may stay, though it is not this teacher's.
  for (const kept of await chosenVersions(room.record.id)) open.add(kept)
  if (!versions.every(version => open.has(version))) return refuse('not-found', 'There is no such exercise.')
  const prepared = await views.of(versions)
  if (prepared.length !== versions.length)
    return refuse('failed', 'One of these exercises cannot be read any more.')
  await chooseVersions(room.record.id, versions)
  room.changeExercises(prepared)
  return { ok: true }
}
