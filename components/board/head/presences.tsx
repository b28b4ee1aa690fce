import { Pill } from '@/components/ui/pill'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'

/** How many are here, look elsewhere, and have closed their pages. */
export function Presences({ board }: { board: BoardState | null }) {
  const count = (asked: BoardStudent['presence']) => {
    let number = 0
    for (const { presence } of board?.students.values() ?? []) if (presence === asked) number += 1
    return number
  }
  const [here, away, gone] = [count('here'), count('away'), count('gone')]
  return (
    <>
      <Pill tone="right" icon="dot">
        {here} here
      </Pill>
      {away > 0 && <Pill tone="working">{away} away</Pill>}
      {gone > 0 && <Pill tone="working">{gone} gone</Pill>}
    </>
  )
}
