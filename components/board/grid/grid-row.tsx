import { memo } from 'react'
import { Icon } from '@/components/ui/icon'
import { type StudentCells, stateAt } from '@/lib/client/board-state'
import type { BoardExercise, BoardStudent } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'
import { CellShape, cellColours, stateInWords } from './cell-look'
import { nameColumn } from './grid-moves'
import type { Need } from './standing'

type NeedKind = NonNullable<Need>['kind']

interface GridRowProps {
  student: BoardStudent
  cells: StudentCells
  exercise: BoardExercise
  /** Place in the whole grid, counted from 1; the head is row 1. */
  row: number
  height: number
  needKind: NeedKind | null
  needCount: number
  /** The column that Tab comes to, if it is in this row; `nameColumn` for the name. */
  tabStop: number | null
  /** The column whose attempts are shown, if it is in this row. */
  chosen: number | null
}

/** One student. Drawn again only when something in it changed: a class of 500 has 6,000 cells. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { student, cells, exercise, row, height, tabStop, chosen } = props
  const { presence } = student
  const tint =
    props.needKind === 'stuck' ? 'bg-wrong-ground/45' : props.needKind === 'hand' ? 'bg-chalk-ground/60' : ''
  return (
    <tr aria-rowindex={row} data-row={student.id} style={{ height }}>
      <th scope="row" className="sticky left-0 z-10 border-t border-line bg-sheet p-0 text-left font-normal">
        <span
          className={`flex items-center gap-2 pr-2 pl-4 max-sm:pl-2.5 ${tint}`}
          style={{ height: height - 1 }}
        >
          <button
            type="button"
            data-testid="student-name"
            data-id={student.id}
            data-column={nameColumn}
            tabIndex={tabStop === nameColumn ? 0 : -1}
            title={`${student.name}: the whole desk`}
            className={`min-w-0 truncate text-left leading-tight underline-offset-3 hover:underline ${presence === 'here' ? 'font-semibold' : 'text-ink-2'}`}
          >
            {student.name}
          </button>
          <span className="ml-auto flex shrink-0 gap-1">
            <Mark kind={props.needKind} count={props.needCount} />
            {presence !== 'here' && (
              <span className={`${markShape} bg-working-ground text-working`}>{presence}</span>
            )}
          </span>
        </span>
      </th>
      {exercise.steps.map((step, column) => {
        const cell = cells.get(stepKey(exercise.version, step.id))
        const state = stateAt(cells, { version: exercise.version, step: step.id })
        return (
          <td
            key={step.id}
            data-testid="board-cell"
            data-student={student.name}
            data-id={student.id}
            data-step={step.id}
            data-column={column}
            data-state={state}
            data-attempts={cell?.attempts ?? 0}
            tabIndex={tabStop === column ? 0 : -1}
            aria-current={chosen === column || undefined}
            aria-label={`${student.name}, ${step.title}: ${stateInWords(state, cell)}`}
            className="group cursor-pointer scroll-ml-60 border-t border-line px-0.5 py-px outline-none"
          >
            <span
              className={`flex items-center justify-center gap-0.5 rounded-[6px] group-hover:brightness-95 group-focus-visible:outline-2 group-focus-visible:outline-focus ${cellColours(state)} ${
                chosen === column ? 'ring-2 ring-ink ring-inset' : ''
              }`}
              style={{ height: height - 3 }}
            >
              <CellShape state={state} cell={cell} />
            </span>
          </td>
        )
      })}
    </tr>
  )
})

const markShape = 'shrink-0 rounded-full px-2 text-[0.72rem] font-semibold leading-[1.15rem]'

function Mark({ kind, count }: { kind: NeedKind | null; count: number }) {
  if (kind === 'hand') {
    return (
      <span className={`${markShape} flex items-center gap-1 bg-chalk-ground text-chalk-ink`}>
        <Icon name="hand" size={11} />
        <span className="max-sm:sr-only">hand up</span>
      </span>
    )
  }
  if (kind === 'stuck') {
    return (
      <span className={`${markShape} flex items-center gap-1 bg-wrong-ground text-wrong`}>
        <Icon name="alert" size={11} />
        <span className="max-sm:sr-only">stuck</span>
        <span className="sr-only">after {count} tries</span>
      </span>
    )
  }
  if (kind === 'idle') {
    return (
      <span className={`${markShape} bg-chalk-ground text-chalk-ink tabular-nums`}>
        <span className="max-sm:sr-only">idle </span>
        {count < 60 ? `${count} min` : `${Math.floor(count / 60)} h`}
      </span>
    )
  }
  return null
}

export function needProps(need: Need): Pick<GridRowProps, 'needKind' | 'needCount'> {
  if (!need) return { needKind: null, needCount: 0 }
  return {
    needKind: need.kind,
    needCount: need.kind === 'stuck' ? need.tries : need.kind === 'idle' ? need.minutes : 0,
  }
}
