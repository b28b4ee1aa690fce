import { memo } from 'react'
import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { CellVerdict } from '@/lib/protocol/verdict'

interface CellProps {
  index: number
  text: string
  label: string
  mark: CellVerdict | null
  /** Id of the element that says what is wrong with it. */
  describedBy: string | undefined
  columnChars: number
  /**
   * The number of columns of its matrix: the fewer there are, the wider an empty cell is. It is 0 for a cell that
   * stands alone.
   */
  columns: number
}

/** The word for the mark, which follows the cell's label. */
function spoken(mark: CellVerdict | null): string {
  if (!mark) return ''
  if (mark.verdict === 'invalid') return mark.message ? ', unreadable' : ''
  return `, ${stateLooks[mark.verdict].word}`
}

/** A cell is a real input; the grid around it handles the events that bubble up. */
export const Cell = memo(function Cell({
  index,
  text,
  label,
  mark,
  describedBy,
  columnChars,
  columns,
}: CellProps) {
  const shown = mark && (mark.verdict !== 'invalid' || mark.message) ? mark : null
  const look = shown ? stateLooks[shown.verdict] : null
  return (
    <span className="relative block">
      <input
        data-cell={index}
        data-verdict={shown?.verdict}
        value={text}
        onChange={ignore}
        aria-label={`${label}${spoken(mark)}`}
        aria-invalid={shown?.verdict === 'invalid' || undefined}
        aria-describedby={describedBy}
        inputMode="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        style={{ width: `clamp(var(--least), ${columnChars + 3.5}ch, 16rem)` }}
        className={`h-12 ${leastWidth(columns)} rounded-cell border px-3 text-center text-lg tabular-nums transition-colors duration-150 focus:outline-2 focus:outline-offset-2 focus:outline-focus ${
          look ? `${look.ground} ${look.border}` : 'border-field-line bg-sheet'
        } ${shown ? 'pr-6 pl-6' : ''}`}
      />
      {look && (
        <span className={`pointer-events-none absolute top-1.5 right-1.5 ${look.ink}`}>
          <Icon name={look.icon} size={13} />
        </span>
      )}
    </span>
  )
})

/** Four columns fit on a phone, eight on a laptop, before the grid has to scroll. */
function leastWidth(columns: number): string {
  if (columns === 0) return '[--least:9rem]'
  if (columns > 5) return '[--least:3.75rem]'
  if (columns > 3) return '[--least:4.75rem] max-sm:[--least:3.75rem]'
  return columns > 1 ? '[--least:5.75rem] max-sm:[--least:4.75rem]' : '[--least:5.75rem]'
}

/** React wants a handler beside `value`; the grid's own `onInput` does the work. */
function ignore(): void {}
