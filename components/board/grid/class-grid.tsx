'use client'

import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { stepMarks } from '../pacing/release'
import { beginsFamily, ColumnHead } from './column-head'
import { GridFoot } from './grid-foot'
import { moveBy, nameColumn, rowHeightFor, rowsInSight } from './grid-moves'
import { GridRow, needProps } from './grid-row'
import { HeadButton } from './head-button'
import { OrderChoice } from './order-choice'
import { needOf, type Order, type Standing, sortStandings } from './standing'
import { useHeldOrder } from './use-held'
import { useScroller } from './use-scroller'
import type { Counts } from './whereabouts'

export interface Chosen {
  readonly student: string
  readonly step: string
}

interface ClassGridProps {
  exercise: BoardExercise
  standings: readonly Standing[]
  order: Order
  /** Changes the order; where it is left out, the order is what it is. */
  onOrder?: (order: Order) => void
  chosen: Chosen | null
  onChoose: (chosen: Chosen) => void
  pacing: BoardPacing
  /** How the class stands with each step, for the heads; history has none. */
  counts?: ReadonlyMap<string, Counts>
  /** The head of a step's column was pressed. */
  onHead: (step: string) => void
  /** A student's name was pressed. */
  onStudent: (student: string) => void
}

/** Used in place of a step where the focus is on a name. */
const noStep = ''

const plainHead = 46
const countedHead = 66
const footHeight = 28

/**
 * Students by steps. Behaves as the ARIA grid: one cell is Tab's, the arrows lead from cell to cell, Enter or a click shows
 * what was typed there. While attempts are shown, they follow the arrows.
 */
export function ClassGrid(props: ClassGridProps) {
  const { exercise, standings, order, onOrder, chosen, onChoose, pacing, counts, onHead, onStudent } = props
  const headHeight = counts ? countedHead : plainHead
  const { steps } = exercise
  const byId = useMemo(() => new Map(standings.map(one => [one.student.id, one])), [standings])
  const wanted = useMemo(
    () => sortStandings(standings, order).map(({ student }) => student.id),
    [standings, order],
  )
  const [rows, touch] = useHeldOrder(wanted, `${order} ${exercise.version}`)
  const [stop, setStop] = useState<Chosen | null>(null)
  const { box, top, height, scrollTo } = useScroller()
  const rowHeight = rowHeightFor(rows.length, height - headHeight - footHeight - 2)
  const inSight = rowsInSight(rows.length, rowHeight, top, height)
  const takeFocus = useRef(false)

  const stopRow = stop ? rows.indexOf(stop.student) : -1
  const stopColumn =
    stop?.step === noStep
      ? nameColumn
      : Math.max(
          0,
          steps.findIndex(step => step.id === stop?.step),
        )
  // Tab comes to the first cell in sight where the cell of the last focus is gone or out of sight.
  const tabRow = stopRow >= inSight.start && stopRow < inSight.end ? stopRow : inSight.start

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change places take the focus away
  useLayoutEffect(() => {
    if (!takeFocus.current || !stop) return
    const row = box.current?.querySelector(`[data-row="${CSS.escape(stop.student)}"]`)
    const cell = row?.querySelector<HTMLElement>(`[data-column="${stopColumn}"]`)
    if (!cell || cell === document.activeElement) return
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [stop, stopColumn, rows, inSight.start, inSight.end])

  function go(row: number, column: number): Chosen | null {
    const student = rows[row]
    const step = column === nameColumn ? noStep : steps[column]?.id
    if (student === undefined || step === undefined) return null
    takeFocus.current = true
    setStop({ student, step })
    return { student, step }
  }

  function press(event: KeyboardEvent): void {
    const at = placeAt(event.target)
    if (!at || event.altKey || event.shiftKey) return
    touch()
    const from = { row: rows.indexOf(at.student), column: at.column }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(at)
      return
    }
    const page = Math.max(1, Math.floor((height - headHeight - footHeight) / rowHeight) - 1)
    const ctrl = event.ctrlKey || event.metaKey
    const to = moveBy(event.key, ctrl, from, rows.length, steps.length, page)
    if (!to) return
    event.preventDefault()
    scrollTo(to.row * rowHeight, rowHeight, headHeight, footHeight)
    const place = go(to.row, to.column)
    if (chosen && place && place.step !== noStep) onChoose(place)
  }

  function open({ student, step }: Chosen): void {
    if (step === noStep) onStudent(student)
    else onChoose({ student, step })
  }

  function click(event: MouseEvent): void {
    const at = placeAt(event.target)
    if (!at) return
    touch()
    go(rows.indexOf(at.student), at.column)
    open(at)
  }

  const drawn = rows.slice(inSight.start, inSight.end)
  const beforeDrawn = inSight.start * rowHeight
  const afterDrawn = (rows.length - inSight.end) * rowHeight
  const sticky = 'sticky z-20 bg-sheet p-0 font-normal'
  return (
    <div
      ref={box}
      // Words for screen readers lie inside of what scrolls, and do not widen the page.
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain pr-3"
      // The grid's own keys scroll it, so the scroller is not in the tab order.
      tabIndex={-1}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's grid, made of a table
        role="grid"
        aria-label={`${exercise.title}: students by steps`}
        aria-rowcount={rows.length + 2}
        data-testid="board"
        onKeyDown={press}
        onClick={click}
        onPointerMove={touch}
        onBlur={event => {
          // A cell that moves with its row loses the focus to nothing. Focus that goes to another element was moved
          // by a person.
          if (event.relatedTarget) takeFocus.current = false
        }}
        className="table-fixed border-separate border-spacing-0 [--name:14rem] 2xl:[--name:17rem] max-sm:[--name:8.5rem]"
        style={{
          width: '100%',
          minWidth: `calc(var(--name) + ${steps.length * 2.75}rem)`,
        }}
      >
        <colgroup>
          <col style={{ width: 'var(--name)' }} />
          {steps.map(step => (
            <col key={step.id} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: headHeight }}>
            <th
              scope="col"
              className={`${sticky} top-0 left-0 z-30 pl-4 text-left text-sm text-ink-2 max-sm:pl-2.5`}
            >
              <span className="block tabular-nums">
                {rows.length === 1 ? '1 student' : `${rows.length} students`}
              </span>
              {onOrder && <OrderChoice order={order} onOrder={onOrder} />}
            </th>
            {steps.map((step, column) => (
              <th
                key={step.id}
                scope="col"
                title={step.title}
                className={`${sticky} top-0 text-base text-ink-2`}
                // The name of a family reaches over the heads that follow.
                style={{ height: headHeight, zIndex: beginsFamily(step, steps[column - 1]) ? 21 : undefined }}
              >
                <HeadButton
                  marks={stepMarks(pacing, exercise, step.id)}
                  counts={counts?.get(step.id)}
                  title={step.title}
                  step={step.id}
                  onPress={() => onHead(step.id)}
                >
                  <ColumnHead step={step} before={steps[column - 1]} />
                </HeadButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {beforeDrawn > 0 && <tr style={{ height: beforeDrawn }} />}
          {drawn.map((id, place) => {
            const standing = byId.get(id)
            if (!standing) return null
            const row = inSight.start + place
            return (
              <GridRow
                key={id}
                student={standing.student}
                cells={standing.cells}
                exercise={exercise}
                row={row + 2}
                height={rowHeight}
                {...needProps(needOf(standing))}
                tabStop={row === tabRow ? (tabRow === stopRow ? stopColumn : 0) : null}
                chosen={chosen?.student === id ? steps.findIndex(step => step.id === chosen.step) : null}
              />
            )
          })}
          {afterDrawn > 0 && <tr style={{ height: afterDrawn }} />}
        </tbody>
        <GridFoot exercise={exercise} standings={standings} row={rows.length + 2} height={footHeight} />
      </table>
    </div>
  )
}

/** The cell or the name at which an event happened. */
function placeAt(target: EventTarget): (Chosen & { column: number }) | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-id][data-column]') : null
  const { id, step = noStep, column } = place?.dataset ?? {}
  return id === undefined ? null : { student: id, step, column: Number(column) }
}
