import type { Judged } from '@/lib/client/desk-view'
import type { CellVerdict } from '@/lib/protocol/verdict'

type Marks = readonly (CellVerdict | null)[]

/** A mark belongs to the text that was checked, so typing removes the mark of that cell and no other. */
export function marksOf(cells: readonly string[], judged: Judged | null): Marks {
  return cells.map((text, index) =>
    judged && judged.cells[index] === text ? (judged.result.cells[index] ?? null) : null,
  )
}

/** Whether all unreadable cells have been typed anew, so that the message has done its work. */
export function isMended(judged: Judged | null, marks: Marks): boolean {
  return judged?.result.verdict === 'invalid' && !marks.some(mark => mark?.message)
}
