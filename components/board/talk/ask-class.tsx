'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { limits } from '@/lib/protocol/limits'
import type { WrongAnswer, WrongAnswers } from '@/lib/protocol/poll'
import type { StepAddress } from '@/lib/protocol/step-address'
import { useAsking } from '../closer/use-asking'
import { StepName } from '../grid/step-name'
import { inWords } from '../needs/shared-mistakes'
import { stepMarks } from '../pacing/release'
import { PollAnswer } from './poll-answer'

interface AskClassProps {
  session: BoardSession | null
  board: BoardState
  exercise: BoardExercise
  step: BoardExercise['steps'][number]
}

const usual = 'Which of these would you trust? Think of a reason, then vote.'
const pickedLeast = 2

/** Puts a poll together: which wrong answers, which question, whether the right one is among them. */
export function AskClass({ session, board, exercise, step }: AskClassProps) {
  const id = useId()
  const on = { version: exercise.version, step: step.id }
  const { offered, refused } = useWrongAnswers(session, on)
  const [picked, setPicked] = useState<readonly WrongAnswer[]>([])
  const [question, setQuestion] = useState(usual)
  const [right, setRight] = useState(false)
  const [onWall, setOnWall] = useState(true)
  const { run, busy, error } = useAsking()
  const { released, held } = stepMarks(board.pacing, exercise, step.id)

  if (refused !== null)
    return (
      <Notice tone="wrong">
        <Sentence text={refused} />
      </Notice>
    )
  if (offered === null) return <p className="animate-[appear_0.15s_0.3s_both] text-ink-2">Fetching…</p>
  if (!released) return <p>This step is not on the desks. Release it first, then ask about it.</p>
  if (offered.whyNot !== null) return <p>{offered.whyNot}</p>
  if (offered.answers.length < pickedLeast) {
    return (
      <p>
        There {offered.answers.length === 0 ? 'are no wrong answers' : 'is only one wrong answer'} to{' '}
        <StepName step={step} /> yet. Once there are two different ones, you can ask the class about them.
      </p>
    )
  }
  const full = picked.length >= limits.pollOptions
  return (
    <form
      noValidate
      data-testid="ask-class"
      onSubmit={event => {
        event.preventDefault()
        if (!session || picked.length < pickedLeast) return
        const answers = picked.map(({ cells }) => cells)
        void run(async () => {
          const opened = await session.ask('poll', { do: 'open', on, question, answers, right })
          return opened.ok && onWall ? session.ask('show', { scene: { what: 'poll' } }) : opened
        })
      }}
    >
      <fieldset>
        <legend className="mb-2 text-[0.95rem] text-ink-2">
          Wrong answers to <StepName step={step} />. Pick two to four; students see them without names, in
          another order.
        </legend>
        <ul className="max-h-[40dvh] divide-y divide-line overflow-y-auto rounded-box border border-line-2">
          {offered.answers.map(answer => {
            const on = picked.includes(answer)
            return (
              <li key={JSON.stringify(answer.cells)}>
                <label
                  data-testid="wrong-answer"
                  className={`flex items-center gap-x-4 gap-y-1 px-4 py-2.5 max-sm:flex-wrap has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus ${on ? 'bg-chalk-ground' : ''} ${full && !on ? 'opacity-60' : 'cursor-pointer'}`}
                >
                  <input
                    type="checkbox"
                    checked={on}
                    disabled={full && !on}
                    onChange={() =>
                      setPicked(on ? picked.filter(one => one !== answer) : [...picked, answer])
                    }
                    className="size-4.5 shrink-0 accent-[var(--right)]"
                  />
                  <span className="min-w-0 flex-1">
                    <PollAnswer step={step} cells={answer.cells} />
                  </span>
                  <span className="text-right text-sm text-ink-2 max-sm:w-full max-sm:pl-8.5 max-sm:text-left sm:shrink-0">
                    <span className="block tabular-nums">
                      {answer.students === 1 ? '1 student' : `${answer.students} students`}
                    </span>
                    {answer.mistakes.length > 0 && (
                      <span className="block font-medium text-wrong sm:max-w-64">
                        <Sentence text={inWords(answer.mistakes, board.mistakeWords)} />
                      </span>
                    )}
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
      </fieldset>
      <label className="mt-3 flex min-h-10 cursor-pointer items-center gap-3 text-[0.95rem]">
        <input
          type="checkbox"
          checked={right}
          onChange={event => setRight(event.target.checked)}
          className="size-4.5 accent-[var(--right)]"
        />
        Include the right answer
      </label>
      {right && (
        <p className="pl-7.5 text-sm text-ink-2">
          It stands among the others, written like them: nobody sees which it is until you show it.
        </p>
      )}
      <label className="flex min-h-10 cursor-pointer items-center gap-3 text-[0.95rem]">
        <input
          type="checkbox"
          checked={onWall}
          onChange={event => setOnWall(event.target.checked)}
          className="size-4.5 accent-[var(--right)]"
        />
        Put it on the projector too
      </label>
      {held && (
        <p className="mt-1 text-sm text-ink-2">
          Verdicts are held back at this step: students who find their own answer here may guess its verdict.
        </p>
      )}
      <label htmlFor={id} className="mt-3 mb-1.5 block text-sm font-medium text-ink-2">
        Question
      </label>
      <textarea
        id={id}
        rows={2}
        value={question}
        maxLength={limits.questionChars}
        onChange={event => setQuestion(event.target.value)}
        className="block w-full rounded-box border border-field-line bg-sheet px-3.5 py-2 text-ink"
      />
      {error && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          kind="act"
          busy={busy}
          disabled={session === null || picked.length < pickedLeast || question.trim() === ''}
          data-testid="open-poll"
        >
          Ask the class
        </Button>
        {picked.length < pickedLeast && <span className="text-sm text-ink-2">Two answers are needed.</span>}
      </p>
    </form>
  )
}

/** Asked for only once, so that the answers do not change while the teacher picks. */
function useWrongAnswers(session: BoardSession | null, { version, step }: StepAddress) {
  const [offered, setOffered] = useState<WrongAnswers | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const known = offered !== null
  useEffect(() => {
    if (!session || known) return
    let stale = false
    void session.ask('wrong-answers', { version, step }).then(reply => {
      if (stale) return
      if (reply.ok) setOffered(reply)
      setRefused(reply.ok ? null : reply.message)
    })
    return () => {
      stale = true
    }
  }, [session, version, step, known])
  return { offered, refused }
}
