import type { Order } from './standing'

const orders: readonly (readonly [Order, string])[] = [
  ['needs', 'Needs me first'],
  ['stuck', 'Stuck first'],
  ['idle', 'Idle first'],
  ['name', 'By name'],
  ['progress', 'By progress'],
]

/** In which order the students stand: over their names. */
export function OrderChoice({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  return (
    <select
      aria-label="Order of the students"
      data-testid="order"
      value={order}
      onChange={event => {
        const chosen = orders.find(([value]) => value === event.target.value)
        if (chosen) onOrder(chosen[0])
      }}
      className="-ml-1 min-h-7 max-w-full rounded-cell bg-sheet text-sm text-ink hover:bg-working-ground"
    >
      {orders.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
