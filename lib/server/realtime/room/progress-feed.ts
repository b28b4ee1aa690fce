import type { ClassEvent } from '@/lib/classroom/events'
import type { LockedView } from '@/lib/classroom/open-part'
import { Progress } from '@/lib/classroom/progress'
import type { ClassState } from '@/lib/classroom/state'
import type { ClassProgress } from '@/lib/protocol/progress'
import type { DeskLink } from '../desk/desk-link'
import type { Watcher } from './watcher'

/** Each desk is told the class's progress at most this often, and at most a hundred desks a second are. */
const beatMs = 4000
const eachMs = 10
/** Pages that are told at once; five hundred in one go would hold up an answer that comes meanwhile. */
const atOnce = 10

/** What a feed reads when it tells the share. */
export interface ProgressSource {
  state(): ClassState
  exercises(): readonly LockedView[]
  /** Every open page. */
  pages(): readonly DeskLink[]
}

/** Tells every desk how far the class is: soon after it has changed, and not again for a while. */
export class ProgressFeed implements Watcher {
  private readonly progress = new Progress()
  private told: number | null = null
  private timer: NodeJS.Timeout | null = null
  private spreading: NodeJS.Timeout | null = null
  /** Pages that have not been told the last share, those that wait longest first. */
  private readonly untold = new Set<DeskLink>()
  private nextAt = 0

  constructor(private readonly source: ProgressSource) {}

  private now(): ClassProgress {
    return { share: this.progress.share(this.source.state(), this.source.exercises()) }
  }

  mark(before: ClassState, after: ClassState, event: ClassEvent): void {
    this.progress.note(before, after, event)
    if (event.type === 'presence' || event.type === 'working') return
    // The wait is never longer than a beat, even if the clock is set back.
    const wait = Math.min(this.beat(), Math.max(0, this.nextAt - Date.now()))
    this.timer ??= setTimeout(() => this.tell(), wait).unref()
  }

  greet(page: DeskLink): void {
    page.tell('progress', this.now())
  }

  stop(): void {
    for (const timer of [this.timer, this.spreading]) if (timer) clearTimeout(timer)
    this.timer = null
    this.spreading = null
    this.untold.clear()
  }

  private tell(): void {
    this.timer = null
    const { share } = this.now()
    if (share === this.told) return
    this.told = share
    this.nextAt = Date.now() + this.beat()
    for (const page of this.source.pages()) this.untold.add(page)
    if (this.spreading === null) this.spread()
  }

  /** Tells some pages at a time; each gets the share as it is then. */
  private spread(): void {
    for (const page of [...this.untold].slice(0, atOnce)) {
      this.untold.delete(page)
      page.tell('progress', { share: this.told })
    }
    this.spreading =
      this.untold.size === 0 ? null : setTimeout(() => this.spread(), (atOnce * eachMs) / 2).unref()
  }

  private beat(): number {
    return Math.max(beatMs, eachMs * this.source.state().students.size)
  }
}
