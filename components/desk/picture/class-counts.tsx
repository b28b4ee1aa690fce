import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { ClassStanding } from '@/lib/protocol/projector'
import { counted } from './class-words'
import type { DrawnBox } from './drawing'

/** Height in em below which a box on the wall has one row of counts, so that they are as large as others. */
const lowBox = 3.4

/** The size of a box's counts, in em of the picture: two in a row and two rows (or one), with what marks them. */
export function countSize(
  { width, height }: DrawnBox,
  standing: ClassStanding | undefined,
  oneRow = false,
): number {
  const digits = String(standing?.of ?? 1).length
  const high = oneRow ? (height - 0.6) / 1.2 : (height - 0.5) / 2
  return Math.min(2.2, (width - 0.5) / (2 * (0.9 + 0.62 * digits)), high)
}

/**
 * Each state has its own corner, so that it can be found without its colour. On a wall, whose type is larger than the picture is
 * drawn for, the most frequent stand beside or below one another, and what has no room wraps out of sight: the bar has the rest.
 */
export function Counts({ standing, box, wall }: { standing: ClassStanding; box: DrawnBox; wall: boolean }) {
  const oneRow = wall && box.height < lowBox
  const counts = counted(standing)
  const most = counts
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, oneRow ? 2 : 3)
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-0 place-items-center pb-[0.25em] font-semibold text-ink tabular-nums ${
        wall
          ? `flex flex-wrap justify-evenly overflow-hidden ${oneRow ? '' : 'content-evenly'}`
          : 'grid grid-cols-2 grid-rows-2'
      }`}
      style={{ fontSize: `max(${countSize(box, standing, oneRow)}em, var(--least-type))` }}
    >
      {(wall ? most : counts).map(([state, count]) => (
        <span key={state} className={`flex items-center gap-[0.12em] leading-none ${oneRow ? 'h-full' : ''}`}>
          {count > 0 && (
            <>
              <span
                className={`grid size-[0.75em] place-items-center [&_svg]:size-full ${stateLooks[state].ink}`}
              >
                <Icon name={stateLooks[state].icon} />
              </span>
              {count}
            </>
          )}
        </span>
      ))}
    </span>
  )
}

const bars = {
  right: 'bg-right-ink',
  follows: 'bg-follows',
  wrong: 'bg-wrong',
  working: 'bg-working',
  revealed: 'bg-revealed',
} as const

/** The shares of the class at a step, as a bar along the bottom of its box. */
export function Shares({ standing }: { standing: ClassStanding }) {
  if (standing.of === 0) return null
  return (
    <span aria-hidden="true" className="absolute inset-x-0 bottom-0 flex h-[0.3em] bg-line">
      {(['right', 'follows', 'revealed', 'wrong', 'working'] as const).map(state => (
        <span
          key={state}
          className={bars[state]}
          style={{ width: `${(100 * standing[state]) / standing.of}%` }}
        />
      ))}
    </span>
  )
}
