import type { BoardDelta, BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import type { BoardDoor } from '@/lib/protocol/people'
import { keyOf, type StepKey, versionOf } from '@/lib/protocol/step-key'
import { boardCell, boardCells, boardStudent } from './board-view'
import type { ClassEvent } from './events'
import type { LoggedEvent } from './log'
import type { ClassState } from './state'
import { boardMessages, boardPoll } from './talk-view'

/**
 * What a board has not been told yet: places and not values, so that marking a place twice costs nothing, and the
 * delta is read from the state as it is when it goes out. It is bounded by students x steps.
 */
export class BoardChanges {
  private readonly students = new Set<string>()
  private readonly cells = new Map<string, Set<StepKey>>()
  private exercises = false
  private pacing = false
  private said = false
  private poll = false
  private door = false
  private showing = false
  private readonly removed = new Set<string>()

  get empty(): boolean {
    const settings = this.exercises || this.pacing || this.said || this.poll || this.door || this.showing
    return this.students.size === 0 && this.cells.size === 0 && this.removed.size === 0 && !settings
  }

  /** Marks what `event` changed between the two states. */
  mark(before: ClassState, after: ClassState, event: ClassEvent): void {
    if (before === after) return
    if (event.type === 'exercises-chosen') {
      this.exercises = true
      return
    }
    if (event.type === 'logged') {
      this.markLogged(before, after, event.entry)
      return
    }
    // A vote counts for as long as its student is in the class.
    const recounted = event.type === 'student-left' || event.type === 'student-rebuilt'
    if (recounted && after.talk.poll) this.poll = true
    if (event.type === 'student-left') {
      this.students.delete(event.student)
      this.cells.delete(event.student)
      this.removed.add(event.student)
      return
    }
    if (event.type === 'student-rebuilt') {
      const was = before.students.get(event.student)
      const gone = [...(was?.cells.keys() ?? []), ...(was?.exceptions.excused ?? [])]
      const { cells, hints, exceptions } = event.is
      const keys = [...cells.keys(), ...hints.keys(), ...exceptions.excused, ...after.pacing.revealed]
      for (const key of [...keys, ...gone]) this.markCell(event.student, key)
    }
    // Typing shows at cells alone; everything else shows at the student's row too.
    if (event.type !== 'working') this.students.add(event.student)
    const was = before.students.get(event.student)?.working ?? null
    const is = after.students.get(event.student)?.working ?? null
    if (was !== is) for (const key of [was, is]) if (key) this.markCell(event.student, key)
    if (event.type === 'answered' || event.type === 'regraded') this.markCell(event.student, event.step)
    // A student who joins late finds the steps revealed that were revealed before.
    if (event.type === 'student-joined') {
      for (const key of after.pacing.revealed) this.markCell(event.student, key)
    }
  }

  /** Marks that the class's door changed, or who waits there. */
  markDoor(): void {
    this.door = true
  }

  private markLogged(before: ClassState, after: ClassState, entry: LoggedEvent): void {
    const { pacing } = after
    if (pacing !== before.pacing) this.pacing = true
    if (after.talk.messages !== before.talk.messages) this.said = true
    const voted = entry.type === 'poll-voted' && after.talk.poll
    if (after.talk.poll !== before.talk.poll || voted) this.poll = true
    if (after.showing !== before.showing) this.showing = true
    const revealed = [...pacing.revealed].filter(key => !before.pacing.revealed.has(key))
    const otherNumbers = pacing.ownNumbers !== before.pacing.ownNumbers
    if (revealed.length > 0 || otherNumbers) {
      for (const { id, cells } of after.students.values()) {
        for (const key of otherNumbers ? cells.keys() : revealed) this.markCell(id, key)
      }
    }
    if (entry.type === 'hand' || entry.type === 'time-given' || entry.type === 'due-date-given') {
      this.students.add(entry.data.student)
    }
    if (entry.type === 'excused' || entry.type === 'overridden') {
      this.markCell(entry.data.student, keyOf(entry.data.on))
    }
    if (entry.type === 'hint-given' && entry.who !== null) {
      this.markCell(entry.who, keyOf(entry.data.on))
    }
  }

  private markCell(student: string, key: StepKey): void {
    const keys = this.cells.get(student)
    if (keys) keys.add(key)
    else this.cells.set(student, new Set([key]))
  }

  /** The delta from `from` to `seq`, read from `state`; forgets what it tells. */
  take(
    state: ClassState,
    told: { exercises: () => BoardExercise[]; pacing: () => BoardPacing; door?: () => BoardDoor },
    from: number,
    seq: number,
  ): BoardDelta {
    const chosen = new Set(state.chosen)
    const marked = [...this.cells].flatMap(([id, keys]) => {
      const student = state.students.get(id)
      if (!student) return []
      return [...keys].filter(key => chosen.has(versionOf(key))).map(key => boardCell(state, student, key))
    })
    const delta: BoardDelta = {
      from,
      seq,
      students: [...this.students].flatMap(id => {
        const student = state.students.get(id)
        return student ? [boardStudent(student)] : []
      }),
      // A version that is chosen again brings its old cells, which the board may never have had.
      cells: this.exercises
        ? [...marked.filter(cell => cell.state === 'untouched'), ...boardCells(state)]
        : marked,
    }
    if (this.exercises) delta.exercises = told.exercises()
    if (this.pacing) delta.pacing = told.pacing()
    if (this.said) delta.said = boardMessages(state)
    if (this.poll) delta.poll = boardPoll(state)
    if (this.door && told.door) delta.door = told.door()
    if (this.removed.size > 0) delta.removed = [...this.removed]
    if (this.showing) delta.showing = state.showing
    this.forget()
    return delta
  }

  forget(): void {
    this.students.clear()
    this.cells.clear()
    this.exercises = false
    this.pacing = false
    this.said = false
    this.poll = false
    this.door = false
    this.removed.clear()
    this.showing = false
  }
}
