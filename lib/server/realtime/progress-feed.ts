import type { ClassEvent } from '@/lib/classroom/events'
import type { Locked } from '@/lib/classroom/open-part'
import { Progress } from '@/lib/classroom/progress'
import type { ClassState } from '@/lib/classroom/state'
import type { ClassProgress } from '@/lib/protocol/progress'

/** Desks hear of the class's progress at most this often, and all of them together at most a hundred times a second. */
const beatMs = 4000
const eachMs = 10
/** So many pages are told at once: five hundred in one go would hold up an answer that comes meanwhile. */
const atOnce = 10

/** What a feed reads when it tells the share. */
export interface ProgressSource {
  state(): ClassState
  exercises(): readonly Locked[]
  /** Every open page. */
  pages(): readonly { sendProgress(progress: ClassProgress): void }[]
}

/** Tells every desk how far the class is: soon after it has changed, and not again for a while. */
export class ProgressFeed {
  private readonly progress = new Progress()
  private told: number | null = null
  private timer: NodeJS.Timeout | null = null
  private spreading: NodeJS.Timeout | null = null
  private nextAt = 0

  constructor(private readonly source: ProgressSource) {}

  now(): ClassProgress {
    return { share: this.progress.share(this.source.state(), this.source.exercises()) }
  }

  note(before: ClassState, after: ClassState, event: ClassEvent): void {
    this.progress.note(before, after, event)
    if (event.type === 'presence' || event.type === 'working') return
    // Never longer than a beat, or a clock that is set back would hold it still.
    const wait = Math.min(this.beat(), Math.max(0, this.nextAt - Date.now()))
    this.timer ??= setTimeout(() => this.tell(), wait).unref()
  }

  stop(): void {
    for (const timer of [this.timer, this.spreading]) if (timer) clearTimeout(timer)
    this.timer = null
    this.spreading = null
  }

  private tell(): void {
    this.timer = null
    const progress = this.now()
    if (progress.share === this.told) return
    this.told = progress.share
    this.nextAt = Date.now() + this.beat()
    this.spread(this.source.pages(), progress)
  }

  /** Over a part of the beat, so that all have heard it before there is more to hear. */
  private spread([...pages]: ReturnType<ProgressSource['pages']>, progress: ClassProgress): void {
    for (const page of pages.splice(0, atOnce)) page.sendProgress(progress)
    this.spreading = null
    if (pages.length === 0) return
    this.spreading = setTimeout(() => this.spread(pages, progress), (atOnce * eachMs) / 2).unref()
  }

  private beat(): number {
    return Math.max(beatMs, eachMs * this.source.state().students.size)
  }
}
