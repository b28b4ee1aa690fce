'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { DeskSession } from '@/lib/client/desk-session'
import { AnswerMatrix } from '../cells/answer-matrix'
import type { PollPartProps } from './poll-votes'
import { optionLetter, voteOfNow } from './poll-words'

/** The answers to choose from. In a second vote the first choice is chosen already, to be kept or changed. */
export function PollBallot({
  session,
  poll,
  step,
  vocabulary,
}: PollPartProps & { session: DeskSession | null }) {
  const name = useId()
  const given = voteOfNow(poll)
  const [choice, setChoice] = useState(given ?? poll.mine.first)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const stands = choice !== null && choice === given
  return (
    <form
      noValidate
      onSubmit={async event => {
        event.preventDefault()
        if (choice === null || busy || !session) return
        setBusy(true)
        setRefused(await session.vote({ poll: poll.id, choice, again: poll.phase === 'again' }))
        setBusy(false)
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{poll.question}</legend>
        {[...poll.options, null].map((option, place) => (
          <label
            key={optionLetter(place)}
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
                <span className="font-semibold text-ink-2">{optionLetter(place)}</span>
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
          {given === null ? 'Vote' : 'Change my vote'}
        </Button>
        <p role="status" className="text-[0.95rem] text-ink-2">
          {given === null
            ? poll.phase === 'again'
              ? 'Keep your answer or change it: the second vote counts by itself.'
              : 'Votes are counted without names.'
            : 'Your vote is in. You can change it until the vote ends.'}
        </p>
      </div>
    </form>
  )
}
