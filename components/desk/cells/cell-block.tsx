import type { CellVerdict } from '@/lib/protocol/verdict'
import { Cell } from './cell'
import { decimalPads, noPad } from './decimal'
import type { Block } from './grid-layout'

interface CellBlockProps {
  block: Block
  /** These, `marks` and `labels` are those of the whole grid. */
  cells: readonly string[]
  marks: readonly (CellVerdict | null)[]
  labels: readonly string[]
  /** A single answer has no brackets. */
  bracketed: boolean
  /** Whether it is a single cell, which may be wider. */
  big: boolean
  /** Whether it stands in a picture, in the size of that. */
  small?: boolean
  /** Id of the element that says what is wrong with a cell. */
  describedBy: (index: number) => string | undefined
}

/** One matrix of cells. */
export function CellBlock({
  block,
  cells,
  marks,
  labels,
  bracketed,
  big,
  small = false,
  describedBy,
}: CellBlockProps) {
  const { chars, pads } = columnFits(cells, block)
  const wraps = block.columns > mostAbreast
  const cell = (row: number, column: number) => {
    const place = row * block.columns + column
    const index = block.first + place
    const { left, right } = pads[place] ?? noPad
    return (
      <Cell
        key={index}
        index={index}
        text={cells[index] ?? ''}
        label={labels[index] ?? ''}
        mark={marks[index] ?? null}
        describedBy={describedBy(index)}
        columnChars={chars[column] ?? 0}
        left={left}
        right={right}
        columns={big ? 0 : block.columns}
        small={small}
      />
    )
  }
  const columns = Array.from({ length: block.columns }, (_, column) => column)
  return (
    <div className="flex items-center gap-3">
      {block.slice.length > 0 && (
        <span className="w-14 shrink-0 text-sm text-ink-2 tabular-nums max-sm:w-auto">
          [{block.slice.join(', ')}, ·, ·]
        </span>
      )}
      <div className={bracketed ? 'matrix-brackets px-2.5 py-1.5' : ''}>
        <div
          className={`grid w-max gap-1.5 ${wraps ? '@max-md:gap-y-3.5 @max-md:[--abreast:4] @max-md:grid-cols-1!' : ''}`}
          style={{ gridTemplateColumns: `repeat(${block.columns}, max-content)` }}
        >
          {Array.from({ length: block.rows }, (_, row) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              key={row}
              className={wraps ? 'contents @max-md:grid @max-md:grid-cols-4 @max-md:gap-1.5' : 'contents'}
            >
              {columns.map(column => cell(row, column))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Where a page is narrow, longer rows go on in the next line. */
const mostAbreast = 5
/** Figures of a column that is lined up on the decimal point, where many columns stand side by side. */
const shortColumn = 5
const longColumn = 8

/** Figures of each column's longest text, and the blank that lines up its decimal points. */
function columnFits(cells: readonly string[], { first, rows, columns }: Block) {
  const own = Array.from({ length: rows * columns }, (_, place) => cells[first + place] ?? '')
  const pads = decimalPads(own, columns, columns > 3 ? shortColumn : longColumn)
  const chars: number[] = Array.from({ length: columns }, () => 0)
  for (const [place, text] of own.entries()) {
    const { left, right } = pads[place] ?? noPad
    const column = place % columns
    chars[column] = Math.max(chars[column] ?? 0, Math.ceil(text.length + left + right))
  }
  return { chars, pads }
}
