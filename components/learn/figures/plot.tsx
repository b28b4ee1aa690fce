import type { ReactNode } from 'react'
import type { FigurePoint } from '@/lib/protocol/figure'

export interface PlotFrame {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

interface PlotProps {
  frame: PlotFrame
  lines: readonly {
    readonly key: string
    readonly points: readonly FigurePoint[]
    readonly look: 'curve' | 'tangent' | 'gap'
  }[]
  dots: readonly { readonly key: string; readonly at: FigurePoint; readonly look: 'curve' | 'tangent' }[]
  /** Words beside a place; they stand over the lines. */
  labels: readonly {
    readonly key: string
    readonly at: FigurePoint
    readonly says: ReactNode
    readonly beside: 'left' | 'right'
    /** Whether they keep within the left half, in several lines. */
    readonly half?: boolean
  }[]
}

const strokes = { curve: 'var(--ink)', tangent: 'var(--follows)', gap: 'var(--wrong)' }
const grounds = { curve: 'bg-ink', tangent: 'bg-follows' }

/** Curves over two axes through 0. It only draws: its numbers stand beside it as text. What leaves the frame is cut off. */
export function Plot({ frame, lines, dots, labels }: PlotProps) {
  const { left, right, bottom, top } = frame
  const x = (value: number) => ((value - left) / (right - left)) * 100
  const y = (value: number) => ((top - value) / (top - bottom)) * 100
  const inside = ([px, py]: FigurePoint) => px >= left && px <= right && py >= bottom && py <= top
  const line = (points: readonly FigurePoint[]) => points.map(([px, py]) => `${x(px)},${y(py)}`).join(' ')
  const place = ([px, py]: FigurePoint) => ({ left: `${x(px)}%`, top: `${y(py)}%` })
  return (
    <div aria-hidden="true" className="relative h-64 overflow-hidden max-sm:h-52">
      <svg
        className="absolute inset-0 size-full"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        fill="none"
        aria-hidden="true"
      >
        <g stroke="var(--line-2)" strokeWidth="1">
          <line x1="0" x2="100" y1={y(0)} y2={y(0)} vectorEffect="non-scaling-stroke" />
          <line x1={x(0)} x2={x(0)} y1="0" y2="100" vectorEffect="non-scaling-stroke" />
        </g>
        {lines.map(({ key, points, look }) => (
          <polyline
            key={key}
            points={line(points)}
            stroke={strokes[look]}
            strokeWidth={look === 'curve' ? 2.5 : 2}
            strokeDasharray={look === 'curve' ? undefined : '6 4'}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {labels.map(({ key, at, says, beside, half = false }) => (
        <span
          key={key}
          className={`absolute -translate-y-1/2 px-4 text-[0.9rem] leading-tight text-ink-2 ${half ? 'w-1/2' : 'whitespace-nowrap'} ${beside === 'left' ? '-translate-x-full' : ''}`}
          style={place(at)}
        >
          <span className="bg-sheet">{says}</span>
        </span>
      ))}
      {dots
        .filter(({ at }) => inside(at))
        .map(({ key, at, look }) => (
          <span
            key={key}
            className={`absolute size-3.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-sheet ${grounds[look]}`}
            style={place(at)}
          />
        ))}
    </div>
  )
}
