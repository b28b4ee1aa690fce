import { Button } from '@/components/ui/button'
import type { BoardState } from '@/lib/client/board-state'

interface PeopleButtonProps {
  board: BoardState | null
  disabled: boolean
  onPress: () => void
}

/** Opens the panel of people; framed in chalk while somebody waits at the door. */
export function PeopleButton({ board, disabled, onPress }: PeopleButtonProps) {
  const waiting = board?.door.waitingInAll ?? 0
  return (
    <>
      <Button
        size="small"
        disabled={disabled}
        data-testid="open-people"
        className={waiting > 0 ? 'border-chalk! bg-chalk-ground! text-chalk-ink!' : ''}
        onClick={onPress}
      >
        People
        {waiting > 0 && <span className="tabular-nums">{waiting} waiting</span>}
        {board?.door.locked && waiting === 0 && <span className="font-normal text-ink-2">locked</span>}
      </Button>
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
