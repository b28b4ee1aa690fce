import type { BoardDelta, BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { type StepKey, stepKey, stepOfKey } from '@/lib/protocol/step-key'
import { boardCell, boardCells, boardStudent } from './board-view'
import type { ClassEvent } from './events'
import type { LoggedEvent } from './log'
import type { ClassState } from './state'

/**
 * What a board has not been told yet, as places and not as values: marking a place twice costs nothing, and
 * the delta is read from the state as it is when it goes out. Bounded by students x steps.
 */
export class BoardChanges {
  private readonly students = new Set<string>()
  private readonly cells = new Map<string, Set<StepKey>>()
  private exercises = false
  private pacing = false
  private showing = false

  get empty(): boolean {
    return (
      this.students.size === 0 && this.cells.size === 0 && !this.exercises && !this.pacing && !this.showing
    )
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
    // Typing shows at cells alone; everything else shows at the student's row too.
    if (event.type !== 'working') this.students.add(event.student)
    const was = before.students.get(event.student)?.working ?? null
    const is = after.students.get(event.student)?.working ?? null
    if (was !== is) for (const key of [was, is]) if (key) this.markCell(event.student, key)
    if (event.type === 'answered' || event.type === 'regraded') this.markCell(event.student, event.step)
    // Who comes late finds revealed what was revealed before.
    if (event.type === 'student-joined') {
      for (const key of after.pacing.revealed) this.markCell(event.student, key)
    }
  }

  private markLogged(before: ClassState, after: ClassState, entry: LoggedEvent): void {
    const { pacing } = after
    if (pacing !== before.pacing) this.pacing = true
    if (after.showing !== before.showing) this.showing = true
    const revealed = [...pacing.revealed].filter(key => !before.pacing.revealed.has(key))
    const otherNumbers = pacing.ownNumbers !== before.pacing.ownNumbers
    if (revealed.length > 0 || otherNumbers) {
      for (const { id, cells } of after.students.values()) {
        for (const key of otherNumbers ? cells.keys() : revealed) this.markCell(id, key)
      }
    }
    if (entry.type === 'hint-given' && entry.who !== null) {
      const { version, step } = entry.data.on
      this.markCell(entry.who, stepKey(version, step))
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
    told: { exercises: () => BoardExercise[]; pacing: () => BoardPacing },
    from: number,
    seq: number,
  ): BoardDelta {
    const chosen = new Set(state.chosen)
    const marked = [...this.cells].flatMap(([id, keys]) => {
      const student = state.students.get(id)
      if (!student) return []
      return [...keys]
        .filter(key => chosen.has(stepOfKey(key).version))
        .map(key => boardCell(state, student, key))
    })
    const delta: BoardDelta = {
      from,
      seq,
      students: [...this.students].flatMap(id => {
        const student = state.students.get(id)
        return student ? [boardStudent(student)] : []
      }),
      // A version chosen anew brings its old cells along: the board may never have had them.
      cells: this.exercises
        ? [...marked.filter(cell => cell.state === 'untouched'), ...boardCells(state)]
        : marked,
    }
    if (this.exercises) delta.exercises = told.exercises()
    if (this.pacing) delta.pacing = told.pacing()
    if (this.showing) delta.showing = state.showing
    this.forget()
    return delta
  }

  forget(): void {
    this.students.clear()
    this.cells.clear()
    this.exercises = false
    this.pacing = false
    this.showing = false
  }
}
