import type { Namespace } from 'socket.io'
import { notWorkedOn } from '@/lib/classroom/desk-refusals'
import { limits } from '@/lib/protocol/limits'
import { type BoardContract, boardContract } from '@/lib/protocol/wire/board'
import { sentenceOf } from '@/lib/words/sentence'
import { attemptsAt } from '../../db/submissions'
import { attempt } from '../room/answered'
import { carryOut } from '../room/carry-out'
import type { CommandName, Commands } from '../room/command'
import type { Live } from '../room/live'
import { noSuchStudent } from '../room/nobody'
import { answerEvery, type Handlers } from '../wire/answer-every'
import { admitTeachers, whyNotYours } from '../wire/teachers'
import { tellAndHear } from '../wire/tell'
import { BoardFeed } from './board-feed'
import { boardSnapshot } from './board-snapshot'
import { deskOfStudent, typedAt } from './look-closer'
import { offeredAnswers } from './poll-answers'
import { lookAtRoster } from './roster'
import { worked } from './show'
import { wordsAt } from './words'

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
    const order = <Name extends CommandName>(name: Name, command: Commands[Name]) =>
      carryOut(room, { class: room.record.id, who: who.id, page: null, name, command }, live)
    const handlers: Handlers<BoardContract> = {
      enter: async () => {
        feed.startHere()
        return { ok: true, board: boardSnapshot(room) }
      },
      attempts: async ({ student, version, step }) => {
        if (!room.state.students.has(student)) return noSuchStudent
        const rows = await attemptsAt(student, { version, step }, limits.attemptsShown)
        return { ok: true, attempts: rows.map(attempt) }
      },
      typed: async asked => ({ ok: true, ...(await typedAt(room, asked)) }),
      answers: async address => ({ ok: true, ...(await wordsAt(room, address)) }),
      desk: asked => deskOfStudent(room, asked),
      'wrong-answers': async address => {
        const found = await offeredAnswers(room, address)
        return found.ok ? { ...found, whyNot: found.whyNot && sentenceOf(found.whyNot) } : found
      },
      roster: async ({ text }) => ({ ok: true, ...(await lookAtRoster(room, text)) }),
      worked: asked => worked(room, asked),
      exercise: async ({ version }) => {
        const exercise = room.exercise(version)?.view
        return exercise ? { ok: true, exercise } : notWorkedOn
      },
      choose: command => order('choose', command),
      pace: command => order('pace', command),
      say: command => order('say', command),
      poll: command => order('poll', command),
      show: command => order('show', command),
      people: command => order('people', command),
      except: command => order('except', command),
      lower: async ({ student }) => {
        const done = await order('hand', { student, up: false })
        return done.ok ? { ok: true } : done
      },
    }
    answerEvery(socket, boardContract, handlers, () => whyNotYours(room, who))
  })
}
