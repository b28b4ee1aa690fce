import { type Happening, type LearnEvent, progressAfter, rungOf, usedSeeds } from '@/lib/learning'
import { type AskOrder, orderLimits, ToldOrder } from '@/lib/protocol/learn-order'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage } from '../parse'
import { post } from '../post'
import { progressChanged } from './progress-changes'
import { type LearnStore, openLearnStore } from './store'

/** What it needs of the world. */
export interface OrderMeans {
  ask(asked: AskOrder): Promise<Reply<ToldOrder>>
  store(): Promise<LearnStore>
  now(): number
  /** A whole number from 0 up to, and without, `below`. */
  draw(below: number): number
}

const browserMeans: OrderMeans = {
  ask: asked => post('/api/learn/order', asked, ({ ok, ...rest }) => parseMessage(ToldOrder, rest)),
  store: openLearnStore,
  now: () => Date.now(),
  draw: below => Math.floor(Math.random() * below),
}

/** How the progress names the item of an exercise. */
export const orderRung = (slug: string): string => `order-${slug}`

/**
 * One page's work at the lines of one worked solution. It counts as a rung of one step: the first order that is checked with some numbers
 * is the first try. The first numbers are the exercise's own, as the page shows them.
 */
export class OrderSession {
  seed: number | null = null
  private store: LearnStore | null = null
  private tries = 0
  private finished = false

  constructor(
    private readonly slug: string,
    private readonly means: OrderMeans = browserMeans,
  ) {}

  /** Numbers that were not done lately: the exercise's own at first. */
  async open(): Promise<Reply<ToldOrder>> {
    this.store = await this.means.store()
    const used = usedSeeds(rungOf(await this.store.progress(), orderRung(this.slug)))
    return this.begin(used.length === 0 ? null : this.draw(used))
  }

  /** Fresh numbers. */
  async fresh(): Promise<Reply<ToldOrder>> {
    const progress = await this.store?.progress()
    return this.begin(this.draw(progress ? usedSeeds(rungOf(progress, orderRung(this.slug))) : []))
  }

  async check(placed: readonly number[]): Promise<Reply<ToldOrder>> {
    const { slug, seed } = this
    const reply = await this.means.ask({ slug, seed, placed: [...placed] })
    // Fresh numbers may have come while the server was asked.
    if (!reply.ok || reply.verdict === null || seed !== this.seed) return reply
    this.tries += 1
    const verdict = reply.verdict.right ? 'right' : 'wrong'
    await this.happened({ type: 'answered', step: 'order', verdict, firstTry: this.tries === 1 })
    if (reply.verdict.right && !this.finished) {
      this.finished = true
      await this.happened({ type: 'finished', steps: 1 })
    }
    return reply
  }

  private async begin(seed: number | null): Promise<Reply<ToldOrder>> {
    const reply = await this.means.ask({ slug: this.slug, seed, placed: null })
    if (!reply.ok) return reply
    this.seed = seed
    this.tries = 0
    this.finished = false
    await this.happened({ type: 'began', filled: 0 })
    return reply
  }

  /** Two seeds may have been used last; of three in a row one is free. */
  private draw(used: readonly (number | null)[]): number {
    const { seedLeast, seedMost } = orderLimits
    const seed = seedLeast + this.means.draw(seedMost - seedLeast - used.length)
    const free = Array.from({ length: used.length + 1 }, (_, more) => seed + more)
    return free.find(one => !used.includes(one)) ?? seed
  }

  private async happened(what: Happening): Promise<void> {
    const event = { rung: orderRung(this.slug), seed: this.seed, at: this.means.now(), ...what } as LearnEvent
    await this.store?.change(before => progressAfter(before, event))
    progressChanged()
  }
}
