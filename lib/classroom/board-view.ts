import type { BoardCell, BoardExercise, BoardStep, BoardStudent } from '@/lib/protocol/board'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { addressOf, isStepKey, type StepKey, versionOf } from '@/lib/protocol/step-key'
import type { CellState } from '@/lib/protocol/step-state'
import { deskPacing } from './desk-pacing'
import { mistakesToMend, mostAlike } from './mistakes'
import { type Cell, type ClassState, type Student, toldOverride, verdictOf } from './state'
import { cellAt } from './variant'

/** The teachers' view. Every field is named here and none is copied along with others. */

export function boardStudent(student: Student): BoardStudent {
  const { timeUntil, dueAt } = student.exceptions
  return {
    id: student.id,
    name: student.name,
    presence: student.presence,
    joinedAt: student.joinedAt,
    lastAnswerAt: student.lastAnswerAt,
    ...(student.lastStep !== null && { at: addressOf(student.lastStep) }),
    hand: student.hand && { id: student.hand.id, since: student.hand.since },
    ...(student.number !== null && { number: student.number }),
    ...(timeUntil !== null && { timeUntil }),
    ...(dueAt !== null && { dueAt }),
  }
}

/** A counted answer wins over the mark of typing, so a wrong cell that is being mended stays wrong. */
function cellState(cell: Cell | undefined, revealed: boolean, working: boolean): CellState {
  const verdict = cell && verdictOf(cell)
  if (verdict === 'right') return 'right'
  if (revealed) return 'revealed'
  if (verdict) return verdict
  return working ? 'working' : 'untouched'
}

export function boardCell(state: ClassState, student: Student, key: StepKey): BoardCell {
  const { version, step } = addressOf(key)
  const cell = cellAt(state, student, key)
  const shown = cellState(cell, state.pacing.revealed.has(key), student.working === key)
  return {
    student: student.id,
    version,
    step,
    state: shown,
    attempts: cell?.attempts ?? 0,
    wrong: cell?.wrong ?? 0,
    hints: student.hints.get(key) ?? 0,
    mistakes: cell && shown === 'wrong' ? mistakesToMend(cell) : [],
    alike: cell ? mostAlike(cell) : 0,
    ...(student.exceptions.excused.has(key) && { excused: true }),
    ...(cell?.override && { override: { ...toldOverride(cell.override), graded: cell.best } }),
  }
}

/** All cells with something to show, in the versions that the class works on. */
export function boardCells(state: ClassState): BoardCell[] {
  const chosen = new Set(state.chosen)
  return [...state.students.values()].flatMap(student => {
    const { cells, hints, exceptions } = student
    const keys = new Set([...cells.keys(), ...hints.keys(), ...exceptions.excused, ...state.pacing.revealed])
    if (student.working) keys.add(student.working)
    return [...keys]
      .filter(key => chosen.has(versionOf(key)))
      .map(key => boardCell(state, student, key))
      .filter(cell => cell.state !== 'untouched' || cell.hints > 0 || cell.excused)
  })
}

/** `now` in Unix milliseconds. */
export function boardPacing({ pacing }: ClassState, now: number): BoardPacing {
  return {
    ...deskPacing(pacing, now, () => true),
    held: pacing.held !== null,
    opened: [...pacing.opened].map(addressOf),
    ownNumbers: pacing.ownNumbers,
    withheld: [...pacing.withheld].map(place =>
      isStepKey(place) ? addressOf(place) : { version: place, step: null },
    ),
    revealed: [...pacing.revealed].map(addressOf),
  }
}

export function boardStudents(state: ClassState): BoardStudent[] {
  return [...state.students.values()].map(boardStudent)
}

/** The columns of the class grid. */
export function boardExercise(exercise: PublicExercise, draws: boolean): BoardExercise {
  return {
    version: exercise.version,
    title: exercise.title,
    steps: exercise.flow.flatMap(part => (part.type === 'step' ? [boardStep(part.step)] : [])),
    draws,
  }
}

function boardStep({ id, mathml, title, name, family, shape, choices, question }: PublicStep): BoardStep {
  return {
    id,
    mathml,
    title,
    ...(name !== undefined && { name }),
    ...(family !== undefined && { family }),
    shape,
    ...(choices !== undefined && { choices }),
    ...(question !== undefined && { question }),
  }
}
