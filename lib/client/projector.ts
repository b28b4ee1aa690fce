import { io, type Socket } from 'socket.io-client'
import * as z from 'zod/mini'
import type { PublicExercise } from '@/lib/protocol/exercise'
import {
  type ProjectorToServer,
  ProjectorView,
  projectorNamespace,
  type ServerToProjector,
} from '@/lib/protocol/projector'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage, parseReply } from './parse'
import { handshakeRefusal, isFinal } from './refused'

const Done = z.looseObject({ ok: z.literal(true) })
const Ended = z.object({ message: z.string() })
const answerWithin = 10_000

/** Everything that the projector's page shows. Replaced whole with every change. */
export interface Projection {
  readonly phase: 'loading' | 'open' | 'ended'
  readonly ended: string | null
  readonly connected: boolean
  /** The last that is known; it stays while the connection is lost. */
  readonly view: ProjectorView | null
  /** The picture, which a view brings along once; null where none was shown. */
  readonly pictured: PublicExercise | null
  /** When the countdown ends, on the clock of `performance.now()`; null without one. */
  readonly endsAt: number | null
}

export const emptyProjection: Projection = {
  phase: 'loading',
  ended: null,
  connected: false,
  view: null,
  pictured: null,
  endsAt: null,
}

/** The live projector of one class; it comes back by itself while the page is open. */
export class ProjectorSession {
  private current = emptyProjection
  private readonly listeners = new Set<() => void>()
  private socket: Socket<ServerToProjector, ProjectorToServer> | null = null
  private again: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly classId: string) {}

  readonly projection = (): Projection => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(): void {
    const socket: Socket<ServerToProjector, ProjectorToServer> = io(projectorNamespace, {
      auth: { class: this.classId },
      // Long polling stays for networks whose proxies block websockets.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 4000,
      timeout: 8000,
      forceNew: true,
    })
    this.socket = socket
    socket.on('connect', () => void this.enter(socket))
    socket.on('disconnect', reason => {
      this.set({ connected: false })
      // The server closed this one connection: the client library leaves coming back to us.
      if (reason === 'io server disconnect') this.later(() => socket.connect(), 2000)
    })
    socket.on('connect_error', error => {
      this.set({ connected: false })
      if (socket.active) return
      const refusal = handshakeRefusal(error)
      if (refusal && isFinal(refusal)) this.end(refusal.message)
      else this.later(() => socket.connect(), refusal?.retryInMs ?? 3000)
    })
    socket.on('view', (message, shown) => {
      const view = parseMessage(ProjectorView, message)
      if (view) this.take(view)
      if (typeof shown === 'function') shown()
    })
    socket.on('ended', message =>
      this.end(parseMessage(Ended, message)?.message ?? 'This projector was closed.'),
    )
  }

  close(): void {
    clearTimeout(this.again)
    this.socket?.removeAllListeners()
    this.socket?.disconnect()
    this.socket = null
  }

  private take(view: ProjectorView): void {
    const { scene, countdown } = view
    const pictured = scene.what === 'network' && scene.exercise ? scene.exercise : this.current.pictured
    const endsAt = countdown && performance.now() + countdown.remainingMs
    this.set({ phase: 'open', ended: null, connected: true, view, pictured, endsAt })
  }

  private async enter(socket: Socket<ServerToProjector, ProjectorToServer>): Promise<void> {
    let reply: Reply<object> | null = null
    try {
      reply = parseReply<object>(Done, await socket.timeout(answerWithin).emitWithAck('enter', {}))
    } catch {
      // Not answered in time, or the connection went: asked again below, or by the next connection.
    }
    if (this.socket !== socket || reply?.ok) return
    if (reply && isFinal(reply)) this.end(reply.message)
    else if (socket.connected) this.later(() => void this.enter(socket), reply?.retryInMs ?? 2000)
  }

  private end(message: string): void {
    this.close()
    this.set({ phase: 'ended', ended: message, connected: false })
  }

  private later(act: () => void, inMs: number): void {
    clearTimeout(this.again)
    this.again = setTimeout(act, inMs)
  }

  private set(change: Partial<Projection>): void {
    this.current = { ...this.current, ...change }
    for (const listener of this.listeners) listener()
  }
}
