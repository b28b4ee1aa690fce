import type { Namespace } from 'socket.io'
import type { DoorAnswer } from '@/lib/protocol/people'
import { boardContract } from '@/lib/protocol/wire/board'
import type { Contract } from '@/lib/protocol/wire/contract'
import { deskContract } from '@/lib/protocol/wire/desk'
import { doorContract } from '@/lib/protocol/wire/door'
import type { Message } from '@/lib/words/argument'
import type { Room } from '../room/room'
import { tell, tellEnded } from './tell'

/** The server of a namespace, with its other namespaces. */
export type Server = Namespace['server']

function socketsIn(io: Server, { namespace }: Contract, room: Room, studentId: string | null) {
  return [...io.of(namespace).sockets.values()].filter(socket => {
    const { admitted } = socket.data
    return admitted?.room === room && (studentId === null || admitted.who.id === studentId)
  })
}

/** Tells all pages of a student why their desk is closed, and closes it. */
export function endDesks(io: Server, room: Room, studentId: string, why: Message): void {
  for (const socket of socketsIn(io, deskContract, room, studentId)) {
    tellEnded(socket, why)
  }
}

/** Cuts a student's pages without a word. They come back by themselves, as whoever their cookie then says. */
export function cutDesks(io: Server, room: Room, studentId: string): void {
  for (const socket of socketsIn(io, deskContract, room, studentId)) socket.disconnect()
}

/** Tells everybody in a class that it is over: students, those who wait, boards. */
export function endClass(io: Server, room: Room, why: Message): void {
  for (const contract of [deskContract, doorContract, boardContract]) {
    for (const socket of socketsIn(io, contract, room, null)) {
      tellEnded(socket, why)
    }
  }
}

/** Tells the pages of a waiting student whether they were let in or refused. */
export function tellWaiting(io: Server, room: Room, studentId: string, answer: DoorAnswer): void {
  for (const socket of socketsIn(io, doorContract, room, studentId)) {
    tell(socket, doorContract, 'answer', answer)
    if (answer.at !== 'waiting') socket.disconnect()
  }
}
