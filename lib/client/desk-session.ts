import type { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import type { DeskPacing } from '@/lib/protocol/pacing'
import type { Vote } from '@/lib/protocol/poll'
import type { Receipt } from '@/lib/protocol/receipt'
import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import { sameCells } from '@/lib/protocol/typed-cells'
import { type DeskNews, deskAfter } from './desk-state'
import { type DeskView, emptyView } from './desk-view'
import { Drafts } from './drafts'
import { Outbox } from './outbox'
import { connectDesk, type DeskEvents, type DeskLink } from './socket'
import { openStore, type Store, type WaitingAnswer } from './store'
import { openTabs, type TabChannel } from './tabs'

const away = 'The server cannot be reached right now. Please try again in a moment.'

/** At most one `working` message is sent in this time; the board shows it for longer. */
const workingEvery = 3000

export interface DeskMeans {
  connect(classId: string, events: DeskEvents): DeskLink
  store(): Promise<Store>
  tabs: typeof openTabs
}

const browser: DeskMeans = { connect: connectDesk, store: openStore, tabs: openTabs }

/**
 * One page's desk: what the server said, what is typed, and what is on its way. No typed text is lost here: it leaves
 * the drafts only when an acknowledged answer holds the same.
 */
export class DeskSession {
  private current: DeskView = emptyView
  private readonly listeners = new Set<() => void>()
  private link: DeskLink | null = null
  private store: Store | null = null
  private outbox: Outbox | null = null
  private drafts: Drafts | null = null
  private tabs: TabChannel | null = null
  private lastWorking = 0
  private lastAt = 0
  private closed = false

  constructor(
    private readonly classId: string,
    private readonly student: string,
    private readonly means: DeskMeans = browser,
  ) {}

  readonly view = (): DeskView => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Loads local text first, so that it is there even while the server is away; then connects. */
  async open(): Promise<void> {
    const store = await this.means.store()
    if (this.closed) return
    this.store = store
    this.tabs = this.means.tabs(this.student, message => {
      if (message.kind === 'draft') this.drafts?.heard(message, message.cells)
      else this.outbox?.forget(message.id)
    })
    this.drafts = new Drafts(this.student, store, this.tabs, () => this.showLocal())
    this.outbox = new Outbox(store, {
      send: answer => this.link?.submit(answer) ?? Promise.resolve(null),
      delivered: (answer, reply) => this.delivered(answer, reply),
      stopped: refusal => this.end(refusal),
      changed: () => this.showLocal(),
    })
    await Promise.all([this.drafts.load(), this.outbox.load(this.student)])
    if (this.closed) return
    this.link = this.means.connect(this.classId, {
      connected: () => void this.enter(),
      lost: () => {
        this.outbox?.connected(false)
        this.hear({ what: 'lost' })
      },
      retrying: at => this.hear({ what: 'retrying', at }),
      ended: refusal => this.end(refusal),
      unreadable: () => this.hear({ what: 'unreadable' }),
      desk: desk => this.take(desk),
      record: record => {
        this.hear({ what: 'record', record })
        this.settle(record)
      },
      pacing: pacing => {
        this.hear({ what: 'pacing', pacing })
        this.wake(pacing)
      },
      hints: hints => this.hear({ what: 'hints', hints }),
      hand: hand => this.hear({ what: 'hand', hand }),
      progress: progress => this.hear({ what: 'progress', progress }),
      talk: talk => this.hear({ what: 'talk', talk }),
    })
  }

  close(): void {
    this.closed = true
    this.outbox?.close()
    this.link?.close()
    this.tabs?.close()
  }

  type(on: StepAddress, cells: readonly string[]): void {
    const key = keyOf(on)
    const record = this.current.records.get(key)
    this.hear({ what: 'touched', step: key })
    const nothing = record ? sameCells(cells, record.cells) : cells.every(cell => cell === '')
    if (nothing && !this.current.waiting.has(key)) this.drafts?.drop(on)
    else this.drafts?.type(on, cells)
    const now = Date.now()
    // The absolute difference, because the clock may be set back meanwhile.
    if (Math.abs(now - this.lastWorking) < workingEvery) return
    this.lastWorking = now
    this.link?.working({ version: on.version, step: on.step })
  }

  /** Sends the step's text; without a connection it waits in the outbox. */
  async check({ version, step }: StepAddress, cells: readonly string[]): Promise<void> {
    // Later answers sort behind earlier ones even if the clock is set back.
    this.lastAt = Math.max(this.lastAt + 1, Date.now())
    this.hear({ what: 'touched', step: stepKey(version, step) })
    await this.outbox?.add({
      id: newId(),
      student: this.student,
      version,
      step,
      cells: [...cells],
      at: this.lastAt,
    })
  }

  /** Asks for the next hint to a step; resolves to null, or to why there is none now. */
  async hint({ version, step }: StepAddress): Promise<string | null> {
    const reply = await this.link?.hint({ version, step })
    if (!reply) return away
    if (!reply.ok) return reply.message
    this.hear({ what: 'hints', hints: reply.hints })
    return null
  }

  /** Puts the hand up or down; resolves to null, or to why it stays as it is. */
  async raise(up: boolean): Promise<string | null> {
    const reply = await this.link?.hand(up)
    if (!reply) return away
    if (!reply.ok) return reply.message
    this.hear({ what: 'hand', hand: { up: reply.up } })
    return null
  }

  /** Votes in the open poll; resolves to null, or to why the vote does not stand. What is chosen comes by `talk`. */
  async vote(vote: Vote): Promise<string | null> {
    const reply = await this.link?.vote(vote)
    if (!reply) return away
    return reply.ok ? null : reply.message
  }

  /** The worked solution of a step that the teacher revealed. */
  async solution({ version, step }: StepAddress): Promise<Reply<{ lines: SolutionLine[] }>> {
    return (await this.link?.solution({ version, step })) ?? refuse('failed', away)
  }

  private async enter(): Promise<void> {
    const entered = await this.link?.enter()
    if (this.closed || !entered) return
    this.take(entered.desk)
    this.hear({ what: 'connected' })
    // Loads also what a closed tab had left.
    await this.outbox?.load(this.student)
    this.outbox?.connected(true)
  }

  /** Text stays in the browser, and answers on their way wait for the next page. */
  private end(refusal: Refusal): void {
    this.outbox?.connected(false)
    this.hear({ what: 'ended', refusal })
  }

  private take(desk: DeskSnapshot): void {
    this.hear({ what: 'desk', desk })
    this.wake(desk.pacing)
    for (const record of desk.records) this.settle(record)
    for (const id of [desk.student.id, ...(desk.student.was ?? [])]) void this.takeOver(id)
  }

  /** Takes over what this browser kept under an entry that was merged into this student's. */
  private async takeOver(id: string): Promise<void> {
    if (id === this.student) return
    await Promise.all([this.outbox?.load(id), this.drafts?.takeOver(id)])
  }

  /** Answers that were kept while the class was paused go out at once. */
  private wake({ paused }: DeskPacing): void {
    if (!paused && this.current.connected) this.outbox?.connected(true)
  }

  /** Typed text that the step's latest acknowledged answer holds needs no draft any more. */
  private settle(record: StepRecord): void {
    const key = keyOf(record)
    if (this.current.records.get(key) !== record) return
    const draft = this.current.drafts.get(key)
    if (draft && sameCells(draft, record.cells)) this.drafts?.drop(record)
  }

  private delivered(answer: WaitingAnswer, reply: Reply<Receipt>): void {
    this.tabs?.send({ kind: 'delivered', id: answer.id })
    if (!reply.ok || reply.record === null) this.keep(answer)
    this.hear({ what: 'delivered', answer, reply })
    if (reply.ok && reply.record) this.settle(reply.record)
  }

  /** The server recorded nothing of this answer, so its text goes back to the drafts, unless there is newer text. */
  private keep(answer: WaitingAnswer): void {
    if (this.drafts?.all.has(keyOf(answer))) return
    this.drafts?.type(answer, answer.cells)
  }

  private showLocal(): void {
    const waiting = new Map<string, readonly string[]>()
    for (const answer of this.outbox?.waiting ?? []) waiting.set(keyOf(answer), answer.cells)
    const kept = {
      drafts: this.drafts?.all ?? new Map(),
      waiting,
      answersWaiting: this.outbox?.waiting.length ?? 0,
      durable: this.store?.durable ?? true,
    }
    this.hear({ what: 'kept', kept })
  }

  private hear(news: DeskNews): void {
    this.current = deskAfter(this.current, news, performance.now())
    for (const listener of this.listeners) listener()
  }
}
