import type { Drawing, DrawnArrow } from './drawing'
import type { Fill } from './fill'

interface ArrowsProps {
  drawing: Drawing
  fills: ReadonlyMap<string, Fill>
  lit?: (arrow: DrawnArrow) => boolean
}

const never = () => false

/** Arrows of the backward pass light up where the gradients at which they start are known; `lit` ones stand out from them. */
export function Arrows({ drawing, fills, lit = never }: ArrowsProps) {
  const known = (id: string) => ['given', 'right', 'follows'].includes(fills.get(id)?.look ?? '')
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-0 overflow-visible"
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      style={{ width: `${drawing.width}em`, height: `${drawing.height}em` }}
    >
      {drawing.arrows.map(arrow => {
        const stroke = arrow.pass === 'backward' && known(arrow.from) ? 'var(--arrow-back)' : 'var(--line-2)'
        const [tipX, tipY] = arrow.points.at(-1) ?? [0, 0]
        const [fromX] = arrow.points.at(-2) ?? [0, 0]
        const back = tipX > fromX ? -1 : 1
        return (
          <g
            key={`${arrow.from} ${arrow.to}`}
            fill="none"
            stroke={lit(arrow) ? 'var(--arrow-back)' : stroke}
            strokeWidth={lit(arrow) ? 0.26 : 0.13}
          >
            <path d={curve(arrow.points, back * 0.5)} />
            <path
              d={`M${tipX} ${tipY}l${back * 0.85} -0.45v0.9z`}
              fill={lit(arrow) ? 'var(--arrow-back)' : stroke}
              stroke="none"
            />
          </g>
        )
      })}
    </svg>
  )
}

/** Level at every point, so that an arrow leaves and enters a box at a right angle. */
function curve(points: readonly (readonly [number, number])[], short: number): string {
  const [start, ...rest] = points
  if (!start) return ''
  let [x, y] = start
  let path = `M${x} ${y}`
  rest.forEach(([toX, toY], place) => {
    const endX = place === rest.length - 1 ? toX + short : toX
    const half = (endX - x) / 2
    path += toY === y ? `L${endX} ${toY}` : `C${x + half} ${y} ${endX - half} ${toY} ${endX} ${toY}`
    x = endX
    y = toY
  })
  return path
}
