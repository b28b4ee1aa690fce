import type { ReactNode } from 'react'
import { MathFormula } from '@/components/ui/math'
import { math, nameMathml } from '@/lib/exact/mathml'
import { sizeOf } from '@/lib/exact/tensor'
import { decimalPads, noPad, withMinus } from './decimal'
import { gridBlocks } from './grid-layout'

/** Larger tensors are folded away behind their shape. */
const shownAtOnce = 36

interface ValuesProps {
  shape: readonly number[]
  /** Row-major, printed; empty of what has a size alone. */
  values: readonly string[]
  /** Whether they are symbols: names of entries without a value. */
  symbolic?: boolean
}

/** Numbers that are only read. */
export function Values(props: ValuesProps) {
  const { shape, values } = props
  if (values.length === 0) return <span className="tabular-nums">{shape.join(' × ')}</span>
  if (sizeOf(shape) <= shownAtOnce) return <Matrix {...props} />
  return (
    <details className="min-w-0">
      <summary className="text-ink-2 underline decoration-dotted underline-offset-4">
        {shape.join(' × ')} numbers
      </summary>
      <div className="mt-2 max-w-full">
        <Matrix {...props} />
      </div>
    </details>
  )
}

/** Entries line up on the decimal point. */
function Matrix({ shape, values: printed, symbolic = false }: ValuesProps) {
  const values = printed.map(withMinus)
  if (shape.length === 0) return <span className="tabular-nums">{entry(symbolic, values[0] ?? '')}</span>
  const matrix = (first: number, rows: number, columns: number) => {
    const own = values.slice(first, first + rows * columns)
    const pads = decimalPads(own, columns)
    return own.map((value, place) => [value, pads[place] ?? noPad] as const)
  }
  return (
    <span className="flex min-w-0 flex-col gap-2">
      {gridBlocks(shape).map(({ first, rows, columns }) => (
        <span key={first} className="matrix-brackets block px-[0.6em] py-0.5">
          <span
            className="grid gap-x-[0.75em] text-[0.92em] leading-[1.4] tabular-nums"
            style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
          >
            {matrix(first, rows, columns).map(([value, { left, right }], index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                key={index}
                className="text-center"
                style={{ paddingLeft: `${left}ch`, paddingRight: `${right}ch` }}
              >
                {entry(symbolic, value)}
              </span>
            ))}
          </span>
        </span>
      ))}
    </span>
  )
}

/** Shows a number as it is, and a symbol as a letter with its indices. */
function entry(symbolic: boolean, value: string): ReactNode {
  return symbolic ? <MathFormula mathml={math(nameMathml(value))} /> : value
}
