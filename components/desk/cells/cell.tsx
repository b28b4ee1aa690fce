import { memo, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { withMinus } from './decimal'

interface CellProps {
  index: number
  text: string
  label: string
  mark: CellVerdict | null
  /** Id of the element that says what is wrong with it. */
  describedBy: string | undefined
  /** Figures of the longest text in its column. */
  columnChars: number
  /** Blank at both sides, in figures, which lines its decimal point up with those of its column. */
  left: number
  right: number
  /**
   * The number of columns of its matrix: the fewer there are, the wider an empty cell is. It is 0 for a cell that
   * stands alone.
   */
  columns: number
  /** Whether it stands in a picture, whose type gives its size; it is 5 em wide. */
  small?: boolean
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
  left,
  right,
  columns,
  small = false,
}: CellProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (text.length >= longText && field.current) showEnd(field.current)
  }, [text])
  const shown = mark && (mark.verdict !== 'invalid' || mark.message) ? mark : null
  const look = shown ? stateLooks[shown.verdict] : null
  return (
    <span className="relative block">
      <input
        ref={field}
        data-cell={index}
        data-verdict={shown?.verdict}
        value={withMinus(text)}
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
        placeholder={small ? '?' : undefined}
        style={
          small
            ? undefined
            : {
                width: `min(max(var(--least), ${columnChars}ch + 1.5rem), 16rem, max(2.9rem, (100cqw - 1.75rem) / var(--abreast, ${columns || 1}) - 0.375rem))`,
                paddingLeft: `calc(0.2rem + ${left}ch)`,
                paddingRight: `calc(0.2rem + ${right}ch)`,
              }
        }
        className={`${small ? 'h-[2.1em] w-[5em] px-[0.2em] text-[1em] placeholder:text-ink-2' : `h-12 text-lg ${leastWidth(columns)}`} rounded-cell border text-center tabular-nums transition-colors duration-150 focus:outline-2 focus:outline-offset-2 focus:outline-focus ${columns > 3 ? 'max-sm:text-base' : ''} ${
          look ? `${look.ground} ${look.border}` : 'border-field-line bg-sheet'
        }`}
      />
      {look && (
        <span className={`pointer-events-none absolute top-1 right-1 ${look.ink}`}>
          <Icon name={look.icon} size={11} />
        </span>
      )}
    </span>
  )
})

/** Five columns fit on a phone, eight on a laptop; there the grid of more has to scroll. */
function leastWidth(columns: number): string {
  if (columns === 0) return '[--least:9rem]'
  if (columns > 5) return '[--least:3.75rem]'
  if (columns > 3) return '[--least:4.75rem] max-sm:[--least:3.75rem]'
  return columns > 1 ? '[--least:5.75rem] max-sm:[--least:4.75rem]' : '[--least:5.75rem]'
}

/** Characters that may be more than a cell shows. */
const longText = 6

/** Scrolls to the end of a text that is longer than its cell, unless somebody is typing there: the caret leads then. */
export function showEnd(input: HTMLInputElement): void {
  if (document.activeElement !== input) input.scrollLeft = input.scrollWidth
}

/** React wants a handler beside `value`; the grid's own `onInput` does the work. */
function ignore(): void {}
