import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Chance } from '@/lib/simulator/chance'
import { type Frame, FrameReader } from './frames'

/** What happens to each message (a Socket.IO event or acknowledgement) on its way; probabilities from 0 to 1. */
export interface Weather {
  readonly duplicate: number
  /** Probability of waiting until another message of the same direction has overtaken it. */
  readonly overtaken: number
  /** Milliseconds that a message may take, evenly. */
  readonly delay: number
}

export const calm: Weather = { duplicate: 0, overtaken: 0, delay: 0 }

/** What was done to messages and connections. */
export interface Mischief {
  cut: number
  stranded: number
  duplicated: number
  overtaken: number
  delayed: number
}

/**
 * A proxy that forwards connections to a server and maltreats websockets between Socket.IO and its clients. HTTP goes
 * through untouched. What a transport in order can never do to a browser is not done: what the server sends to a desk is
 * not overtaken by what it sends later.
 */
export class BadNetwork {
  weather = calm
  readonly done: Mischief = { cut: 0, stranded: 0, duplicated: 0, overtaken: 0, delayed: 0 }
  private readonly lines = new Set<Line>()
  private readonly server: Server

  private constructor(
    private readonly target: () => number,
    readonly chance: Chance,
  ) {
    this.server = createServer({ allowHalfOpen: false }, client => {
      const line = new Line(client, connect(this.target(), '127.0.0.1'), this)
      this.lines.add(line)
      line.ended = () => this.lines.delete(line)
    })
  }

  /** `target`: the server's port, asked for with every connection. */
  static async before(target: () => number, chance: Chance): Promise<BadNetwork> {
    const network = new BadNetwork(target, chance)
    await new Promise<void>(resolve => network.server.listen(0, '127.0.0.1', resolve))
    return network
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** Cuts a share of the connections. */
  cut(share: number): void {
    for (const line of this.some(share)) {
      this.done.cut += 1
      line.cut()
    }
  }

  /** Cuts the clients' half of a share of the connections; what they have sent arrives later than what they send next. */
  strand(share: number): void {
    for (const line of this.some(share)) {
      this.done.stranded += 1
      line.strand(this.chance.between(200, 900))
    }
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.cut()
    await new Promise(resolve => this.server.close(resolve))
  }

  private some(share: number): Line[] {
    return [...this.lines].filter(line => line.live && this.chance.happens(share))
  }
}

/** One connection through the proxy. */
class Line {
  ended: () => void = () => {}
  /** Whether it is a websocket that can be cut. */
  live = false
  private stranding = false
  private readonly up: Lane
  private readonly down: Lane

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    network: BadNetwork,
  ) {
    this.up = new Lane(server, network, () => true)
    this.down = new Lane(client, network, text => text.includes('/board,'))
    client.on('data', chunk => {
      if (/^GET [^\n]*websocket/.test(chunk.toString('latin1'))) this.live = true
      this.up.take(chunk, this.live)
    })
    server.on('data', chunk => this.down.take(chunk, this.live))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true)
      one.on('error', () => one.destroy())
      one.on('close', () => {
        if (one === client && this.stranding) return
        this.live = false
        other.destroy()
        this.ended()
      })
    }
  }

  cut(): void {
    this.client.destroy()
    this.server.destroy()
  }

  strand(ms: number): void {
    this.stranding = true
    this.live = false
    this.up.hold(ms, () => this.server.end())
    this.client.destroy()
  }
}

/** One direction of a connection: messages in their order, each after its delay. */
class Lane {
  private reader: FrameReader | null = null
  private head = ''
  private tail: Promise<void> = Promise.resolve()
  private waiting: Frame | null = null
  private held: Promise<void> | null = null

  constructor(
    private readonly to: Socket,
    private readonly network: BadNetwork,
    private readonly mayBeOvertaken: (text: string) => boolean,
  ) {}

  take(chunk: Buffer, websocket: boolean): void {
    if (!websocket) {
      this.write(chunk)
      return
    }
    if (this.reader) {
      this.frames(this.reader.take(chunk))
      return
    }
    // The handshake comes first, and frames follow its end.
    this.head += chunk.toString('latin1')
    const end = this.head.indexOf('\r\n\r\n')
    if (end < 0) return
    const whole = Buffer.from(this.head, 'latin1')
    this.write(whole.subarray(0, end + 4))
    this.reader = new FrameReader()
    this.frames(this.reader.take(whole.subarray(end + 4)))
  }

  /** Sends what came and was not sent on after this many milliseconds. */
  hold(ms: number, then: () => void): void {
    this.held = new Promise(resolve => setTimeout(resolve, ms))
    this.overtake()
    this.tail = this.tail.then(() => this.held ?? undefined).then(then)
  }

  private frames(frames: readonly Frame[]): void {
    for (const frame of frames) this.frame(frame)
  }

  private frame(frame: Frame): void {
    const { weather, chance, done } = this.network
    // Engine.IO message 4, Socket.IO event 2 or acknowledgement 3.
    const isMessage = frame.text !== null && /^4[23]\//.test(frame.text)
    if (!isMessage || frame.text === null) {
      this.later(frame, 0)
      return
    }
    if (this.waiting === null && this.mayBeOvertaken(frame.text) && chance.happens(weather.overtaken)) {
      this.waiting = frame
      // No other message may come for a long time, so waiting ends by itself.
      setTimeout(() => this.overtake(), 300)
      return
    }
    const delay = chance.share() * weather.delay
    if (delay > 0) done.delayed += 1
    this.later(frame, delay)
    if (this.waiting) {
      done.overtaken += 1
      this.overtake()
    }
    if (chance.happens(weather.duplicate)) {
      done.duplicated += 1
      this.later(frame, chance.share() * weather.delay)
    }
  }

  private overtake(): void {
    const { waiting } = this
    this.waiting = null
    if (waiting) this.later(waiting, 0)
  }

  private later({ bytes }: Frame, delay: number): void {
    this.tail = this.tail
      .then(
        () => this.held ?? (delay > 0 ? new Promise<void>(resolve => setTimeout(resolve, delay)) : undefined),
      )
      .then(() => this.write(bytes))
  }

  private write(bytes: Buffer): void {
    if (!this.to.destroyed) this.to.write(bytes)
  }
}
