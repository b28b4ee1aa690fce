import { boardCells, boardExercise, boardPacing, boardStudents } from '@/lib/classroom/board-view'
import { deskPacing } from '@/lib/classroom/desk-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { isReleased } from '@/lib/classroom/pacing'
import { reduce } from '@/lib/classroom/reduce'
import type { Cell, ClassState } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import type { BoardExercise, BoardSnapshot } from '@/lib/protocol/board'
import type { DeskSnapshot, StepHints, StepRecord } from '@/lib/protocol/desk'
import type { BoardPacing, DeskPacing } from '@/lib/protocol/pacing'
import type { StepAddress } from '@/lib/protocol/step-address'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../db/classes'
import type { StudentRecord } from '../db/students'
import type { BoardFeed, BoardSource } from './board-feed'
import { deskSnapshot } from './desk-snapshot'
import type { Chosen } from './history'
import { Lanes } from './lanes'
import { Pace } from './pace'
import { Refresh } from './refresh'
import type { Prepared, Views } from './views'

/** A student's open page. Several of one student are one person here. */
export interface DeskLink {
  sendDesk(desk: DeskSnapshot): void
  sendRecord(record: StepRecord): void
  sendPacing(pacing: DeskPacing): void
  sendHints(hints: StepHints): void
}

/** The lane of what concerns the whole class. No student's id: those have no space. */
export const classLane = 'the class'

export function chosenOf(exercises: readonly Prepared[]): Chosen {
  return {
    versions: exercises.map(({ view }) => view.version),
    drawing: exercises.flatMap(({ view, draws }) => (draws ? [view.version] : [])),
  }
}

/** How long a mark of typing stands, and how long a reload may take before somebody counts as gone. */
const workingMs = 20_000
const goneAfterMs = 3000

/** Answers of one student: 20 at once, then 4 a second; a large one counts as several. */
const submitBurst = 20
const submitPerSecond = 4

/**
 * One class while somebody is in it: its state in memory, everybody who looks at it. The state changes only
 * in `apply`, one event after the other; whatever is durable was committed before it gets there.
 */
export class Room implements BoardSource {
  seq = 0
  /** Unix milliseconds since which nobody is here, or null. */
  emptySince: number | null = Date.now()
  /** Answers of one student are graded in their order. */
  readonly lanes = new Lanes(submitBurst)
  private readonly desks = new Map<string, Set<DeskLink>>()
  private readonly boards = new Set<BoardFeed>()
  private readonly paces = new Map<string, Pace>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly refresh = new Refresh(
    () => [...this.desks.keys()],
    student => this.sendDesk(student),
  )

  constructor(
    readonly record: ClassRecord,
    public state: ClassState,
    private exercises: readonly Prepared[],
    readonly views: Views,
  ) {}

  apply(event: ClassEvent): void {
    const before = this.state
    this.state = reduce(before, event)
    if (this.state === before) return
    this.seq += 1
    for (const board of this.boards) board.mark(before, this.state, event)
  }

  exercise(version: string): Prepared | undefined {
    return this.exercises.find(prepared => prepared.view.version === version)
  }

  /** Whether the class's exercises have this step, on the desks or not. */
  hasStep(version: string, step: string): boolean {
    const flow = this.exercise(version)?.view.flow ?? []
    return flow.some(part => part.type === 'step' && part.step.id === step)
  }

  /** Whether a step is on the desks. */
  isOnDesk({ version, step }: StepAddress): boolean {
    return this.hasStep(version, step) && isReleased(this.state.pacing, version, step)
  }

  cellAt(studentId: string, step: StepKey): Cell | undefined {
    return cellAt(this.state, this.state.students.get(studentId), step)
  }

  boardExercises(): BoardExercise[] {
    return this.exercises.map(({ view, draws }) => boardExercise(view, draws))
  }

  boardPacing(): BoardPacing {
    return boardPacing(this.state, Date.now())
  }

  /** The choice is in the database already. Every desk gets itself anew. */
  changeExercises(exercises: readonly Prepared[]): void {
    this.exercises = exercises
    this.apply({ type: 'exercises-chosen', ...chosenOf(exercises) })
    this.refreshDesks()
  }

  /** Sends every desk itself anew, soon: what else changes until then comes along. */
  refreshDesks(): void {
    this.refresh.start()
  }

  /** Tells every desk the class's pace, where nothing else on it changed. */
  sendPacing(): void {
    const pacing = deskPacing(this.state.pacing, Date.now(), false)
    for (const links of this.desks.values()) for (const link of links) link.sendPacing(pacing)
  }

  boardSnapshot(): BoardSnapshot {
    const { id, title, code } = this.record
    return {
      seq: this.seq,
      class: { id, title, code },
      exercises: this.boardExercises(),
      students: boardStudents(this.state),
      cells: boardCells(this.state),
      pacing: this.boardPacing(),
    }
  }

  private async sendDesk(studentId: string): Promise<void> {
    const desk = await this.deskSnapshot(studentId)
    if (desk) for (const link of this.deskLinks(studentId)) link.sendDesk(desk)
  }

  deskSnapshot(studentId: string): Promise<DeskSnapshot | null> {
    return deskSnapshot(this, studentId)
  }

  enterDesk(student: StudentRecord, link: DeskLink): void {
    this.apply({
      type: 'student-joined',
      student: student.id,
      name: student.name,
      joinedAt: student.joinedAt,
      seed: student.seed,
    })
    const links = this.desks.get(student.id) ?? new Set()
    this.desks.set(student.id, links.add(link))
    this.clear(`gone ${student.id}`)
    this.apply({ type: 'presence', student: student.id, here: true })
    this.emptySince = null
  }

  leaveDesk(studentId: string, link: DeskLink): void {
    const links = this.desks.get(studentId)
    if (!links?.delete(link) || links.size > 0) return
    this.desks.delete(studentId)
    this.noteEmpty()
    this.later(`gone ${studentId}`, goneAfterMs, () =>
      this.apply({ type: 'presence', student: studentId, here: false }),
    )
  }

  deskLinks(studentId: string): ReadonlySet<DeskLink> {
    return this.desks.get(studentId) ?? new Set()
  }

  enterBoard(feed: BoardFeed): void {
    this.boards.add(feed)
    this.emptySince = null
  }

  leaveBoard(feed: BoardFeed): void {
    feed.stop()
    this.boards.delete(feed)
    this.noteEmpty()
  }

  /** Somebody types at a step, until an answer comes or nothing more is typed for a while. */
  working(studentId: string, address: StepAddress): void {
    const step: StepKey = stepKey(address.version, address.step)
    this.apply({ type: 'working', student: studentId, step })
    this.later(`working ${studentId}`, workingMs, () =>
      this.apply({ type: 'working', student: studentId, step: null }),
    )
  }

  /** Milliseconds until this student may send another answer, whichever page it comes from. */
  waitToSubmit(studentId: string, weight: number): number {
    const now = Date.now()
    const pace = this.paces.get(studentId) ?? new Pace(submitBurst, submitPerSecond, now)
    this.paces.set(studentId, pace)
    return pace.take(now, weight)
  }

  /** Ends the timers; the room must not be used afterwards. */
  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.refresh.stop()
    for (const board of this.boards) board.stop()
  }

  private noteEmpty(): void {
    if (this.desks.size === 0 && this.boards.size === 0) this.emptySince = Date.now()
  }

  private later(name: string, ms: number, then: () => void): void {
    this.clear(name)
    const timer = setTimeout(() => {
      this.timers.delete(name)
      then()
    }, ms)
    timer.unref()
    this.timers.set(name, timer)
  }

  private clear(name: string): void {
    clearTimeout(this.timers.get(name))
    this.timers.delete(name)
  }
}
