import type { Namespace } from 'socket.io'
import { boardNamespace } from '@/lib/protocol/board'
import { deskNamespace } from '@/lib/protocol/desk'
import { type DoorAnswer, doorNamespace } from '@/lib/protocol/people'
import type { Room } from '../room/room'

/** The namespaces that a namespace shares its server with. */
export type Server = Namespace['server']

function socketsIn(io: Server, namespace: string, room: Room, studentId: string | null) {
  return [...io.of(namespace).sockets.values()].filter(socket => {
    const { admitted } = socket.data
    return admitted?.room === room && (studentId === null || admitted.who.id === studentId)
  })
}

/** Tells all pages of a student why their desk is closed, and closes it. */
export function endDesks(io: Server, room: Room, studentId: string, message: string): void {
  for (const socket of socketsIn(io, deskNamespace, room, studentId)) {
    socket.emit('ended', { message })
    socket.disconnect()
  }
}

/** Cuts a student's pages without a word: they come back by themselves, as whoever their cookie says by then. */
export function cutDesks(io: Server, room: Room, studentId: string): void {
  for (const socket of socketsIn(io, deskNamespace, room, studentId)) socket.disconnect()
}

/** Tells everybody in a class that it is over: students, those who wait, boards. */
export function endClass(io: Server, room: Room, message: string): void {
  for (const namespace of [deskNamespace, doorNamespace, boardNamespace]) {
    for (const socket of socketsIn(io, namespace, room, null)) {
      socket.emit('ended', { message })
      socket.disconnect()
    }
  }
}

/** Tells the pages of somebody who waits what became of it. */
export function tellWaiting(io: Server, room: Room, studentId: string, answer: DoorAnswer): void {
  for (const socket of socketsIn(io, doorNamespace, room, studentId)) {
    socket.emit('answer', answer)
    if (answer.at !== 'waiting') socket.disconnect()
  }
}
