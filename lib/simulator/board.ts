import { io, type Socket } from 'socket.io-client'
import { applyDelta, type BoardState, boardOf } from '@/lib/client/board-state'
import type { BoardDelta, BoardSnapshot } from '@/lib/protocol/board'
import { type BoardContract, boardContract } from '@/lib/protocol/wire/board'
import { type FromServer, handshake, type ToServer } from '@/lib/protocol/wire/contract'
import type { Browser } from './browser'

/** A board without a page: the state that a browser keeps, over a connection from Node. */
export class SimulatedBoard {
  /** Null before the first snapshot. */
  state: BoardState | null = null
  readonly socket: Socket<FromServer<BoardContract>, ToServer<BoardContract>>
  private early: (() => void)[] | null = null

  /** `heard` is called with every delta as it comes in. */
  constructor(browser: Browser, id: string, heard: (delta: BoardDelta) => void = () => {}) {
    this.socket = io(browser.origin + boardContract.namespace, {
      auth: handshake(id),
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: browser.asking,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1000,
    })
    this.socket.on('connect', () => void this.enter())
    this.socket.on('disconnect', reason => {
      this.early = null
      if (reason === 'io server disconnect') this.socket.connect()
    })
    this.socket.on('delta', (delta, applied) => {
      heard(delta)
      if (this.early) this.early.push(() => this.apply(delta, applied))
      else this.apply(delta, applied)
    })
  }

  /** Resolves once there is a snapshot. */
  arrive(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect_error', error => {
        if (!this.socket.active) reject(error)
      })
      this.arrived = resolve
      this.socket.connect()
    })
  }

  close(): void {
    this.socket.disconnect()
  }

  async choose(versions: readonly string[]): Promise<void> {
    const reply = await this.socket.timeout(10_000).emitWithAck('choose', { versions: [...versions] })
    if (!reply.ok) throw new Error(reply.message)
  }

  /** The board as the server has it now, to be compared with what the deltas made here. */
  async snapshot(): Promise<BoardSnapshot> {
    const reply = await this.socket.timeout(10_000).emitWithAck('enter', {})
    if (!reply.ok) throw new Error(reply.message)
    return reply.board
  }

  private arrived: () => void = () => {}

  private async enter(): Promise<void> {
    if (this.early) return
    const early: (() => void)[] = []
    this.early = early
    const board = await this.snapshot().catch(() => null)
    // Another connection came in between, which enters by itself.
    if (this.early !== early) return
    this.early = null
    if (board) {
      this.state = boardOf(board)
      for (const apply of early) apply()
      this.arrived()
    } else if (this.socket.connected) setTimeout(() => void this.enter(), 500)
  }

  private apply(delta: BoardDelta, applied: () => void): void {
    const next = this.state && applyDelta(this.state, delta)
    if (!next) return void this.enter()
    this.state = next
    applied()
  }
}
