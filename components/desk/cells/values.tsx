import type { ReactNode } from 'react'
import { MathFormula } from '@/components/ui/math'
import { math, nameMathml } from '@/lib/exact/mathml'
import { sizeOf } from '@/lib/exact/tensor'
import { gridBlocks } from './grid-layout'

/** Larger tensors are folded away behind their shape. */
const shownAtOnce = 36

interface ValuesProps {
  shape: readonly number[]
  /** Row-major, printed. */
  values: readonly string[]
  /** Whether they are symbols: names of entries without a value. */
  symbolic?: boolean
}

/** Numbers that are only read. */
export function Values(props: ValuesProps) {
  const { shape } = props
  if (sizeOf(shape) <= shownAtOnce) return <Matrix {...props} />
  return (
    <details className="min-w-0">
      <summary className="text-ink-2 underline decoration-dotted underline-offset-4">
        {shape.join(' × ')} numbers
      </summary>
      <div className="mt-2 max-h-80 max-w-full overflow-auto">
        <Matrix {...props} />
      </div>
    </details>
  )
}

/** Entries line up on the decimal point: all figures have one width, and missing decimals leave a blank. */
function Matrix({ shape, values: printed, symbolic = false }: ValuesProps) {
  const values = printed.map(value => value.replaceAll('-', '−'))
  if (shape.length === 0) return <span className="tabular-nums">{entry(symbolic, values[0] ?? '')}</span>
  return (
    <span className="flex min-w-0 flex-col gap-2 overflow-x-auto">
      {gridBlocks(shape).map(({ first, rows, columns }) => (
        <span key={first} className="matrix-brackets block px-2.5 py-0.5">
          <span
            className="grid gap-x-3 text-sm leading-6 tabular-nums"
            style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
          >
            {values.slice(first, first + rows * columns).map((value, index, all) => {
              const column = all.filter((_, other) => other % columns === index % columns)
              const room = Math.max(...column.map(places)) - places(value)
              return (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                  key={index}
                  className="text-right"
                  style={{ paddingRight: `${room === 0 ? 0 : room - 0.4}ch` }}
                >
                  {entry(symbolic, value)}
                </span>
              )
            })}
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

/** Characters from the decimal point on; the point itself is narrower than a figure. */
function places(value: string): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - point
}
