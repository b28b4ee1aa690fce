import type { Receipt } from '@/lib/protocol/receipt'
import type { Refusal, Reply } from '@/lib/protocol/replies'
import type { Store, WaitingAnswer } from './store'

/** What to do after a reply, or after none came. */
export type Next =
  | { readonly act: 'deliver' }
  | { readonly act: 'again'; readonly inMs: number }
  /** Keeps the answer and sends nothing until this browser is signed in again, or this page was loaded again. */
  | { readonly act: 'stop' }

const longestWait = 15_000

/** `tries` is how often this answer was sent, this time included. */
export function nextAfter(reply: Reply<Receipt> | null, tries: number): Next {
  // Without an acknowledgement in time, the same id is sent again, at growing intervals.
  if (reply === null) return { act: 'again', inMs: Math.min(longestWait, 250 * 2 ** Math.min(tries, 10)) }
  if (reply.ok) return { act: 'deliver' }
  switch (reply.code) {
    case 'too-fast':
      return { act: 'again', inMs: Math.min(longestWait, Math.max(100, reply.retryInMs ?? 1000)) }
    // The answer is kept during the pause; news of its end wakes the outbox sooner.
    case 'paused':
      return { act: 'again', inMs: longestWait }
    // Nothing was recorded. It is sent twice more; then the student is told and decides.
    case 'busy':
    case 'failed':
      return tries < 3 ? { act: 'again', inMs: 1000 * tries } : { act: 'deliver' }
    case 'signed-out':
    case 'outdated':
      return { act: 'stop' }
    default:
      return { act: 'deliver' }
  }
}

export interface OutboxEvents {
  /** Sends one answer; null where no acknowledgement came in time or the connection is away. */
  send(answer: WaitingAnswer): Promise<Reply<Receipt> | null>
  /** Called when the answer was acknowledged or refused for good, and has left the outbox. */
  delivered(answer: WaitingAnswer, reply: Reply<Receipt>): void
  stopped(refusal: Refusal): void
  changed(): void
}

/**
 * Answers on their way. Each is stored before it is sent, sent in the order of checking, and forgotten only when it
 * was acknowledged. Several tabs may send the same one: its id is counted once.
 */
export class Outbox {
  private queue: readonly WaitingAnswer[] = []
  private online = false
  private pumping = false
  private tries = 0
  private wake: (() => void) | null = null
  private closed = false

  constructor(
    private readonly store: Store,
    private readonly events: OutboxEvents,
  ) {}

  get waiting(): readonly WaitingAnswer[] {
    return this.queue
  }

  /** Loads what an earlier page, or a tab that is closed, has left. */
  async load(student: string): Promise<void> {
    const before = this.queue
    const stored = await this.store.answers(student)
    // Answers that were added or delivered while this was read are known too.
    const known = new Set([...before, ...this.queue].map(answer => answer.id))
    const left = stored.filter(answer => !known.has(answer.id))
    if (left.length === 0) return
    this.change([...this.queue, ...left].sort((a, b) => a.at - b.at))
    void this.pump()
  }

  async add(answer: WaitingAnswer): Promise<void> {
    await this.store.putAnswer(answer)
    this.change([...this.queue, answer].sort((a, b) => a.at - b.at))
    void this.pump()
  }

  /** Forgets an answer that another tab delivered. */
  forget(id: string): void {
    if (this.queue.some(answer => answer.id === id))
      this.change(this.queue.filter(answer => answer.id !== id))
  }

  connected(online: boolean): void {
    this.online = online
    this.tries = 0
    this.wake?.()
    void this.pump()
  }

  close(): void {
    this.closed = true
    this.wake?.()
  }

  private change(queue: readonly WaitingAnswer[]): void {
    this.queue = queue
    this.events.changed()
  }

  private async pump(): Promise<void> {
    if (this.pumping) return
    this.pumping = true
    while (this.online && !this.closed) {
      const [head] = this.queue
      if (!head) break
      await this.deliver(head)
    }
    this.pumping = false
  }

  private async deliver(head: WaitingAnswer): Promise<void> {
    this.tries += 1
    const reply = await this.events.send(head)
    if (this.closed) return
    const next = nextAfter(reply, this.tries)
    if (next.act === 'again') return this.sleep(next.inMs)
    this.tries = 0
    if (next.act === 'stop') {
      this.online = false
      if (reply && !reply.ok) this.events.stopped(reply)
      return
    }
    await this.store.removeAnswer(head.id)
    this.change(this.queue.filter(answer => answer.id !== head.id))
    if (reply) this.events.delivered(head, reply)
  }

  private sleep(ms: number): Promise<void> {
    return new Promise(resolve => {
      const awake = () => {
        clearTimeout(timer)
        this.wake = null
        resolve()
      }
      const timer = setTimeout(awake, ms)
      this.wake = awake
    })
  }
}
