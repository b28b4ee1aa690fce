import type { ReactNode } from 'react'
import { gridBlocks } from '@/components/desk/cells/grid-layout'

interface WallMatrixProps {
  /** The shape of the cells; `[]` for one alone. */
  shape: readonly number[]
  /** Size of its type in em. */
  size: number
  /** One cell by its place, row-major. */
  cell: (place: number) => ReactNode
}

/** Cells of an answer on the wall in their brackets, with room between the columns. */
export function WallMatrix({ shape, size, cell }: WallMatrixProps) {
  return (
    <div className="flex flex-col gap-[0.8em]" style={{ fontSize: `${size.toFixed(2)}em` }}>
      {gridBlocks(shape).map(({ slice, first, rows, columns }) => (
        <div key={first} className="flex items-center gap-[0.8em]">
          {slice.length > 0 && <span className="text-ink-2 tabular-nums">[{slice.join(', ')}, ·, ·]</span>}
          <div className={shape.length === 0 ? '' : 'matrix-brackets px-[0.5em] py-[0.25em]'}>
            <div
              className="grid w-max gap-x-[0.5em] gap-y-[0.2em]"
              style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
            >
              {Array.from({ length: rows * columns }, (_, place) => cell(first + place))}
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}

/**
 * The size in em for which a matrix fits: `wide` and `high` are the room in em, `longest` is the number of characters of its
 * longest entry, `tallest` the height of a row in its own em.
 */
export function fittingSize(
  shape: readonly number[],
  { longest, tallest }: { longest: number; tallest: number },
  { wide, high }: { wide: number; high: number },
): number {
  const blocks = gridBlocks(shape)
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0)
  const columns = Math.max(...blocks.map(block => block.columns))
  const across = wide / (columns * (0.62 * longest + 1.2) + 2)
  const down = high / (rows * tallest + 0.5 + 0.8 * (blocks.length - 1))
  return Math.min(across, down)
}
