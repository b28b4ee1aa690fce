'use client'

import { type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { TypedMatrix } from '../closer/typed-matrix'
import { useAsked } from '../closer/use-asked'
import { StepName } from '../grid/step-name'
import { inWords, linesShown, mistakeKey, type SharedMistake } from './shared-mistakes'

interface MistakeLinesProps {
  shared: readonly SharedMistake[]
  words: ReadonlyMap<string, string>
  /** Null while the board is not live. */
  session: BoardSession | null
  onStudent: (student: string) => void
  /** What can be done about a mistake: below its line when it is open. */
  actions?: ((mistake: SharedMistake) => ReactNode) | undefined
}

/** The mistakes that several students make right now: how many, which, where; what they typed when one is opened. */
export function MistakeLines({ shared, words, session, onStudent, actions }: MistakeLinesProps) {
  const [open, setOpen] = useState<string | null>(null)
  const lines = shared.slice(0, linesShown)
  return (
    <section aria-label="Mistakes now" data-testid="mistakes" className="flex min-h-0 flex-col">
      <h2 className="flex items-baseline gap-2 px-4 pt-3 pb-1.5 text-[0.95rem] font-semibold">
        Mistakes now
        {shared.length > 0 && <span className="font-normal text-ink-2 tabular-nums">{shared.length}</span>}
      </h2>
      {lines.length === 0 && (
        <p className="px-4 pb-3.5 text-[0.9rem] text-ink-2">
          As soon as two students make the same mistake, it stands here.
        </p>
      )}
      <ul className="min-h-0 overflow-y-auto overscroll-contain">
        {lines.map(mistake => {
          const key = mistakeKey(mistake)
          return (
            <MistakeLine
              key={key}
              mistake={mistake}
              words={words}
              session={session}
              open={open === key}
              onToggle={() => setOpen(open === key ? null : key)}
              onStudent={onStudent}
            >
              {actions?.(mistake)}
            </MistakeLine>
          )
        })}
      </ul>
      {shared.length > lines.length && (
        <p className="border-t border-line px-4 py-2.5 text-[0.85rem] text-ink-2">
          and {shared.length - lines.length} more, with fewer students each
        </p>
      )}
    </section>
  )
}

interface MistakeLineProps {
  mistake: SharedMistake
  words: ReadonlyMap<string, string>
  session: BoardSession | null
  open: boolean
  onToggle: () => void
  onStudent: (student: string) => void
  children: ReactNode
}

function MistakeLine({ mistake, words, session, open, onToggle, onStudent, children }: MistakeLineProps) {
  const { step, students, mistakes } = mistake
  return (
    <li
      data-testid="mistake-line"
      data-mistake={mistakes[0]}
      data-step={step.id}
      className="border-t border-line"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex w-full items-start gap-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-working-ground/50"
      >
        <span className="w-7 shrink-0 text-right text-[1.35rem] leading-7 font-bold text-wrong tabular-nums">
          {students.length}
          <span className="sr-only"> students: </span>
        </span>
        <span className="min-w-0 flex-1">
          <span className="block text-[0.95rem] leading-snug font-medium">
            <Sentence text={inWords(mistakes, words)} />
          </span>
          <span className="mt-0.5 block truncate text-[0.85rem] text-ink-2">
            at <StepName step={step} /> · {namesOf(students)}
          </span>
        </span>
        <Icon name={open ? 'up' : 'down'} size={14} className="mt-1.5 text-ink-2" />
      </button>
      {open && (
        <div className="px-4 pt-2 pb-3.5 pl-14">
          <TypedBy mistake={mistake} session={session} onStudent={onStudent} />
          {children && <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
        </div>
      )}
    </li>
  )
}

/** The names that fit on a line; opening it shows all of them. */
function namesOf(students: SharedMistake['students']): string {
  const named = students.slice(0, 3).map(({ name }) => name)
  return students.length > 3 ? `${named.join(', ')} +${students.length - 3}` : named.join(', ')
}

function TypedBy({
  mistake,
  session,
  onStudent,
}: Pick<MistakeLinesProps, 'session' | 'onStudent'> & { mistake: SharedMistake }) {
  const { version, step, mistakes, students } = mistake
  const address = { version, step: step.id, mistake: mistakes[0] }
  const who = students.map(({ id }) => id).join(' ')
  const { answer, error } = useAsked(
    mistakeKey(mistake),
    who,
    session && (() => session.ask('typed', address)),
  )
  const names = new Map(students.map(({ id, name }) => [id, name]))
  if (error)
    return (
      <p className="text-[0.9rem] text-wrong">
        <Sentence text={error} />
      </p>
    )
  if (!answer) {
    return (
      <p className="animate-[appear_0.15s_0.3s_both] text-[0.9rem] text-ink-2">
        {session ? 'Fetching…' : 'Available when the board is live again.'}
      </p>
    )
  }
  return (
    <>
      <ul className="space-y-3">
        {answer.typed.map(typed => (
          <li key={typed.cells.join('\n')} data-testid="typed" data-count={typed.students.length}>
            <div className="flex items-center gap-3">
              <span className="text-[0.9rem] text-ink-2 tabular-nums">{typed.students.length} ×</span>
              <Answer step={step} cells={typed.cells} verdicts={typed.verdicts} />
            </div>
            <p className="mt-1 flex flex-wrap gap-x-2 text-[0.88rem]">
              {typed.students.map(id => (
                <button
                  key={id}
                  type="button"
                  onClick={() => onStudent(id)}
                  className="min-h-7 text-ink-2 underline decoration-line-2 underline-offset-3 hover:text-ink"
                >
                  {names.get(id) ?? 'somebody'}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {answer.more > 0 && (
        <p className="mt-2 text-[0.85rem] text-ink-2">and {answer.more} who typed it otherwise</p>
      )}
    </>
  )
}

function Answer({
  step,
  cells,
  verdicts,
}: {
  step: SharedMistake['step']
  cells: string[]
  verdicts: Parameters<typeof TypedMatrix>[0]['verdicts']
}) {
  const choice = step.choices?.find(({ value }) => value === cells[0])
  if (choice)
    return (
      <span>
        <Sentence text={choice.text} />
      </span>
    )
  return <TypedMatrix shape={cells.length === 1 ? [] : step.shape} cells={cells} verdicts={verdicts} />
}
