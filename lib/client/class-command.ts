import { io } from 'socket.io-client'
import * as z from 'zod/mini'
import { boardNamespace } from '@/lib/protocol/board'
import type { PeopleCommand } from '@/lib/protocol/people'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import { parseMessage, parseReply } from './parse'

const Done = z.looseObject({ ok: z.literal(true) })
const within = 15_000
const away = 'The server cannot be reached right now. Nothing was changed.'

/** One command to the room of a class, from a page that shows no board of it. */
export function commandClass(classId: string, command: PeopleCommand): Promise<Reply<object>> {
  return new Promise(resolve => {
    const socket = io(boardNamespace, {
      auth: { class: classId },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnection: false,
      timeout: 8000,
      forceNew: true,
    })
    const done = (reply: Reply<object>) => {
      socket.removeAllListeners()
      socket.disconnect()
      resolve(reply)
    }
    socket.on('connect_error', error => {
      const data = 'data' in error && typeof error.data === 'object' ? error.data : {}
      done(parseMessage(Refusal, { ok: false, ...data }) ?? refuse('failed', away))
    })
    socket.on('connect', () => {
      socket
        .timeout(within)
        .emitWithAck('people', command)
        .then(
          answer => done(parseReply<object>(Done, answer)),
          () => done(refuse('failed', away)),
        )
    })
  })
}
