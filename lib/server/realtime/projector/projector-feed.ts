import type { ProjectorView } from '@/lib/protocol/projector'
import { report } from '../../report'
import type { ClassFeed } from '../board/board-feed'

/** A projector is seen by people, not read by machines: a few times a second will do. */
const beatMs = 250
/** After this long the server has had time to finish what kept it from making a view. */
const againMs = 500
/** A projector that does not acknowledge for so long has lost its connection without knowing. */
const silenceMs = 15_000

/**
 * The views for one projector: each whole, at most one a beat, and the next only when the last was acknowledged. So a slow
 * one costs its own freshness and no memory.
 */
export class ProjectorFeed implements ClassFeed {
  private entered = false
  private stale = false
  private busy = false
  private timer: NodeJS.Timeout | null = null
  private lastSentAt = 0
  private delivery = 0

  constructor(
    private readonly make: () => Promise<ProjectorView>,
    private readonly send: (view: ProjectorView, shown: () => void) => void,
    /** The projector is not listening any more; the connection should be cut, so that it comes again. */
    private readonly lost: () => void,
  ) {}

  start(): void {
    this.entered = true
    // What is on its way belongs to before: nobody acknowledges it any more.
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
    // Never longer than a beat, or a clock that is set back would hold the projector still.
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
