'use client'

import { type ReactNode, useEffect } from 'react'
import { AnswerWords } from '@/components/desk/cells/answer-words'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { StatePill } from '@/components/ui/state'
import type { BoardSession } from '@/lib/client/board'
import type { BoardCell, BoardExercise, BoardStudent } from '@/lib/protocol/board'
import type { Attempt } from '@/lib/protocol/board-asks'
import type { Choice } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import { plainText } from '@/lib/words/text'
import { stateInWords, tries } from '../grid/cell-look'
import { StepName } from '../grid/step-name'
import { useMistakeWords } from '../needs/mistake-words'
import { inWords } from '../needs/shared-mistakes'
import { StepExceptions } from './step-exceptions'
import { TypedMatrix } from './typed-matrix'
import { useAttempts } from './use-attempts'

interface AttemptsPanelProps {
  session: BoardSession | null
  connected: boolean
  student: BoardStudent
  exercise: BoardExercise
  step: BoardExercise['steps'][number]
  cell: BoardCell | undefined
  /** The students whose rows stand above and below in the grid. */
  beside: Readonly<Record<'above' | 'below', BoardStudent | undefined>>
  onStudent: (student: string) => void
  onClose: () => void
  /** The actions for an attempt. */
  actions?: (attempt: Attempt) => ReactNode
  /** What can be done at this cell; the latest attempt is null where there is none. */
  cellActions: (latest: Attempt | null) => ReactNode
}

/** What one student typed at one step, the newest attempt first. */
export function AttemptsPanel(props: AttemptsPanelProps) {
  const { session, connected, student, exercise, step, cell, beside, onStudent, onClose } = props
  const address = { version: exercise.version, step: step.id, student: student.id }
  const { attempts, error } = useAttempts(session, address, cell, connected)
  const state = cell?.state ?? 'untouched'
  const newestFirst = attempts?.toReversed() ?? []
  // The server sends only the latest of very many attempts; the cell knows how many there were.
  const total =
    newestFirst.length < limits.attemptsShown ? newestFirst.length : (cell?.attempts ?? newestFirst.length)

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) onClose()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onClose])

  return (
    <aside
      data-testid="attempts-panel"
      aria-label={`What ${student.name} typed at ${step.title}`}
      className="flex min-h-0 w-full flex-col rounded-sheet border lg:min-h-[clamp(20rem,100dvh-20.5rem,24rem)] border-line bg-sheet lg:w-88 max-lg:fixed max-lg:inset-x-2 max-lg:bottom-2 max-lg:z-40 max-lg:w-auto max-lg:max-h-[70dvh] max-lg:border-line-2"
    >
      <header className="flex items-start gap-3 border-b border-line py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold leading-snug">{student.name}</h2>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 text-[0.9rem] text-ink-2">
            <StepName step={step} className={step.family ? 'text-ink' : 'text-[1.15rem] text-ink'} />
            <span>{tries(cell?.attempts ?? 0)}</span>
            {student.presence !== 'here' && <span>{student.presence}</span>}
          </p>
        </div>
        <span className="flex shrink-0">
          <Beside of={beside.above} word="Previous student" icon="up" onStudent={onStudent} />
          <Beside of={beside.below} word="Next student" icon="down" onStudent={onStudent} />
          <button type="button" onClick={onClose} aria-label="Close" title="Close (Esc)" className={square}>
            <Icon name="cross" />
          </button>
        </span>
      </header>
      <div className="border-b border-line px-4 py-2.5">{props.cellActions(newestFirst[0] ?? null)}</div>
      <section
        aria-label="Attempts"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        className="min-h-24 flex-1 overflow-y-auto overscroll-contain rounded-b-sheet px-4 -outline-offset-2"
      >
        {error && (
          <p className="py-3 text-[0.9rem] text-wrong">
            <Sentence text={error} />
          </p>
        )}
        {!attempts && !error && (
          <p className="animate-[appear_0.15s_0.3s_both] py-4 text-[0.9rem] text-ink-2">
            {connected ? 'Fetching…' : 'Available when the board is live again.'}
          </p>
        )}
        {attempts?.length === 0 && (
          <p className="py-4 text-[0.9rem] text-ink-2">
            {state === 'working' ? 'Something is being typed here; ' : 'Nothing typed here yet; '}
            an answer appears when it is checked.
          </p>
        )}
        <ol>
          {newestFirst.map((attempt, place) => (
            <AttemptEntry key={attempt.id} attempt={attempt} number={total - place} step={step}>
              {props.actions?.(attempt)}
            </AttemptEntry>
          ))}
        </ol>
        {total > newestFirst.length && (
          <p className="border-t border-line py-3 text-[0.85rem] text-ink-2">
            and {total - newestFirst.length} before these
          </p>
        )}
      </section>
      <div className="max-h-[60%] overflow-y-auto border-t border-line px-4 py-1">
        <StepExceptions
          key={`${student.id} ${exercise.version} ${step.id}`}
          session={connected ? session : null}
          student={student}
          version={exercise.version}
          step={step}
          cell={cell}
        />
      </div>
      <p role="status" className="sr-only">
        {stateInWords(state, cell)}
      </p>
    </aside>
  )
}

const square =
  'grid size-9 place-items-center rounded-cell text-ink-2 hover:text-ink disabled:opacity-35 max-sm:size-11'

interface BesideProps {
  of: BoardStudent | undefined
  word: string
  icon: 'up' | 'down'
  onStudent: (student: string) => void
}

function Beside({ of, word, icon, onStudent }: BesideProps) {
  const words = of ? `${word}: ${of.name}` : word
  return (
    <button
      type="button"
      disabled={!of}
      aria-label={words}
      title={words}
      onClick={() => of && onStudent(of.id)}
      className={square}
    >
      <Icon name={icon} />
    </button>
  )
}

/** One attempt, with its marks, its message and the mistakes that it shows. */
export function AttemptEntry({
  attempt,
  number,
  step,
  children,
}: {
  attempt: Attempt
  number: number
  step: BoardExercise['steps'][number]
  children?: ReactNode
}) {
  const { result, cells } = attempt
  const words = useMistakeWords()
  const choice = step.choices?.find(({ value }) => value === cells[0])
  return (
    <li
      data-testid="attempt"
      data-verdict={result.verdict}
      className="border-line py-3 not-first:border-t"
      value={number}
    >
      <div className="mb-2 flex items-center gap-2.5 text-[0.85rem] text-ink-2 tabular-nums">
        <StatePill state={result.verdict} />
        <span>#{number}</span>
        <time dateTime={new Date(attempt.at).toISOString()} className="ml-auto">
          {clock(attempt.at)}
        </time>
      </div>
      {step.question ? (
        <AnswerWords question={step.question} choices={step.choices ?? []} cells={cells} />
      ) : choice ? (
        <Chosen choice={choice} />
      ) : (
        <TypedMatrix shape={cells.length === 1 ? [] : step.shape} cells={cells} verdicts={result.cells} />
      )}
      {result.message && (
        <p className="mt-2 text-[0.88rem] text-ink-2">
          <Sentence text={result.message} />
        </p>
      )}
      {result.mistakes.length > 0 && (
        <p className="mt-1 text-[0.85rem] font-medium text-wrong">
          <Sentence text={inWords(result.mistakes, words)} />
        </p>
      )}
      {children}
    </li>
  )
}

/** What was chosen, in words. */
function Chosen({ choice }: { choice: Choice }) {
  if (choice.mathml === null)
    return (
      <p>
        <Sentence text={choice.text} />
      </p>
    )
  return (
    <p>
      <MathFormula mathml={choice.mathml} className="text-[1.1rem]" />
      <span className="sr-only">{plainText(choice.text)}</span>
    </p>
  )
}

/** Time of day, with the date where it was not today. */
function clock(at: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date().toDateString()) return time
  return `${date.toLocaleDateString([], { day: 'numeric', month: 'short' })}, ${time}`
}
