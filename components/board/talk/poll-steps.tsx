import { Button } from '@/components/ui/button'
import type { PollPhase } from '@/lib/protocol/poll'

interface PollStepsProps {
  phase: PollPhase
  off: boolean
  onTurn: (to: PollPhase) => void
}

type Way = readonly [to: PollPhase, word: string]

/** What can come next, the usual way first: vote, talk, vote again, the votes, the right one. */
const ways: Record<PollPhase, readonly Way[]> = {
  vote: [
    ['discuss', 'End the vote, let them talk'],
    ['shown', 'End it and show the votes'],
    ['closed', 'Close without showing'],
  ],
  discuss: [
    ['again', 'Vote again'],
    ['shown', 'Show the votes'],
    ['closed', 'Close without showing'],
  ],
  again: [
    ['shown', 'End it and show before and after'],
    ['closed', 'Close without showing'],
  ],
  closed: [['shown', 'Show the votes to the class']],
  shown: [
    ['right', 'Show which is right'],
    ['closed', 'Take the votes off the desks'],
  ],
  right: [
    ['shown', 'Hide which is right'],
    ['closed', 'Take it off the desks'],
  ],
}

/** Leads the class through a poll. */
export function PollSteps({ phase, off, onTurn }: PollStepsProps) {
  return ways[phase].map(([to, word], place) => (
    <Button
      key={to}
      data-testid={`poll-to-${to}`}
      kind={place === 0 && phase !== 'right' ? 'act' : 'plain'}
      disabled={off}
      onClick={() => onTurn(to)}
    >
      {word}
    </Button>
  ))
}
