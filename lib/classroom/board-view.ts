import type { BoardCell, BoardExercise, BoardStep, BoardStudent, CellState } from '@/lib/protocol/board'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import { type StepKey, stepOfKey } from '@/lib/protocol/step-key'
import type { Cell, ClassState, Student } from './state'

/** The teachers' view: every field is named here, none is copied along. */

export function boardStudent(student: Student): BoardStudent {
  return {
    id: student.id,
    name: student.name,
    presence: student.here ? 'here' : 'gone',
    joinedAt: student.joinedAt,
    lastAnswerAt: student.lastAnswerAt,
  }
}

/** A counted answer outlives the mark of typing: a wrong cell that is being mended stays wrong. */
function cellState(cell: Cell | undefined, working: boolean): CellState {
  if (cell) return cell.best
  return working ? 'working' : 'untouched'
}

export function boardCell(student: Student, key: StepKey): BoardCell {
  const { version, step } = stepOfKey(key)
  const cell = student.cells.get(key)
  return {
    student: student.id,
    version,
    step,
    state: cellState(cell, student.working === key),
    attempts: cell?.attempts ?? 0,
    wrong: cell?.wrong ?? 0,
  }
}

/** All cells that are not untouched, of the versions that the class works on. */
export function boardCells(state: ClassState): BoardCell[] {
  const chosen = new Set(state.chosen)
  return [...state.students.values()].flatMap(student => {
    const keys = new Set(student.cells.keys())
    if (student.working) keys.add(student.working)
    return [...keys].filter(key => chosen.has(stepOfKey(key).version)).map(key => boardCell(student, key))
  })
}

export function boardStudents(state: ClassState): BoardStudent[] {
  return [...state.students.values()].map(boardStudent)
}

/** The columns of the class grid. */
export function boardExercise(exercise: PublicExercise): BoardExercise {
  return {
    version: exercise.version,
    title: exercise.title,
    steps: exercise.flow.flatMap(part => (part.type === 'step' ? [boardStep(part.step)] : [])),
  }
}

function boardStep({ id, mathml, title, shape, choices }: PublicStep): BoardStep {
  return { id, mathml, title, shape, ...(choices !== undefined && { choices }) }
}
