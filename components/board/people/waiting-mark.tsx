import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import type { BoardState } from '@/lib/client/board-state'

/** Who waits at the door, or that it is locked; opens the panel of people. */
export function WaitingMark({ door, onPress }: { door: BoardState['door']; onPress: () => void }) {
  const { waitingInAll: waiting, locked } = door
  return (
    <>
      {waiting > 0 && (
        <button
          type="button"
          data-testid="waiting-mark"
          aria-haspopup="dialog"
          onClick={onPress}
          className="inline-flex min-h-[26px] items-center gap-1.5 rounded-full border border-chalk bg-chalk-ground px-2.5 text-[0.8rem] font-semibold whitespace-nowrap text-chalk-ink tabular-nums"
        >
          <Icon name="person" size={14} />
          {waiting} waiting
        </button>
      )}
      {locked && waiting === 0 && <Pill tone="working">locked</Pill>}
      <span role="status" className="sr-only">
        {waiting === 0
          ? ''
          : waiting === 1
            ? 'One student is waiting to be let in.'
            : `${waiting} students are waiting.`}
      </span>
    </>
  )
}
