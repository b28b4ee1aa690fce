'use client'

import { StepName } from '@/components/board/grid/step-name'
import { Sheet } from '@/components/ui/sheet'
import type { BoardExercise } from '@/lib/protocol/board'
import type { ClassHistory } from '@/lib/protocol/history'
import type { StepStatistics } from '@/lib/protocol/statistics'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import { lasting } from './moments'
import { Head, heads, number, row, Scrolled, table } from './table'

/** How the class did at each step, all variants of the numbers together. */
export function StepTable({ history }: { history: ClassHistory }) {
  const counts = new Map(history.statistics.steps.map(one => [keyOf(one), one]))
  const students = history.students.length
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="step-statistics">
      <h2 className="text-lg font-semibold">Steps</h2>
      <p className="mt-0.5 mb-3 text-[0.9rem] text-ink-2">
        Of {students === 1 ? '1 student' : `${students} students`}, whatever numbers they had. Time is counted
        from a student’s last sign before the step, as a median; so are attempts. A bar shows, of the class,
        who is right, who follows, and who is not right yet.
      </p>
      {history.exercises.map(exercise => (
        <Scrolled key={exercise.version} label={`Steps of ${exercise.title}`}>
          <table className={`${table} table-fixed sm:min-w-176`}>
            <caption className="pt-3 pb-1.5 text-left font-semibold">{exercise.title}</caption>
            {/* The same widths in every table, so that the columns of all exercises stand in line. */}
            <colgroup>
              <col className="w-[17%]" />
              <col className="w-[26%]" />
            </colgroup>
            <thead className={heads}>
              <tr>
                <Head>step</Head>
                <Head>right in the end</Head>
                <Head number>answered</Head>
                <Head number>at first try</Head>
                <Head number>follows</Head>
                <Head number>attempts</Head>
                <Head number>time to right</Head>
                <Head number>hints</Head>
              </tr>
            </thead>
            <tbody>
              {exercise.steps.map(step => (
                <Row
                  key={step.id}
                  step={step}
                  counts={counts.get(stepKey(exercise.version, step.id))}
                  students={students}
                />
              ))}
            </tbody>
          </table>
        </Scrolled>
      ))}
    </Sheet>
  )
}

interface RowProps {
  step: BoardExercise['steps'][number]
  counts: StepStatistics | undefined
  students: number
}

function Row({ step, counts, students }: RowProps) {
  const answered = counts?.answered ?? 0
  const right = counts?.right ?? 0
  // What is written is not right or wrong by itself.
  const inWords = step.question?.pick === 'words'
  return (
    <tr data-testid="step-row" data-step={step.id} className={row}>
      <th scope="row" className="py-1.5 pr-3 text-left font-normal max-sm:w-[30%] max-sm:p-0">
        <StepName step={step} className={step.family ? '' : 'text-[1.05rem]'} />
      </th>
      <td className="px-2 py-1.5 max-sm:grow max-sm:basis-[60%] max-sm:p-0">
        <span className="flex items-center gap-2.5">
          <span
            aria-hidden="true"
            className="flex h-2.5 min-w-16 flex-1 overflow-hidden rounded-full bg-working-ground"
          >
            <span className="bg-right-ink" style={{ width: percent(right, students) }} />
            <span className="bg-follows" style={{ width: percent(counts?.follows ?? 0, students) }} />
            <span
              className={inWords ? 'bg-working' : 'bg-wrong'}
              style={{ width: percent(answered - right - (counts?.follows ?? 0), students) }}
            />
          </span>
          <span className="w-8 text-right font-semibold" data-count="right">
            {inWords ? '–' : right}
          </span>
        </span>
      </td>
      <td className={number} data-label="answered" data-count="answered">
        {answered}
      </td>
      <td className={number} data-label="first try" data-count="firstTry">
        {counts?.firstTry ?? 0}
      </td>
      <td className={number} data-label="follows" data-count="follows">
        {counts?.follows ?? 0}
      </td>
      <td className={number} data-label="attempts" data-count="attempts">
        {counts?.attempts ?? '–'}
      </td>
      <td className={number} data-label="time">
        {counts?.msToRight == null ? '–' : lasting(counts.msToRight)}
      </td>
      <td className={`${number} pr-0`} data-label="hints" data-count="hints">
        {counts?.hints ?? 0}
      </td>
    </tr>
  )
}

const percent = (part: number, all: number) => `${all === 0 ? 0 : (100 * part) / all}%`
