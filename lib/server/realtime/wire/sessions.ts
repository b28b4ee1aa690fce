import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { Contract } from '@/lib/protocol/wire/contract'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { report } from '../../report'
import type { Room } from '../room/room'
import { NotPrepared } from '../room/shelf'
import { turnedDown } from './answer-every'
import { tellEnded } from './tell'
import { otherVersion } from './version'

export interface Admitted<Who> {
  readonly session: string
  readonly who: Who
  readonly room: Room
}

/** How often the database is asked whether the people behind the open connections are still signed in. */
const recheckMs = 3000
const chunk = 500

/**
 * Lets in the people whom `decide` allows and hands their connection to `enter`. A handshake fails with a refusal's
 * code and words.
 */
export function admit<Who>(
  namespace: Namespace,
  contract: Contract,
  decide: (classId: string, cookies: string | undefined) => Promise<OrRefused<Admitted<Who>>>,
  enter: (socket: Socket, admitted: Admitted<Who>) => void,
): void {
  namespace.use((socket, next) => {
    const other = otherVersion(socket.handshake.auth)
    if (other) return next(turnedDown(other))
    const auth = z.safeParse(contract.auth, socket.handshake.auth)
    if (!auth.success) return next(turnedDown(refused('malformed', message('wire.names-no-class'))))
    decide(auth.data.class, socket.handshake.headers.cookie).then(
      decision => {
        if (!decision.ok) return next(turnedDown(decision))
        const { session, who, room } = decision
        socket.data.admitted = { session, who, room } satisfies Admitted<Who>
        next()
      },
      error => {
        const waiting = error instanceof NotPrepared
        if (!waiting) report('a handshake failed', error)
        const why = message('wire.class-not-open')
        next(turnedDown(waiting ? refused('busy', why, 2000) : refused('failed', why)))
      },
    )
  })
  namespace.on('connection', socket => {
    const admitted: Admitted<Who> = socket.data.admitted
    enter(socket, admitted)
  })
}

/**
 * Signing out and naming co-teachers happen over HTTP and meet the sockets in the database: every few seconds the
 * connections whose right to be here is gone are told and cut. Returns a function that ends the watching.
 */
export function watchSessions<Who>(
  namespace: Namespace,
  alive: (hashes: readonly string[]) => Promise<Set<string>>,
  why: Message,
  may: (admitted: Admitted<Who>) => Promise<boolean> = async () => true,
): () => void {
  let running = false
  const recheck = async () => {
    const sockets = [...namespace.sockets.values()]
    for (let from = 0; from < sockets.length; from += chunk) {
      const some = sockets.slice(from, from + chunk)
      const standing = await alive(some.map(socket => socket.data.admitted.session))
      for (const socket of some) {
        const admitted: Admitted<Who> = socket.data.admitted
        if (standing.has(admitted.session) && (await may(admitted))) continue
        tellEnded(socket, why)
      }
    }
  }
  const timer = setInterval(() => {
    if (running) return
    running = true
    recheck()
      .catch(error => report('rechecking sessions failed', error))
      .finally(() => {
        running = false
      })
  }, recheckMs)
  timer.unref()
  return () => clearInterval(timer)
}
