import { boardExercise, boardPacing } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { reduce } from '@/lib/classroom/reduce'
import type { Cell, ClassState } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import type { BoardExercise, BoardSnapshot } from '@/lib/protocol/board'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { BoardDoor } from '@/lib/protocol/people'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, type StepKey, versionOf } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../../db/classes'
import type { StudentRecord } from '../../db/students'
import { report } from '../../report'
import type { BoardSource, ClassFeed } from '../board/board-feed'
import { boardSnapshot } from '../board/board-snapshot'
import { keptBack, namingDeskFor } from '../desk/desk-for'
import type { DeskLink } from '../desk/desk-link'
import { deskSnapshot } from '../desk/desk-snapshot'
import { TokenBucket } from '../wire/token-bucket'
import { Attention } from './attention'
import type { Chosen } from './from-rows'
import { Lanes } from './lanes'
import { ProgressFeed } from './progress-feed'
import { Refresh } from './refresh'
import type { ClassExercise, Shelf } from './shelf'
import { shutDoor } from './shut-door'
import { Timers } from './timers'

/** The lane of everything that concerns the whole class. It is no student's id, because those have no space. */
export const classLane = 'the class'

export function chosenOf(exercises: readonly ClassExercise[]): Chosen {
  return {
    versions: exercises.map(({ view }) => view.version),
    drawing: exercises.flatMap(({ view, draws }) => (draws ? [view.version] : [])),
  }
}

/** How long a mark of typing lasts, and how long a reload may take before somebody counts as gone. */
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
  /** Ids of entries that were merged into others, by the one that was kept. */
  merged = new Map<string, string[]>()
  private readonly desks = new Map<string, Set<DeskLink>>()
  /** The feeds of boards and projectors. */
  private readonly boards = new Set<ClassFeed>()
  private readonly attention = new Attention()
  private readonly buckets = new Map<string, TokenBucket>()
  private readonly timers = new Timers()
  private readonly refresh = new Refresh(
    () => [...this.desks.keys()],
    student => this.sendDesk(student),
  )
  readonly progress = new ProgressFeed({
    state: () => this.state,
    exercises: () => this.exercises,
    pages: () => [...this.desks.values()].flatMap(links => [...links]),
  })

  constructor(
    readonly record: ClassRecord,
    public state: ClassState,
    private exercises: readonly ClassExercise[],
    readonly shelf: Shelf,
    public door: BoardDoor = shutDoor,
  ) {}

  apply(event: ClassEvent): void {
    const before = this.state
    this.state = reduce(before, event)
    if (this.state === before) return
    this.seq += 1
    for (const board of this.boards) board.mark(before, this.state, event)
    this.progress.note(before, this.state, event)
    if (event.type === 'answered' || event.type === 'regraded') {
      this.tellOpened(before, this.state, event).catch(error => report('a desk could not be renewed', error))
    }
  }

  /** Where an answer opened a part of an exercise that was kept back, the student's pages get the desk anew. */
  private async tellOpened(
    before: ClassState,
    after: ClassState,
    { student, step }: { student: string; step: StepKey },
  ): Promise<void> {
    const version = versionOf(step)
    if ((this.exercise(version)?.locks ?? []).length === 0) return
    const [were, are] = await keptBack(this, version, student, [before, after])
    if (were !== are) await this.refresh.sendOne(student)
  }

  /** The door as its rows say now. */
  changeDoor(door: BoardDoor): void {
    this.door = door
    this.seq += 1
    for (const board of this.boards) board.markDoor()
  }

  exercise(version: string): ClassExercise | undefined {
    return this.exercises.find(prepared => prepared.view.version === version)
  }

  /** Whether the class's exercises have this step, on the desks or not. */
  hasStep(version: string, step: string): boolean {
    const flow = this.exercise(version)?.view.flow ?? []
    return flow.some(part => part.type === 'step' && part.step.id === step)
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

  /** Takes over a choice that the database already holds, and sends every desk anew. */
  changeExercises(exercises: readonly ClassExercise[]): void {
    this.exercises = exercises
    this.apply({ type: 'exercises-chosen', ...chosenOf(exercises) })
    this.refreshDesks()
  }

  /** Sends every desk anew soon, with what else changes until then. */
  refreshDesks(): void {
    this.refresh.start()
  }

  /** Tells every desk the class's pace, where nothing else on it changed. */
  sendPacing(): void {
    for (const student of this.desks.keys()) {
      this.sendPacingTo(student).catch(error => report('a desk was not told the pace', error))
    }
  }

  private async sendPacingTo(studentId: string): Promise<void> {
    const desk = await namingDeskFor(this, studentId)
    if (!desk) return
    const pacing = desk.pacing(Date.now())
    for (const link of this.deskLinks(studentId)) link.tell('pacing', pacing)
  }

  boardSnapshot(): BoardSnapshot {
    return boardSnapshot(this)
  }

  private async sendDesk(studentId: string): Promise<void> {
    const desk = await this.deskSnapshot(studentId)
    if (desk) for (const link of this.deskLinks(studentId)) link.tell('desk', desk)
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
      number: student.number,
    })
    const links = this.desks.get(student.id) ?? new Set()
    this.desks.set(student.id, links.add(link))
    this.timers.clear(`gone ${student.id}`)
    this.notePresence(student.id)
    this.emptySince = null
  }

  leaveDesk(studentId: string, link: DeskLink): void {
    const links = this.desks.get(studentId)
    if (!links?.delete(link)) return
    if (links.size > 0) {
      this.notePresence(studentId)
      return
    }
    this.desks.delete(studentId)
    this.noteEmpty()
    this.timers.start(`gone ${studentId}`, goneAfterMs, () =>
      this.apply({ type: 'presence', student: studentId, presence: 'gone' }),
    )
  }

  /** A page of a student came into sight, or went out of it. */
  attend(studentId: string, link: DeskLink, visible: boolean): void {
    this.attention.note(link, visible)
    this.notePresence(studentId)
  }

  private notePresence(studentId: string): void {
    const presence = this.attention.of(this.deskLinks(studentId))
    if (presence !== 'gone') this.apply({ type: 'presence', student: studentId, presence })
  }

  deskLinks(studentId: string): ReadonlySet<DeskLink> {
    return this.desks.get(studentId) ?? new Set()
  }

  enterBoard(feed: ClassFeed): void {
    this.boards.add(feed)
    this.emptySince = null
  }

  leaveBoard(feed: ClassFeed): void {
    feed.stop()
    this.boards.delete(feed)
    this.noteEmpty()
  }

  /** Somebody types at a step, until an answer comes or nothing more is typed for a while. */
  working(studentId: string, address: StepAddress): void {
    const step: StepKey = keyOf(address)
    this.apply({ type: 'working', student: studentId, step })
    this.timers.start(`working ${studentId}`, workingMs, () =>
      this.apply({ type: 'working', student: studentId, step: null }),
    )
  }

  /** Milliseconds until this student may send another answer, whichever page it comes from. */
  waitToSubmit(studentId: string, weight: number): number {
    const now = Date.now()
    const bucket = this.buckets.get(studentId) ?? new TokenBucket(submitBurst, submitPerSecond, now)
    this.buckets.set(studentId, bucket)
    return bucket.take(now, weight)
  }

  /** Ends the timers; the room must not be used afterwards. */
  close(): void {
    this.timers.stop()
    this.refresh.stop()
    this.progress.stop()
    for (const board of this.boards) board.stop()
  }

  private noteEmpty(): void {
    if (this.desks.size === 0 && this.boards.size === 0) this.emptySince = Date.now()
  }
}
