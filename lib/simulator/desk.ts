import { io, type Socket } from 'socket.io-client'
import { Outbox } from '@/lib/client/outbox'
import { MemoryStore, type WaitingAnswer } from '@/lib/client/store'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { type Receipt, wholeReceipt } from '@/lib/protocol/receipt'
import { type Reply, refuse } from '@/lib/protocol/replies'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import { type FromServer, handshake, type ToServer } from '@/lib/protocol/wire/contract'
import { type DeskContract, deskContract } from '@/lib/protocol/wire/desk'
import type { Browser } from './browser'

/** Called with what goes over the wire, to count and time it. */
export interface DeskWatch {
  sent?(id: string): void
  acknowledged?(id: string, receipt: Receipt): void
}

interface DeskOptions {
  readonly browser: Browser
  readonly class: string
  readonly watch?: DeskWatch
  /** Milliseconds before a lost connection is tried again, and without an acknowledgement before sending again. */
  readonly again?: number
  readonly patience?: number
}

/**
 * A desk without a page: the browser's own outbox over a connection from Node. What a server sends is not parsed,
 * because here it is only counted and compared.
 */
export class SimulatedDesk {
  /** The latest record of each step that this page was told. */
  readonly records = new Map<StepKey, StepRecord>()
  readonly socket: Socket<FromServer<DeskContract>, ToServer<DeskContract>>
  /** Its student's id, once it has arrived. */
  student: string | null = null
  private readonly outbox: Outbox
  private readonly open = new Map<string, (reply: Reply<Receipt>) => void>()
  private readonly patience: number
  private lastAt = 0

  constructor({ browser, class: id, watch = {}, again = 500, patience = 3000 }: DeskOptions) {
    this.patience = patience
    this.socket = io(browser.origin + deskContract.namespace, {
      auth: handshake(id),
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: browser.asking,
      reconnectionDelay: again,
      reconnectionDelayMax: 8 * again,
    })
    this.outbox = new Outbox(new MemoryStore(), {
      send: answer => this.send(answer, watch),
      delivered: (answer, reply) => this.delivered(answer, reply),
      stopped: refusal => this.giveUp(refusal),
      changed: () => {},
    })
    this.socket.on('connect', () => void this.enter())
    this.socket.on('disconnect', reason => {
      this.outbox.connected(false)
      if (reason === 'io server disconnect') this.socket.connect()
    })
    this.socket.on('desk', desk => this.take(desk))
    this.socket.on('record', record => this.note(record))
  }

  /** Resolves once the desk is as the server has it, or was closed. */
  arrive(): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (error: Error) => {
        // An active socket tries again by itself.
        if (!this.socket.active) reject(error)
      }
      this.socket.on('connect_error', failed)
      this.arrived = () => {
        this.socket.off('connect_error', failed)
        resolve()
      }
      this.socket.connect()
    })
  }

  leave(): void {
    this.socket.disconnect()
  }

  close(): void {
    this.outbox.close()
    this.socket.disconnect()
    this.giveUp(refuse('closed', 'This desk was closed.'))
    this.arrived()
  }

  /** How many answers the server has not acknowledged. */
  get waiting(): number {
    return this.outbox.waiting.length
  }

  /** Resolves with the server's word, however often it had to be asked. */
  answer({ version, step }: StepAddress, cells: readonly string[]): Promise<Reply<Receipt>> {
    this.lastAt = Math.max(this.lastAt + 1, Date.now())
    const id = newId()
    const told = new Promise<Reply<Receipt>>(resolve => this.open.set(id, resolve))
    void this.outbox.add({ id, student: '', version, step, cells, at: this.lastAt })
    return told
  }

  working({ version, step }: StepAddress): void {
    if (this.socket.connected) this.socket.emit('working', { version, step }, () => {})
  }

  /** Says whether the page can be seen. */
  attend(visible: boolean): void {
    if (this.socket.connected) this.socket.emit('attend', { visible }, () => {})
  }

  hand(up: boolean): void {
    if (this.socket.connected) this.socket.emit('hand', { up }, () => {})
  }

  private arrived: () => void = () => {}

  private async enter(): Promise<void> {
    try {
      const reply = await this.socket.timeout(10_000).emitWithAck('enter', {})
      if (!reply.ok) throw new Error(reply.message)
      this.take(reply.desk)
      this.outbox.connected(true)
      this.arrived()
    } catch {
      // A connection that was lost meanwhile enters when it is back; otherwise the server was busy.
      if (this.socket.connected) setTimeout(() => void this.enter(), 500)
    }
  }

  private async send(answer: WaitingAnswer, watch: DeskWatch): Promise<Reply<Receipt> | null> {
    if (!this.socket.connected) return null
    const { id, version, step, cells } = answer
    watch.sent?.(id)
    try {
      const message = { id, version, step, cells: [...cells] }
      const reply = await this.socket.timeout(this.patience).emitWithAck('submit', message)
      if (!reply.ok) return reply
      const receipt = wholeReceipt(reply, cells)
      watch.acknowledged?.(id, receipt)
      return { ok: true, ...receipt }
    } catch {
      return null
    }
  }

  private delivered({ id }: WaitingAnswer, reply: Reply<Receipt>): void {
    if (reply.ok && reply.record) this.note(reply.record)
    this.open.get(id)?.(reply)
    this.open.delete(id)
  }

  private giveUp(refusal: Reply<Receipt>): void {
    for (const told of this.open.values()) told(refusal)
    this.open.clear()
  }

  private take(desk: DeskSnapshot): void {
    this.student = desk.student.id
    this.records.clear()
    for (const record of desk.records) this.records.set(keyOf(record), record)
  }

  private note(record: StepRecord): void {
    const key = keyOf(record)
    if ((this.records.get(key)?.attempt ?? 0) <= record.attempt) this.records.set(key, record)
  }
}
