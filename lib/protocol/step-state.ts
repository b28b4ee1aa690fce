import * as z from 'zod/mini'

/** A cell of the class grid (docs/grading.md 4). */
export const CellState = z.enum(['untouched', 'working', 'wrong', 'follows', 'right', 'revealed', 'answered'])
export type CellState = z.infer<typeof CellState>

/** The state of a step as its own student sees it: the verdict may be held back, and the step need not be done. */
export type StepState = CellState | 'received' | 'excused'
