import type { ProjectorView } from '@/lib/protocol/projector'
import { report } from '../../report'
import type { Watcher } from '../room/watcher'

/** People look at a projector, so a few times a second is enough. */
const beatMs = 250
/** The wait before a view is tried again that could not be made. */
const againMs = 500
/** A projector that has not acknowledged for this long has lost its connection without knowing. */
const silenceMs = 15_000

/**
 * The views for one projector. Each is whole, at most one a beat is sent, and the next only when the last was
 * acknowledged. A slow projector thus shows older views and costs no memory.
 */
export class ProjectorFeed implements Watcher {
  private entered = false
  private stale = false
  private busy = false
  private timer: NodeJS.Timeout | null = null
  private lastSentAt = 0
  private delivery = 0

  constructor(
    private readonly make: () => Promise<ProjectorView>,
    private readonly send: (view: ProjectorView, shown: () => void) => void,
    /** Called when the projector no longer listens; its connection should be cut, so that it comes again. */
    private readonly lost: () => void,
  ) {}

  start(): void {
    this.entered = true
    // A view that is on its way belongs to the connection before, which acknowledges nothing any more.
    this.delivery += 1
    this.busy = false
    this.mark()
  }

  mark(): void {
    if (!this.entered) return
    this.stale = true
    this.plan()
  }

  /** The code may be another one. */
  markDoor(): void {
    this.mark()
  }

  stop(): void {
    this.entered = false
    this.rest()
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private plan(atLeast = 0): void {
    if (this.busy || !this.stale || !this.entered) return
    this.rest()
    // The wait is never longer than a beat, even if the clock is set back.
    const wait = Math.min(beatMs, Math.max(0, this.lastSentAt + beatMs - Date.now()))
    this.timer = setTimeout(() => void this.flush(), Math.max(wait, atLeast))
  }

  private async flush(): Promise<void> {
    this.timer = null
    this.stale = false
    this.busy = true
    const delivery = ++this.delivery
    const done = (atLeast = 0) => {
      if (this.delivery !== delivery) return
      this.rest()
      this.busy = false
      this.plan(atLeast)
    }
    let view: ProjectorView
    try {
      view = await this.make()
    } catch (error) {
      report('a projector was shown nothing', error)
      this.stale = true
      done(againMs)
      return
    }
    if (this.delivery !== delivery || !this.entered) return
    this.lastSentAt = Date.now()
    this.timer = setTimeout(() => {
      this.stop()
      this.lost()
    }, silenceMs)
    this.send(view, () => done())
  }
}
