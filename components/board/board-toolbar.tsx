import type { ReactNode } from 'react'
import type { BoardExercise } from '@/lib/protocol/board'
import type { Order } from './grid/standing'

interface BoardToolbarProps {
  exercises: readonly BoardExercise[]
  version: string
  onVersion: (version: string) => void
  order: Order
  onOrder: (order: Order) => void
  /** Further settings of how the class is shown. */
  children?: ReactNode
}

const orders: readonly (readonly [Order, string])[] = [
  ['needs', 'Needs me'],
  ['stuck', 'Stuck'],
  ['idle', 'Idle'],
  ['name', 'Name'],
  ['progress', 'Progress'],
]

export function BoardToolbar({ exercises, version, onVersion, order, onOrder, children }: BoardToolbarProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1.5 px-4 pt-2.5 pb-1">
      {exercises.length === 1 ? (
        <h2 className="min-w-0 truncate text-[1.05rem] font-semibold">{exercises[0]?.title}</h2>
      ) : (
        <nav aria-label="Exercises" className="-mx-1.5 flex min-w-0 gap-1 overflow-x-auto px-1.5 py-0.5">
          {exercises.map(exercise => {
            const current = exercise.version === version
            return (
              <button
                key={exercise.version}
                type="button"
                aria-current={current ? 'page' : undefined}
                onClick={() => onVersion(exercise.version)}
                className={`min-h-9 max-w-72 shrink-0 truncate rounded-cell px-3 text-[0.95rem] ${
                  current
                    ? 'bg-working-ground font-semibold'
                    : 'text-ink-2 hover:bg-working-ground hover:text-ink'
                }`}
              >
                {exercise.title}
              </button>
            )
          })}
        </nav>
      )}
      {children}
      <fieldset className="flex rounded-box border border-line-2 p-px">
        <legend className="sr-only">Order of the students</legend>
        {orders.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-pressed={order === value}
            onClick={() => onOrder(value)}
            className={`min-h-8 rounded-[8px] px-3 text-sm whitespace-nowrap max-sm:px-1.5 ${
              order === value ? 'bg-working-ground font-semibold' : 'text-ink-2 hover:text-ink'
            }`}
          >
            {label}
            {value === 'needs' && <span className="max-sm:hidden"> first</span>}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
