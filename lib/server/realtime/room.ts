import { boardCells, boardExercise, boardStudents } from '@/lib/classroom/board-view'
import { latestAnswers, stepRecord } from '@/lib/classroom/desk-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { closedParts, isOpen, openPart } from '@/lib/classroom/open-part'
import { reduce } from '@/lib/classroom/reduce'
import type { ClassState } from '@/lib/classroom/state'
import type { BoardExercise, BoardSnapshot } from '@/lib/protocol/board'
import type { DeskSnapshot, StepAddress, StepRecord } from '@/lib/protocol/desk'
import { type StepKey, stepKey, stepOfKey } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../db/classes'
import type { StudentRecord } from '../db/students'
import { submissionsById } from '../db/submissions'
import { answeredText } from './answered'
import type { BoardFeed, BoardSource } from './board-feed'
import { Lanes } from './lanes'
import { Pace } from './pace'
import type { Prepared } from './views'

/** A student's open page. Several of one student are one person here. */
export interface DeskLink {
  sendDesk(desk: DeskSnapshot): void
  sendRecord(record: StepRecord): void
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

  constructor(
    readonly record: ClassRecord,
    public state: ClassState,
    private exercises: readonly Prepared[],
  ) {}

  apply(event: ClassEvent): void {
    const before = this.state
    this.state = reduce(before, event)
    if (this.state === before) return
    this.seq += 1
    for (const board of this.boards) board.mark(before, this.state, event)
    if (event.type === 'answered' || event.type === 'regraded') this.tellOpened(before, event)
  }

  /** Where an answer opened a part of an exercise that was kept back, the student's pages get the desk anew. */
  private tellOpened(before: ClassState, { student, step }: { student: string; step: StepKey }): void {
    const exercise = this.exercise(stepOfKey(step).version)
    if (!exercise) return
    const [were, are] = [before, this.state].map(({ students }) =>
      closedParts(exercise, students.get(student)),
    )
    if (were === are) return
    this.sendDesk(student).catch(error => console.error('a desk could not be renewed', error))
  }

  private async sendDesk(student: string): Promise<void> {
    const desk = await this.deskSnapshot(student)
    if (desk) for (const link of this.deskLinks(student)) link.sendDesk(desk)
  }

  exercise(version: string): Prepared | undefined {
    return this.exercises.find(prepared => prepared.view.version === version)
  }

  /** Whether an exercise has a step that this student has come to. */
  hasStep(exercise: Prepared, studentId: string, step: string): boolean {
    const known = exercise.view.flow.some(part => part.type === 'step' && part.step.id === step)
    return known && isOpen(exercise, this.state.students.get(studentId), step)
  }

  boardExercises(): BoardExercise[] {
    return this.exercises.map(({ view }) => boardExercise(view))
  }

  /** The choice is in the database already. Every desk gets itself anew. */
  async changeExercises(exercises: readonly Prepared[]): Promise<void> {
    this.exercises = exercises
    this.apply({ type: 'exercises-chosen', versions: exercises.map(({ view }) => view.version) })
    for (const student of [...this.desks.keys()]) await this.sendDesk(student)
  }

  boardSnapshot(): BoardSnapshot {
    const { id, title, code } = this.record
    return {
      seq: this.seq,
      class: { id, title, code },
      exercises: this.boardExercises(),
      students: boardStudents(this.state),
      cells: boardCells(this.state),
    }
  }

  async deskSnapshot(studentId: string): Promise<DeskSnapshot | null> {
    const { state } = this
    const latest = latestAnswers(state, studentId)
    const rows = await submissionsById(studentId, [...latest.keys()])
    const student = this.state.students.get(studentId)
    if (!student) return null
    // Sent after the acknowledgement of an answer that came in meanwhile, older records would undo it on the page.
    const stale = student.cells !== state.students.get(studentId)?.cells || this.state.chosen !== state.chosen
    if (stale) return this.deskSnapshot(studentId)
    return {
      student: { id: student.id, name: student.name },
      class: { id: this.record.id, title: this.record.title },
      exercises: this.exercises.map(exercise => openPart(exercise, student)),
      records: rows.flatMap(row => {
        const found = latest.get(row.id)
        return found ? [stepRecord(found.key, found.cell, answeredText(row))] : []
      }),
    }
  }

  enterDesk(student: StudentRecord, link: DeskLink): void {
    this.apply({
      type: 'student-joined',
      student: student.id,
      name: student.name,
      joinedAt: student.joinedAt,
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
