import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { BoardCell } from '@/lib/protocol/board'
import type { CellState } from '@/lib/protocol/step-state'

const words: Record<CellState, string> = {
  untouched: 'not begun',
  working: 'typing, nothing checked yet',
  wrong: 'not right yet',
  follows: 'follows from an earlier answer',
  right: 'right',
  revealed: 'revealed',
  answered: 'handed in, not marked yet',
}

/** A cell's state in words: `not right yet, 3 wrong tries`. */
export function stateInWords(state: CellState, cell: BoardCell | undefined): string {
  const wrong = cell?.wrong ?? 0
  const hints = cell?.hints ?? 0
  const parts = [words[state]]
  if (wrong > 0) parts.push(tries(wrong, 'wrong '))
  if (hints > 0) parts.push(hints === 1 ? '1 hint' : `${hints} hints`)
  if (cell?.override)
    parts.push(cell.override.graded === 'answered' ? 'marked by a teacher' : 'as a teacher decided')
  if (cell?.excused) parts.push('excused')
  return parts.join(', ')
}

export function tries(count: number, kind = ''): string {
  return count === 1 ? `1 ${kind}try` : `${count} ${kind}tries`
}

/** Ground and ink of a cell. An untouched cell has no mark. */
export function cellColours(state: CellState): string {
  if (state === 'untouched') return 'bg-working-ground/55 text-working'
  return `${stateLooks[state].ground} ${stateLooks[state].ink}`
}

/** The shape that says the state without its colour, and whether something else holds for this student. */
export function CellShape({ state, cell }: { state: CellState; cell: BoardCell | undefined }) {
  const excused = cell?.excused ? <span className="text-[0.72rem] font-semibold text-ink-2">exc.</span> : null
  if (state === 'untouched') return excused
  return (
    <>
      <Icon name={stateLooks[state].icon} size={state === 'wrong' ? 11 : 14} />
      {state === 'wrong' && (
        <span className="text-[0.8rem] font-bold leading-none tabular-nums">{cell?.wrong ?? 0}</span>
      )}
      {cell?.override && <span className="text-[0.8rem] font-bold leading-none">*</span>}
      {excused}
    </>
  )
}
