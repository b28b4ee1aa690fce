import type { BoardExercise } from '@/lib/protocol/board'
import { type Standing, shareRight } from './standing'

interface GridFootProps {
  exercise: BoardExercise
  standings: readonly Standing[]
  /** Which row of the table it is, counted from 1. */
  row: number
  /** In CSS pixels. */
  height: number
}

const sticky = 'sticky bottom-0 border-t border-line-2 bg-sheet p-0 font-normal'

/** How much of the class is right, under each step. */
export function GridFoot({ exercise, standings, row, height }: GridFootProps) {
  return (
    <tfoot>
      <tr aria-rowindex={row} className="text-[0.82rem] tabular-nums" style={{ height }}>
        <th scope="row" className={`${sticky} left-0 z-30 pl-4 text-left`}>
          <span className="font-semibold">right</span>
        </th>
        {exercise.steps.map(step => {
          const share = shareRight(standings, { version: exercise.version, step: step.id })
          return (
            <td key={step.id} className={`${sticky} z-20 text-center`}>
              {share === null ? '' : `${share}%`}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
