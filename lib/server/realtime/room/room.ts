import { boardExercise, boardPacing } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { reduce } from '@/lib/classroom/reduce'
import type { Cell, ClassState } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import type { BoardExercise } from '@/lib/protocol/board'
import type { PublicStep } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { BoardDoor } from '@/lib/protocol/people'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { StepKey } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../../db/classes'
import type { StudentRecord } from '../../db/students'
import type { BoardSource } from '../board/board-feed'
import type { DeskLink } from '../desk/desk-link'
import { TokenBuckets } from '../wire/token-bucket'
import type { Chosen } from './from-rows'
import { Lanes } from './lanes'
import { Links } from './links'
import type { ClassExercise, Shelf } from './shelf'
import { shutDoor } from './shut-door'
import type { Watcher } from './watcher'

/** The lane of everything that concerns the whole class. It is no student's id, because those have no space. */
export const classLane = 'the class'

export function chosenOf(exercises: readonly ClassExercise[]): Chosen {
  return {
    versions: exercises.map(({ view }) => view.version),
    drawing: exercises.flatMap(({ view, draws }) => (draws ? [view.version] : [])),
  }
}

/** Answers of one student: 20 at once, then 4 a second; a large one counts as several. */
const answers = { burst: 20, perSecond: 4 }

/** What a room begins with. */
export interface Beginning {
  readonly record: ClassRecord
  readonly state: ClassState
  readonly exercises: readonly ClassExercise[]
  readonly shelf: Shelf
  readonly door?: BoardDoor
  /** Ids of entries that were merged into others, by the one that was kept. */
  readonly merged?: ReadonlyMap<string, readonly string[]>
}

/**
 * One class while somebody is in it: its state in memory, its turns, everybody who looks at it. The state changes only
 * in `apply`, one event after the other; whatever is durable was committed before it gets there.
 */
export class Room implements BoardSource {
  readonly record: ClassRecord
  readonly shelf: Shelf
  /** Answers of one student are graded in their order. */
  readonly lanes = new Lanes(answers.burst)
  /** How many answers each student may send, from all pages together. */
  readonly answerBuckets = new TokenBuckets(answers.burst, answers.perSecond, limits.studentsPerClass)
  readonly links = new Links(event => this.apply(event))
  private current: ClassState
  private changes = 0
  private doorNow: BoardDoor
  private mergedNow: ReadonlyMap<string, readonly string[]>
  private exercises: readonly ClassExercise[]
  private idleSince: number | null = Date.now()
  /** Boards and projectors: while one is there, the class is in use. */
  private readonly boards = new Set<Watcher>()
  private readonly followers = new Set<Watcher>()

  constructor({ record, state, exercises, shelf, door = shutDoor, merged = new Map() }: Beginning) {
    this.record = record
    this.shelf = shelf
    this.current = state
    this.exercises = exercises
    this.doorNow = door
    this.mergedNow = merged
  }

  get state(): ClassState {
    return this.current
  }

  /** Counts the changes of what boards are told. */
  get seq(): number {
    return this.changes
  }

  get door(): BoardDoor {
    return this.doorNow
  }

  get merged(): ReadonlyMap<string, readonly string[]> {
    return this.mergedNow
  }

  /** Unix milliseconds since which nobody is here, or null. */
  get emptySince(): number | null {
    return this.idleSince
  }

  apply(event: ClassEvent): void {
    const before = this.current
    this.current = reduce(before, event)
    if (this.current === before) return
    this.changes += 1
    for (const watcher of this.watchers()) watcher.mark(before, this.current, event)
  }

  /** The door as its rows say now. */
  changeDoor(door: BoardDoor): void {
    this.doorNow = door
    this.changes += 1
    for (const watcher of this.watchers()) watcher.markDoor?.()
  }

  /** The choice is in the database already. */
  changeExercises(exercises: readonly ClassExercise[]): void {
    this.exercises = exercises
    this.apply({ type: 'exercises-chosen', ...chosenOf(exercises) })
  }

  /** The entry `other`, and all that were merged into it, are `kept` from now on. */
  mergeEntries(kept: string, other: string): void {
    const merged = new Map(this.mergedNow)
    merged.set(kept, [...(merged.get(kept) ?? []), ...(merged.get(other) ?? []), other])
    merged.delete(other)
    this.mergedNow = merged
  }

  /** What the class works on, in its order. */
  allExercises(): readonly ClassExercise[] {
    return this.exercises
  }

  exercise(version: string): ClassExercise | undefined {
    return this.exercises.find(prepared => prepared.view.version === version)
  }

  /** Whether the class's exercises have this step, on the desks or not. */
  hasStep(on: StepAddress): boolean {
    return this.stepAt(on) !== undefined
  }

  /** A step with the numbers that the class shares. */
  stepAt({ version, step }: StepAddress): PublicStep | undefined {
    const flow = this.exercise(version)?.view.flow ?? []
    return flow.flatMap(part => (part.type === 'step' && part.step.id === step ? [part.step] : []))[0]
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

  /** Somebody follows the class for as long as the room is open. */
  follow(watcher: Watcher): void {
    this.followers.add(watcher)
  }

  enterDesk({ id, name, joinedAt, seed, number }: StudentRecord, link: DeskLink): void {
    this.apply({ type: 'student-joined', student: id, name, joinedAt, seed, number })
    this.links.enter(id, link)
    this.idleSince = null
    for (const watcher of this.followers) watcher.greet?.(link)
  }

  leaveDesk(studentId: string, link: DeskLink): void {
    this.links.leave(studentId, link)
    this.noteEmpty()
  }

  enterBoard(feed: Watcher): void {
    this.boards.add(feed)
    this.idleSince = null
  }

  leaveBoard(feed: Watcher): void {
    feed.stop()
    this.boards.delete(feed)
    this.noteEmpty()
  }

  /** Ends the timers; the room must not be used afterwards. */
  close(): void {
    this.links.stop()
    for (const watcher of this.watchers()) watcher.stop()
  }

  private watchers(): Watcher[] {
    return [...this.boards, ...this.followers]
  }

  private noteEmpty(): void {
    if (this.links.empty && this.boards.size === 0) this.idleSince ??= Date.now()
  }
}
