'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { StepName } from '@/components/board/grid/step-name'
import { Scrolled } from '@/components/history/table'
import { dayAndTime } from '@/components/ui/due'
import { Sheet } from '@/components/ui/sheet'
import type { ClassScores, StepScore, StudentScores, SumScore } from '@/lib/protocol/scores'
import { percent, shortPoints } from './score-words'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** What every student has: in all, which is in sight without scrolling, and by exercises or by the steps of one of them. */
export function StudentTable({ scores }: { scores: ClassScores }) {
  const { exercises, students } = scores
  const [version, setVersion] = useState('')
  const place = exercises.findIndex(one => one.version === version)
  const sorted = useMemo(() => students.toSorted((a, b) => collator.compare(a.name, b.name)), [students])
  const shown = exercises[place]
  const cell = 'px-2 py-1.5 text-right'
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="student-scores">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg font-semibold">Students</h2>
        {exercises.length > 0 && (
          <select
            aria-label="Show points of"
            data-testid="scores-of"
            value={shown?.version ?? ''}
            onChange={event => setVersion(event.target.value)}
            className="min-h-9 max-w-full rounded-cell border border-field-line bg-sheet px-2 text-[0.95rem] max-sm:min-h-11"
          >
            <option value="">all exercises</option>
            {exercises.map(one => (
              <option key={one.version} value={one.version}>
                the steps of {one.title}
              </option>
            ))}
          </select>
        )}
      </div>
      {students.length === 0 ? (
        <p className="mt-1 text-ink-2">Nobody has joined yet.</p>
      ) : (
        <Scrolled label="Scores of the students">
          <table className="mt-2 w-full text-[0.92rem] tabular-nums">
            <thead>
              <tr className="text-left align-bottom text-sm text-ink-2">
                <th scope="col" className="sticky left-0 bg-sheet pr-3 pb-1.5 font-medium">
                  student
                </th>
                <HeadCell points={shown ? shown.points : scores.points}>
                  <span className="whitespace-nowrap">in all</span>
                </HeadCell>
                <th scope="col" className="px-2 pb-1.5 text-right font-medium">
                  share
                </th>
                {shown
                  ? shown.steps.map(step => (
                      <HeadCell key={step.id} points={step.points}>
                        <StepName step={step} className="text-ink" />
                      </HeadCell>
                    ))
                  : exercises.map(exercise => (
                      <HeadCell key={exercise.version} points={exercise.points}>
                        {exercise.title}
                      </HeadCell>
                    ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map(student => {
                const sum = shown ? (student.exercises[place] ?? none) : student.total
                return (
                  <tr
                    key={student.id}
                    data-testid="score-row"
                    data-student={student.name}
                    className="border-t border-line"
                  >
                    <Who student={student} />
                    <td className={`${cell} font-semibold`} data-count="total">
                      <Sum sum={sum} of={shown ? shown.points : scores.points} />
                    </td>
                    <td className={`${cell} whitespace-nowrap text-ink-2`} data-count="share">
                      {sum.points === null || sum.outOf === 0 ? '–' : percent(sum.points / sum.outOf)}
                    </td>
                    {shown
                      ? shown.steps.map((step, at) => (
                          <td key={step.id} className={cell} data-step={step.id}>
                            <Step score={student.steps[place]?.[at]} />
                          </td>
                        ))
                      : exercises.map((exercise, at) => (
                          <td key={exercise.version} className={cell}>
                            <Sum sum={student.exercises[at] ?? none} of={exercise.points} />
                            <Marks steps={student.steps[at] ?? []} />
                          </td>
                        ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scrolled>
      )}
      <p className="mt-2 text-sm text-ink-2">
        – nothing answered · to mark: answered in words · * as a teacher decided · exc. excused, so that the
        share is of fewer points · late: answers after the due date made it more
      </p>
    </Sheet>
  )
}

const none: SumScore = { points: null, outOf: 0 }

function HeadCell({ points, children }: { points: number; children: ReactNode }) {
  return (
    <th scope="col" className="max-w-40 px-2 pb-1.5 text-right font-medium">
      {children}
      <span className="block font-normal whitespace-nowrap">of {shortPoints(points)}</span>
    </th>
  )
}

function Who({ student: { name, number, dueAt } }: { student: StudentScores }) {
  return (
    <th
      scope="row"
      className="sticky left-0 max-w-56 bg-sheet py-1.5 pr-3 text-left font-normal max-sm:max-w-36"
    >
      <span className="block truncate font-medium">{name}</span>
      {(number !== null || dueAt !== null) && (
        <span className="block truncate text-sm text-ink-2">
          {[number, dueAt === null ? null : `due ${dayAndTime(dueAt)}`].filter(Boolean).join(' · ')}
        </span>
      )}
    </th>
  )
}

/** `of`: the points of everybody who is excused from nothing. */
function Sum({ sum: { points, outOf }, of }: { sum: SumScore; of: number }) {
  if (outOf === 0) return <span className="text-ink-2">exc.</span>
  if (points === null) return <span className="text-ink-2">–</span>
  return (
    <>
      {shortPoints(points)}
      {outOf < of && <span className="font-normal text-ink-2"> / {shortPoints(outOf)}</span>}
    </>
  )
}

function Step({ score }: { score: StepScore | undefined }) {
  if (score?.waiting) {
    return (
      <span title="answered in words, not marked yet" className="text-ink-2">
        to mark
      </span>
    )
  }
  if (!score || (score.points === null && !score.excused)) return <span className="text-ink-2">–</span>
  if (score.points === null) return <span className="text-ink-2">exc.</span>
  return (
    <span title={score.override?.note}>
      {shortPoints(score.points)}
      <Marks steps={[score]} />
    </span>
  )
}

function Marks({ steps }: { steps: readonly StepScore[] }) {
  return (
    <>
      {steps.some(({ override }) => override) && <span className="font-semibold">*</span>}
      {steps.some(({ late }) => late) && <span className="text-sm text-chalk-ink"> late</span>}
    </>
  )
}
