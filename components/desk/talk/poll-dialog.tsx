'use client'

import { useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { Typed } from '@/components/ui/typed'
import { VoteBar } from '@/components/ui/vote-bar'
import type { DeskSession } from '@/lib/client/desk-session'
import type { DeskView } from '@/lib/client/desk-view'
import type { Vocabulary } from '@/lib/exact/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { DeskPoll } from '@/lib/protocol/poll'
import { AnswerMatrix } from '../cells/answer-matrix'
import { vocabularyIn } from '../cells/vocabulary'
import { StepName, stepIn } from '../notices/pace-told'

interface PollDialogProps {
  session: DeskSession | null
  view: DeskView
  poll: DeskPoll | null
  open: boolean
  onClose: () => void
}

/** The teacher's question about answers to one step: to be voted on, or with the class's votes. */
export function PollDialog({ session, view, poll, open, onClose }: PollDialogProps) {
  const step = poll && stepIn(view, poll.on)
  const exercise = view.desk?.exercises.find(({ version }) => version === poll?.on.version)
  const vocabulary = useMemo(() => vocabularyIn({ nodes: exercise?.nodes ?? [] }), [exercise?.nodes])
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={poll?.open ? 'A question to the class' : 'What the class answered'}
      wide
    >
      {poll && step && (
        <div data-testid="poll">
          <p className="text-lg break-words whitespace-pre-line">
            <Typed text={poll.question} />
          </p>
          <p className="mt-1 mb-4 text-[0.95rem] text-ink-2">
            Answers to <StepName step={step} />
          </p>
          {poll.open ? (
            <Ballot key={poll.id} session={session} poll={poll} step={step} vocabulary={vocabulary} />
          ) : (
            <Votes poll={poll} step={step} vocabulary={vocabulary} />
          )}
        </div>
      )}
    </Dialog>
  )
}

interface PartProps {
  poll: DeskPoll
  step: PublicStep
  vocabulary: Vocabulary
}

function Ballot({ session, poll, step, vocabulary }: PartProps & { session: DeskSession | null }) {
  const name = useId()
  const [choice, setChoice] = useState(poll.mine)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const stands = choice !== null && choice === poll.mine
  return (
    <form
      noValidate
      onSubmit={async event => {
        event.preventDefault()
        if (choice === null || busy || !session) return
        setBusy(true)
        setRefused(await session.vote(poll.id, choice))
        setBusy(false)
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{poll.question}</legend>
        {[...poll.options, null].map((option, place) => (
          <label
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={place}
            data-testid="poll-option"
            className={`flex min-h-12 cursor-pointer items-center gap-3.5 rounded-box border px-4 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-focus ${
              choice === place ? 'border-ink bg-chalk-ground' : 'border-line-2'
            }`}
          >
            <input
              type="radio"
              name={name}
              checked={choice === place}
              onChange={() => setChoice(place)}
              className="size-4.5 shrink-0 accent-[var(--right)]"
            />
            {option ? (
              <>
                <span className="font-semibold text-ink-2">{letter(place)}</span>
                <AnswerMatrix step={step} cells={option.cells} vocabulary={vocabulary} />
              </>
            ) : (
              <span>None of these</span>
            )}
          </label>
        ))}
      </fieldset>
      {refused && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={refused} />
          </Notice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" kind="act" busy={busy} disabled={choice === null || stands} data-testid="vote">
          {poll.mine === null ? 'Vote' : 'Change my vote'}
        </Button>
        <p role="status" className="text-[0.95rem] text-ink-2">
          {poll.mine === null
            ? 'Votes are counted without names.'
            : 'Your vote is in. You can change it until the question is closed.'}
        </p>
      </div>
    </form>
  )
}

function Votes({ poll, step, vocabulary }: PartProps) {
  const counts = poll.counts ?? []
  const all = counts.reduce((sum, count) => sum + count, 0)
  return (
    <>
      <ul className="grid gap-2">
        {[...poll.options, null].map((option, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={place}
            data-testid="poll-result"
            className="grid gap-x-5 gap-y-2 rounded-box border border-line-2 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] sm:items-center"
          >
            <div className="flex min-w-0 items-center gap-3.5">
              {option ? (
                <>
                  <span className="font-semibold text-ink-2">{letter(place)}</span>
                  <AnswerMatrix step={step} cells={option.cells} vocabulary={vocabulary} />
                </>
              ) : (
                <span>None of these</span>
              )}
              {poll.mine === place && <span className="ml-auto text-sm text-ink-2">your vote</span>}
            </div>
            <VoteBar count={counts[place] ?? 0} of={all} mine={poll.mine === place} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-[0.95rem] text-ink-2">{all === 1 ? '1 vote' : `${all} votes`} in all</p>
    </>
  )
}

function letter(place: number): string {
  return String.fromCharCode(65 + place)
}
