import { BoardChanges } from '@/lib/classroom/board-changes'
import type { ClassEvent } from '@/lib/classroom/events'
import type { ClassState } from '@/lib/classroom/state'
import type { BoardDelta, BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { BoardDoor } from '@/lib/protocol/people'
import type { Watcher } from '../room/watcher'

/** A board learns news at most this often. */
const beatMs = 150
/** A board that has not acknowledged for this long has lost its connection without knowing. */
const silenceMs = 15_000

/** What a feed reads when it writes a delta. */
export interface BoardSource {
  readonly state: ClassState
  /** Counts the changes of the class's state. */
  readonly seq: number
  readonly door: BoardDoor
  boardExercises(): BoardExercise[]
  boardPacing(): BoardPacing
}

/**
 * The deltas to one board. The first goes out at once, later ones on a beat, and each only after the board
 * acknowledged the last, with what happened in between merged. A slow board thus gets older news and costs no memory.
 */
export class BoardFeed implements Watcher {
  private readonly changes = new BoardChanges()
  private at = -1
  private waitingFor = 0
  private delivery = 0
  private timer: NodeJS.Timeout | null = null
  private lastSentAt = 0

  constructor(
    private readonly source: BoardSource,
    private readonly send: (delta: BoardDelta, applied: () => void) => void,
    /** Called when the board no longer listens; its connection should be cut, so that it comes again. */
    private readonly lost: () => void,
  ) {}

  /** To be called when a snapshot of the source's present state is made; deltas go on from there. */
  startHere(): void {
    this.changes.forget()
    this.at = this.source.seq
    this.waitingFor = 0
    this.rest()
  }

  mark(before: ClassState, after: ClassState, event: ClassEvent): void {
    if (this.at < 0) return
    this.changes.mark(before, after, event)
    this.plan()
  }

  markDoor(): void {
    if (this.at < 0) return
    this.changes.markDoor()
    this.plan()
  }

  stop(): void {
    this.at = -1
    this.changes.forget()
    this.rest()
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private plan(): void {
    if (this.timer || this.waitingFor !== 0 || this.changes.empty) return
    // The wait is never longer than a beat, even if the clock is set back.
    const wait = Math.min(beatMs, Math.max(0, this.lastSentAt + beatMs - Date.now()))
    this.timer = setTimeout(() => this.flush(), wait)
  }

  private flush(): void {
    this.timer = null
    if (this.at < 0 || this.changes.empty) return
    const { source } = this
    const delta = this.changes.take(
      source.state,
      {
        exercises: () => source.boardExercises(),
        pacing: () => source.boardPacing(),
        door: () => source.door,
      },
      this.at,
      source.seq,
    )
    this.at = source.seq
    this.lastSentAt = Date.now()
    const delivery = ++this.delivery
    this.waitingFor = delivery
    this.timer = setTimeout(() => {
      this.stop()
      this.lost()
    }, silenceMs)
    this.send(delta, () => {
      if (this.waitingFor !== delivery) return
      this.waitingFor = 0
      this.rest()
      this.plan()
    })
  }
}
