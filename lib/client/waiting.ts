import { io, type Socket } from 'socket.io-client'
import * as z from 'zod/mini'
import { DoorAnswer, doorNamespace } from '@/lib/protocol/people'
import { parseMessage, parseReply } from './parse'
import { handshakeRefusal, isFinal } from './refused'

const Entered = z.strictObject({ ok: z.literal(true), answer: DoorAnswer })
const Ended = z.object({ message: z.string() })

/** Stands at the door of a class until it is opened or closed. It comes back by itself; returns the end of waiting. */
export function waitAtDoor(classId: string, heard: (answer: DoorAnswer) => void): () => void {
  const socket: Socket = io(doorNamespace, {
    auth: { class: classId },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
    timeout: 8000,
    forceNew: true,
  })
  let again: ReturnType<typeof setTimeout> | undefined
  let over = false
  const later = (ms: number) => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), ms)
  }
  const hear = (answer: DoorAnswer) => {
    if (over) return
    if (answer.at !== 'waiting') close()
    heard(answer)
  }
  function close(): void {
    over = true
    clearTimeout(again)
    socket.removeAllListeners()
    socket.disconnect()
  }
  socket.on('connect', () => {
    socket
      .timeout(8000)
      .emitWithAck('enter', {})
      .then(
        message => {
          const reply = parseReply(Entered, message)
          if (reply.ok) hear(reply.answer)
          else if (isFinal(reply)) hear({ at: 'refused', message: reply.message })
        },
        () => undefined,
      )
  })
  socket.on('disconnect', reason => {
    if (reason === 'io server disconnect') later(2000)
  })
  socket.on('connect_error', error => {
    if (socket.active) return
    const refusal = handshakeRefusal(error)
    if (refusal && isFinal(refusal)) hear({ at: 'refused', message: refusal.message })
    else later(refusal?.retryInMs ?? 3000)
  })
  socket.on('answer', message => {
    const answer = parseMessage(DoorAnswer, message)
    if (answer) hear(answer)
  })
  socket.on('ended', message =>
    hear({
      at: 'refused',
      message: parseMessage(Ended, message)?.message ?? 'You do not wait here any more.',
    }),
  )
  return close
}
