import type { ReactNode } from 'react'
import { MathFormula } from '@/components/ui/math'
import { math, nameMathml } from '@/lib/exact/mathml'
import { sizeOf } from '@/lib/exact/tensor'
import type { PublicExercise, PublicNode } from '@/lib/protocol/exercise'
import { gridBlocks } from './grid-layout'
import { drawExercise } from './picture/layout'

/** Larger ones are folded away behind their shape. */
const shownAtOnce = 36

/** The formulas, and the numbers that the picture does not show: all that one needs on paper. */
export function Givens({ exercise }: { exercise: PublicExercise }) {
  const drawn = new Set(
    drawExercise(exercise).boxes.flatMap(({ node, pass, cells }) =>
      pass === 'forward' && cells ? [node.name] : [],
    ),
  )
  const leaves = exercise.nodes.filter(node => node.values !== null && !drawn.has(node.name))
  const inner = exercise.nodes.filter(node => node.formula !== null)
  return (
    <div className="mt-5 space-y-4 border-t border-line pt-4 text-[0.95rem]">
      {inner.length > 0 && (
        <ul aria-label="Formulas" className="flex flex-wrap gap-x-7 gap-y-1.5">
          {inner.map(node => (
            <li key={node.name} className="flex max-w-full items-baseline gap-2 overflow-x-auto">
              <MathFormula mathml={node.mathml} />
              <span className="text-ink-2">=</span>
              <MathFormula mathml={node.formula ?? ''} />
            </li>
          ))}
        </ul>
      )}
      {leaves.length > 0 && (
        <ul aria-label="Given numbers" className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {leaves.map(node => (
            <li key={node.name} className="flex max-w-full items-center gap-2">
              <MathFormula mathml={node.mathml} />
              <span className="text-ink-2">=</span>
              <Values node={node} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Values({ node }: { node: PublicNode }) {
  const shape = node.shape ?? []
  if (sizeOf(shape) <= shownAtOnce) return <Matrix node={node} />
  return (
    <details className="min-w-0">
      <summary className="text-ink-2 underline decoration-dotted underline-offset-4">
        {shape.join(' × ')} numbers
      </summary>
      <div className="mt-2 max-h-80 max-w-full overflow-auto">
        <Matrix node={node} />
      </div>
    </details>
  )
}

/** Entries line up on the decimal point: figures are of one width, and what is missing after the point is left free. */
function Matrix({ node }: { node: PublicNode }) {
  const values = (node.values ?? []).map(value => value.replaceAll('-', '−'))
  const shape = node.shape ?? []
  if (shape.length === 0) return <span className="tabular-nums">{entry(node, values[0] ?? '')}</span>
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
                  {entry(node, value)}
                </span>
              )
            })}
          </span>
        </span>
      ))}
    </span>
  )
}

/** A number as it is, a symbol as a letter with its indices. */
function entry({ symbolic }: PublicNode, value: string): ReactNode {
  return symbolic ? <MathFormula mathml={math(nameMathml(value))} /> : value
}

/** Characters from the decimal point on; the point itself is narrower than a figure. */
function places(value: string): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - point
}
