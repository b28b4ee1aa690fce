'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Sentence } from '@/components/ui/sentence'
import { StatePill } from '@/components/ui/state'
import { Typed } from '@/components/ui/typed'
import type { BoardSession } from '@/lib/client/board'
import { type BoardState, cellsOf, stateAt } from '@/lib/client/board-state'
import type { BoardExercise, BoardStep, BoardStudent } from '@/lib/protocol/board'
import type { DeskStep } from '@/lib/protocol/board-asks'
import { stepKey } from '@/lib/protocol/step-key'
import { tries } from '../grid/cell-look'
import { StepName } from '../grid/step-name'
import { waited } from '../needs/hands'
import { AttemptEntry } from './attempts-panel'
import { StepExceptions } from './step-exceptions'
import { StudentExceptions } from './student-exceptions'
import { useAsked } from './use-asked'
import { useAttempts } from './use-attempts'

interface StudentDialogProps {
  /** Null while the board is not live. */
  session: BoardSession | null
  board: BoardState
  exercise: BoardExercise
  student: BoardStudent | null
  now: number
  onClose: () => void
  onWrite: (student: string) => void
  onPerson: (student: string) => void
}

/** One student's desk as it is now, step by step; it follows what happens while it is open. */
export function StudentDialog({ student, ...rest }: StudentDialogProps) {
  return (
    <Dialog open={student !== null} onClose={rest.onClose} title={student?.name ?? ''} wide>
      {student && <StudentDesk key={student.id} student={student} {...rest} />}
    </Dialog>
  )
}

function StudentDesk(props: Omit<StudentDialogProps, 'student'> & { student: BoardStudent }) {
  const { session, board, exercise, student, now, onWrite, onPerson } = props
  const { version } = exercise
  const cells = cellsOf(board, student.id)
  const { answer, error } = useAsked(
    `${student.id} ${version}`,
    cells,
    session && (() => session.ask('desk', { student: student.id, version })),
  )
  const byStep = new Map(answer?.steps.map(one => [one.step, one]))
  const hand = student.hand && `hand up, ${waited(student.hand.since, now)}`
  const last =
    student.lastAnswerAt === null
      ? 'no answer yet'
      : `last answer ${waited(student.lastAnswerAt, now)}${waited(student.lastAnswerAt, now) === 'just now' ? '' : ' ago'}`
  return (
    <div data-testid="student-desk">
      <p className="-mt-3 flex flex-wrap gap-x-2.5 text-[0.95rem] text-ink-2">
        <span data-testid="student-presence">{student.presence}</span>
        {hand && <span className="font-medium text-chalk-ink">{hand}</span>}
        <span>{last}</span>
        {exercise.draws && board.pacing.ownNumbers && <span>numbers of their own</span>}
      </p>
      <p className="mt-3 flex flex-wrap gap-2">
        <Button size="small" disabled={!session} onClick={() => onWrite(student.id)}>
          Write to {student.name}
        </Button>
        <Button size="small" disabled={!session} onClick={() => onPerson(student.id)}>
          Rename, merge, remove
        </Button>
      </p>
      <StudentExceptions session={session} board={board} student={student} now={now} />
      <h3 className="mt-4 mb-1 font-semibold">{exercise.title}</h3>
      {error && (
        <p className="py-2 text-[0.9rem] text-wrong">
          <Sentence text={error} />
        </p>
      )}
      {!session && (
        <p className="py-2 text-[0.9rem] text-ink-2">
          The board stands still; this goes on when it is live again.
        </p>
      )}
      <ol>
        {exercise.steps.map(step => (
          <StudentStep
            key={step.id}
            session={session}
            board={board}
            version={version}
            student={student}
            step={step}
            desk={byStep.get(step.id)}
          />
        ))}
      </ol>
    </div>
  )
}

interface StudentStepProps {
  session: BoardSession | null
  board: BoardState
  version: string
  student: BoardStudent
  step: BoardStep
  desk: DeskStep | undefined
}

function StudentStep({ session, board, version, student, step, desk }: StudentStepProps) {
  const [all, setAll] = useState(false)
  const cells = cellsOf(board, student.id)
  const cell = cells.get(stepKey(version, step.id))
  const state = stateAt(cells, { version, step: step.id })
  const attempts = cell?.attempts ?? 0
  return (
    <li
      data-testid="student-step"
      data-step={step.id}
      data-state={state}
      className="border-t border-line py-2.5 first:border-t-0"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatePill state={state} />
        <StepName step={step} className="text-[1.1rem]" />
        <span className="ml-auto flex items-center gap-3 text-[0.88rem] text-ink-2 tabular-nums">
          {desk && desk.hints.length > 0 && (
            <span>{desk.hints.length === 1 ? '1 hint' : `${desk.hints.length} hints`}</span>
          )}
          {attempts === 1 && <span>1 try</span>}
          {attempts > 1 && (
            <button
              type="button"
              aria-expanded={all}
              data-testid="all-attempts"
              onClick={() => setAll(!all)}
              className="min-h-9 underline decoration-line-2 underline-offset-3 hover:text-ink"
            >
              {all ? 'only the latest' : `all ${tries(attempts)}`}
            </button>
          )}
        </span>
      </div>
      {desk && desk.hints.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-[0.88rem] text-ink-2">
          {desk.hints.map(hint => (
            <li key={hint}>
              <Typed text={hint} />
            </li>
          ))}
        </ul>
      )}
      {all ? (
        <AllAttempts session={session} board={board} version={version} student={student} step={step} />
      ) : (
        desk?.latest && (
          <ol>
            <AttemptEntry attempt={desk.latest} number={attempts} step={step} />
          </ol>
        )
      )}
      <StepExceptions session={session} student={student} version={version} step={step} cell={cell} />
    </li>
  )
}

function AllAttempts({ session, board, version, student, step }: Omit<StudentStepProps, 'desk'>) {
  const cell = cellsOf(board, student.id).get(stepKey(version, step.id))
  const address = { version, step: step.id, student: student.id }
  const { attempts, error } = useAttempts(session, address, cell, session !== null)
  if (error)
    return (
      <p className="py-2 text-[0.9rem] text-wrong">
        <Sentence text={error} />
      </p>
    )
  if (!attempts) {
    return <p className="animate-[appear_0.15s_0.3s_both] py-2 text-[0.9rem] text-ink-2">Fetching…</p>
  }
  const before = (cell?.attempts ?? attempts.length) - attempts.length
  return (
    <ol>
      {attempts.toReversed().map((attempt, place) => (
        <AttemptEntry
          key={attempt.id}
          attempt={attempt}
          number={Math.max(0, before) + attempts.length - place}
          step={step}
        />
      ))}
    </ol>
  )
}
