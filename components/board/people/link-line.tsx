import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { BoardView } from '@/lib/client/board-view'

/** Shorter losses of connection are not shown, because they are over before anybody has read the line. */
const shownAfter = 2000

/** Says that the board shows an earlier state. */
export function LinkLine({ view }: { view: BoardView }) {
  const lost = view.phase === 'open' && !view.connected && !view.outdated
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!lost) return
    const timer = setTimeout(() => setLate(true), shownAfter)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div role="status">
      {lost && late && (
        <p
          data-testid="link-lost"
          className="flex items-center justify-center gap-2 bg-wrong-ground px-4 py-1.5 text-[0.9rem] font-medium text-wrong"
        >
          <Icon name="alert" size={14} />
          The connection to the server is lost. The board stands still and goes on by itself; no answer is
          lost.
        </p>
      )}
    </div>
  )
}
