import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import { type BoardContract, boardContract } from '@/lib/protocol/wire/board'
import type { AnswerOf, AskName, BodyOf, QuestionOf } from '@/lib/protocol/wire/contract'
import { applyDelta, boardOf } from './board-state'
import { type BoardView, emptyBoardView } from './board-view'
import { Connection } from './connection'

const away = 'The server cannot be reached right now. Try again when the board is live.'

/**
 * The live board of one class: a snapshot after every (re)connection, then numbered deltas, each acknowledged once it
 * is applied. A gap between two deltas asks for a snapshot; the connection comes back by itself while the page is open.
 */
export class BoardSession {
  private current: BoardView = emptyBoardView
  private readonly listeners = new Set<() => void>()
  private connection: Connection<BoardContract> | null = null
  /** Numbers belong to one connection: deltas mean nothing without a snapshot of the same connection. */
  private entered = false
  /** The snapshot that is being asked for; null where none is, as after a loss: the next connection asks for its own. */
  private entering: symbol | null = null
  /** Deltas that came while a snapshot was on its way; the snapshot may be older than they are. */
  private early: (() => void)[] = []

  /** `origin` of the server; nothing for the page's own. */
  constructor(
    private readonly classId: string,
    private readonly origin = '',
  ) {}

  readonly view = (): BoardView => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(): void {
    this.connection = new Connection(
      boardContract,
      { class: this.classId, origin: this.origin },
      {
        connected: () => void this.enter(),
        lost: () => this.lost(),
        ended: refusal => this.end(refusal),
        unreadable: () => {
          this.show({ ...this.current, outdated: true })
          // A delta that cannot be read is made up for by a snapshot, if that can be read.
          void this.enter()
        },
      },
      { delta: (delta, applied) => this.delta(delta, applied) },
    )
  }

  close(): void {
    this.connection?.close()
    this.connection = null
    this.entered = false
    this.entering = null
  }

  /** Asks the class, or has it do something; what changes by it comes as a delta. */
  async ask<Name extends AskName<BoardContract>>(
    name: Name,
    question: QuestionOf<BoardContract, Name>,
  ): Promise<Reply<AnswerOf<BoardContract, Name>>> {
    return (await this.connection?.ask(name, question)) ?? refuse('failed', away)
  }

  private async enter(): Promise<void> {
    const { connection } = this
    if (this.entering || !connection) return
    const mine = Symbol('entering')
    this.entering = mine
    this.entered = false
    this.early = []
    const reply = await connection.enter()
    if (this.entering !== mine) return
    this.entering = null
    if (!reply) return
    this.entered = true
    this.show({ ...this.current, phase: 'open', ended: null, connected: true, board: boardOf(reply.board) })
    for (const delta of this.early.splice(0)) delta()
  }

  private delta(delta: BodyOf<BoardContract, 'delta'>, applied: () => void): void {
    const { board } = this.current
    if (this.entering) {
      this.early.push(() => this.delta(delta, applied))
      return
    }
    if (!this.entered || !board) return
    const next = applyDelta(board, delta)
    if (next) {
      this.show({ ...this.current, board: next })
      applied()
    } else {
      // A delta is missing. The snapshot will hold this one too, so it needs no acknowledgement.
      void this.enter()
    }
  }

  private lost(): void {
    this.entered = false
    this.entering = null
    if (this.current.connected) this.show({ ...this.current, connected: false })
  }

  private end({ code, message }: Refusal): void {
    this.close()
    const why = code === 'outdated' ? { outdated: true } : { phase: 'ended' as const, ended: message }
    this.show({ ...this.current, ...why, connected: false })
  }

  private show(view: BoardView): void {
    this.current = view
    for (const listener of this.listeners) listener()
  }
}
