'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import type { BoardExercise, BoardStep } from '@/lib/protocol/board'
import type { WordsAnswer } from '@/lib/protocol/board-asks'
import { limits } from '@/lib/protocol/limits'
import { keyOf } from '@/lib/protocol/step-key'
import { useShow } from '../show/use-show'
import { useAsking } from './use-asking'
import { useWords } from './use-words'
import { WordsCard } from './words-card'

interface WordsBoardProps {
  /** Null while the board is not live. */
  session: BoardSession | null
  board: BoardState
  exercise: BoardExercise
  step: BoardStep
}

/** What the class answered in words, side by side and without names: to be read, marked one by one or many at once, and shown. */
export function WordsBoard({ session, board, exercise, step }: WordsBoardProps) {
  const on = { version: exercise.version, step: step.id }
  const { answer, error } = useWords(session, board, on)
  const { run, busy, error: refused } = useAsking()
  const { show, error: notShown } = useShow(session)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [unmarked, setUnmarked] = useState(false)
  const [note, setNote] = useState('')
  const off = session === null || busy
  const markOf = ({ student }: WordsAnswer) =>
    cellsOf(board, student).get(keyOf(on))?.override?.verdict ?? null
  const all = answer?.answers ?? []
  const places = new Map(all.map((one, at) => [one.id, at + 1]))
  const listed = unmarked ? all.filter(one => markOf(one) === null) : all
  const picked = listed.filter(({ id }) => chosen.has(id))
  const { scene } = board.showing
  const picks =
    scene.what === 'answers' && scene.version === on.version && scene.step === on.step && scene.picks
  const mark = async (answers: readonly WordsAnswer[], verdict: 'right' | 'wrong' | null, why: string) => {
    if (session === null) return
    const marks = answers.slice(0, limits.marksAtOnce).map(({ student, id }) => ({ student, answer: id }))
    const done = await run(() => session.ask('except', { do: 'mark', on, marks, verdict, note: why }))
    if (!done || answers.length < 2) return
    setChosen(new Set())
    setNote('')
  }
  if (answer === null) {
    return (
      <p className="py-6 text-ink-2">
        {error ? (
          <Sentence text={error} />
        ) : session ? (
          'Fetching…'
        ) : (
          'Available when the board is live again.'
        )}
      </p>
    )
  }
  const told = error ?? refused ?? notShown
  return (
    <div data-testid="words-board">
      {step.question && (
        <p className="mb-3 text-[1.05rem] font-medium break-words">
          <Sentence text={step.question.asked} />
        </p>
      )}
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.92rem] text-ink-2">
        <span data-testid="words-counts" className="tabular-nums">
          {all.length + answer.more} of {board.students.size} handed in ·{' '}
          {all.filter(one => markOf(one) !== null).length} marked
        </span>
        {all.length > 0 && (
          <>
            <label className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                checked={unmarked}
                onChange={() => setUnmarked(!unmarked)}
                className="size-4.5 accent-(--act)"
              />
              only those to mark
            </label>
            <Button
              size="small"
              kind="quiet"
              data-testid="choose-all"
              onClick={() =>
                setChosen(picked.length === listed.length ? new Set() : new Set(listed.map(({ id }) => id)))
              }
            >
              {picked.length === listed.length && listed.length > 0
                ? 'Choose none'
                : answer.more > 0
                  ? `Choose these ${listed.length}`
                  : 'Choose all'}
            </Button>
          </>
        )}
      </div>
      {told && (
        <div className="mb-3">
          <Notice tone="wrong" urgent>
            <Sentence text={told} />
          </Notice>
        </div>
      )}
      {all.length === 0 && (
        <p className="py-8 text-center text-ink-2">
          Nobody has handed in an answer yet. Each one appears here as it comes.
        </p>
      )}
      {all.length > 0 && listed.length === 0 && (
        <p className="py-8 text-center text-ink-2">Everything is marked.</p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
        {listed.map(one => (
          <WordsCard
            key={one.id}
            answer={one}
            place={places.get(one.id) ?? 0}
            mark={markOf(one)}
            chosen={chosen.has(one.id)}
            shown={picks !== false && picks.some(({ id }) => id === one.id)}
            off={off}
            onChoose={() => setChosen(toggled(chosen, one.id))}
            onMark={verdict => void mark([one], verdict, '')}
            onShow={() =>
              void show({
                scene: {
                  what: 'answers',
                  ...on,
                  picks: [{ student: one.student, id: one.id }],
                  marks: false,
                },
              })
            }
          />
        ))}
      </ul>
      {answer.more > 0 && (
        <p className="mt-3 text-[0.9rem] text-ink-2">
          and {answer.more} more, which come as these are marked
        </p>
      )}
      {picked.length > 0 && (
        <div
          data-testid="mark-many"
          className="sticky bottom-0 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-box border border-ink bg-sheet px-3.5 py-2.5"
        >
          <span className="font-semibold tabular-nums">{picked.length} chosen</span>
          <input
            aria-label="A note that these students read, if you like"
            placeholder="A note to them, if you like"
            value={note}
            maxLength={limits.noteChars}
            onChange={event => setNote(event.target.value)}
            className="min-h-9 min-w-40 flex-1 rounded-cell border border-field-line bg-sheet px-2.5 text-[0.95rem]"
          />
          {(['right', 'wrong'] as const).map(verdict => (
            <Button
              key={verdict}
              size="small"
              disabled={off}
              data-testid={`mark-all-${verdict}`}
              onClick={() => void mark(picked, verdict, note)}
            >
              Mark {verdict}
            </Button>
          ))}
          <Button size="small" kind="quiet" disabled={off} onClick={() => void mark(picked, null, '')}>
            Take the marks back
          </Button>
        </div>
      )}
    </div>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
