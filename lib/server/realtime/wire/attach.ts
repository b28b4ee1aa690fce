import type { Server as HttpServer, ServerResponse } from 'node:http'
import { type Namespace, Server } from 'socket.io'
import { limits } from '@/lib/protocol/limits'
import { contracts } from '@/lib/protocol/wire/contracts'
import { renewOldCookies } from '../../auth/old-cookies'
import { clientAddress, type Trust } from '../../door/address'
import { plainHeaders } from '../../door/headers'
import { sameOrigin } from '../../door/origin'
import { report } from '../../report'
import { WorkerPool } from '../../workers/pool'
import { sharePool } from '../../workers/shared-pool'
import { listenToBoards } from '../board/listen'
import { listenToDesks } from '../desk/listen'
import { listenToDoors } from '../door/listen'
import { listenToProjectors } from '../projector/listen'
import { Ledger } from '../room/ledger'
import type { Live } from '../room/live'
import { Rooms } from '../room/rooms'
import { Shelf } from '../room/shelf'
import { TokenBuckets } from './token-bucket'
import { limitTransports } from './transport-limits'

/** The listener of each contract; a new contract needs one here. */
const listening: Readonly<Record<keyof typeof contracts, (namespace: Namespace, live: Live) => () => void>> =
  {
    desk: listenToDesks,
    board: listenToBoards,
    door: listenToDoors,
    projector: listenToProjectors,
  }

/**
 * Handshakes from one address: enough for a whole school that comes back at once after a restart, but not for a
 * script.
 */
const handshakes = { burst: 2000, perSecond: 40, addresses: 20_000 }
/** A closed laptop is noticed after both times together. */
const heartbeats = { intervalMs: 10_000, timeoutMs: 15_000 }
/** Connections of all people together. */
const connectionsMost = 10_000

export interface Realtime {
  /** Stops listening, stores what was accepted, ends the workers. */
  close(): Promise<void>
}

export interface RealtimeOptions {
  readonly trust: Trust
  /** The bundle of the worker thread; build/worker.js of the working folder where it is not said. */
  readonly workerFile?: string
  readonly threads?: number
  /** How often a connection is asked whether it is still there, and how long it may take to say so. */
  readonly heartbeat?: { readonly intervalMs: number; readonly timeoutMs: number }
}

/** Puts Socket.IO on an HTTP server: students under /desk, teachers under /board and /projector. */
export function attachRealtime(
  http: HttpServer,
  { trust, workerFile, threads = 2, heartbeat = heartbeats }: RealtimeOptions,
): Realtime {
  const buckets = new TokenBuckets(handshakes.burst, handshakes.perSecond, handshakes.addresses)
  const io = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    // Next takes the other upgrades (hot reload); Socket.IO must not cut them.
    destroyUpgrade: false,
    // Twice the largest honest message: what lies between is answered in words, what is larger is cut.
    maxHttpBufferSize: 2 * limits.messageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    pingInterval: heartbeat.intervalMs,
    pingTimeout: heartbeat.timeoutMs,
    allowRequest: (request, decide) => {
      if (!allowedOrigin(request, trust)) return decide('origin', false)
      if (io.engine.clientsCount >= connectionsMost) return decide('full', false)
      if (buckets.take(clientAddress(request, trust), Date.now()) > 0) return decide(null, false)
      // A page that was open during an update comes back with cookies under their old names.
      renewOldCookies(request.headers.cookie).then(
        renewed => {
          if (renewed) request.headers.cookie = renewed.header
          decide(null, true)
        },
        error => {
          report('a handshake failed', error)
          decide('failed', false)
        },
      )
    },
  })
  // The headers are set before anything is decided about a request, so that refusals carry them too.
  io.engine.use((_request: unknown, response: ServerResponse, next: () => void) => {
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
    next()
  })
  limitTransports(io.engine)

  const options = { threads, queue: 2000, log: report }
  const pool = new WorkerPool(workerFile === undefined ? options : { ...options, file: workerFile })
  pool.warm()
  sharePool(pool)
  const shelf = new Shelf(pool)
  const live: Live = { pool, shelf, rooms: new Rooms(shelf), ledger: new Ledger(), io }
  const endings = Object.entries(contracts).map(([end, { namespace }]) =>
    listening[end as keyof typeof contracts](io.of(namespace), live),
  )
  // The main namespace serves nobody.
  io.use((_socket, next) => next(new Error('There is nothing here.')))

  return {
    async close() {
      for (const end of endings) end()
      await live.ledger.drained()
      // Closes the transports without a word, so that browsers try again until the next start.
      await io.close()
      await live.rooms.close()
      await pool.close()
    },
  }
}

/** A browser's first polling request is a GET of the same site and then carries no Origin; a websocket does. */
function allowedOrigin(request: Parameters<typeof sameOrigin>[0], trust: Trust): boolean {
  if (request.headers.origin !== undefined || request.headers.upgrade !== undefined) {
    return sameOrigin(request, trust)
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  // Browsers send no Sec-Fetch-Site over plain HTTP to a LAN address, and our own policy withholds the Referer. A
  // foreign page could not read the answer, so no session of it can go on.
  return request.method === 'GET'
}
