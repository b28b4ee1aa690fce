import { Fitted } from '@/components/ui/fitted'
import { Icon, type IconName } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import type { ShownLine } from '@/lib/protocol/learn-order'
import { filledIn } from './words'

interface LineAct {
  icon: IconName
  /** By which the focus finds it again after it has moved. */
  focus: string
  /** With `{line}` in it. */
  says: string
  /** It does nothing now, and keeps the focus. */
  off: boolean
  act: () => void
}

interface OrderLineRowProps {
  line: ShownLine | undefined
  /** Its place in the solution, from 1. */
  nth?: number
  /** It is the first line that does not follow. */
  faulty?: boolean
  dragged: boolean
  onDrag: (begun: boolean) => void
  onOver?: () => void
  acts: readonly LineAct[]
}

/** A line with the buttons that move it. */
export function OrderLineRow({
  line,
  nth,
  faulty = false,
  dragged,
  onDrag,
  onOver,
  acts,
}: OrderLineRowProps) {
  if (line === undefined) return null
  return (
    <li
      draggable
      data-line={line.text}
      onDragStart={event => {
        onDrag(true)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={event => {
        if (onOver === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onOver()
      }}
      className={`flex flex-wrap items-center gap-x-2 border-t border-line py-1 first:border-t-0 sm:flex-nowrap ${dragged ? 'opacity-50' : ''} ${faulty ? 'bg-wrong-ground' : ''}`}
    >
      {nth !== undefined && <span className="w-5 shrink-0 text-sm text-ink-2 tabular-nums">{nth}</span>}
      <span className="min-w-0 flex-1 py-1.5 max-sm:basis-4/5">
        <Fitted>
          <MathFormula mathml={line.mathml} />
        </Fitted>
      </span>
      <span className="ml-auto flex shrink-0">
        {acts.map(({ icon, focus, says, off, act }) => (
          <button
            key={icon}
            type="button"
            data-focus={focus}
            aria-label={filledIn(says, { line: line.text })}
            aria-disabled={off}
            onClick={() => off || act()}
            className="grid size-11 place-items-center rounded-cell text-ink-2 hover:bg-working-ground hover:text-ink aria-disabled:opacity-30"
          >
            <Icon name={icon} />
          </button>
        ))}
      </span>
    </li>
  )
}
