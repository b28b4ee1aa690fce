'use client'

import { useMemo } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Typed } from '@/components/ui/typed'
import type { DeskSession } from '@/lib/client/desk-session'
import type { DeskView } from '@/lib/client/desk-view'
import { type DeskPoll, takesVotes } from '@/lib/protocol/poll'
import { vocabularyIn } from '../cells/vocabulary'
import { StepName, stepIn } from '../notices/pace-told'
import { PollBallot } from './poll-ballot'
import { PollVotes } from './poll-votes'
import { pollTitle } from './poll-words'

interface PollDialogProps {
  session: DeskSession | null
  view: DeskView
  poll: DeskPoll | null
  open: boolean
  onClose: () => void
}

/** The teacher's question about answers to one step: to be voted on, talked about, or with the class's votes. */
export function PollDialog({ session, view, poll, open, onClose }: PollDialogProps) {
  const step = poll && stepIn(view, poll.on)
  const exercise = view.desk?.exercises.find(({ version }) => version === poll?.on.version)
  const vocabulary = useMemo(() => vocabularyIn({ nodes: exercise?.nodes ?? [] }), [exercise?.nodes])
  return (
    <Dialog open={open} onClose={onClose} title={pollTitle(poll?.phase ?? 'vote')} wide>
      {poll && step && (
        <div data-testid="poll" data-phase={poll.phase}>
          <p className="text-lg break-words whitespace-pre-line">
            <Typed text={poll.question} />
          </p>
          <p className="mt-1 mb-4 text-[0.95rem] text-ink-2">
            Answers to <StepName step={step} />
          </p>
          {takesVotes(poll.phase) ? (
            <PollBallot
              key={`${poll.id} ${poll.phase}`}
              session={session}
              poll={poll}
              step={step}
              vocabulary={vocabulary}
            />
          ) : (
            <PollVotes poll={poll} step={step} vocabulary={vocabulary} />
          )}
        </div>
      )}
    </Dialog>
  )
}
