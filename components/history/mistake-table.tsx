'use client'

import { StepName as Called } from '@/components/board/grid/step-name'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import type { ClassHistory } from '@/lib/protocol/history'
import type { StepAddress } from '@/lib/protocol/step-address'
import { cell, Head, heads, row, Scrolled, table } from './table'

/** The named mistakes that the class made, the most widespread first. */
export function MistakeTable({ history }: { history: ClassHistory }) {
  const { mistakes } = history.statistics
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="mistake-statistics">
      <h2 className="text-lg font-semibold">Mistakes</h2>
      {mistakes.length === 0 ? (
        <p className="mt-1 text-ink-2">
          No answer shows a named mistake yet. Mistakes are listed here with the number of students who got
          past them.
        </p>
      ) : (
        <Scrolled label="Mistakes">
          <table className={`${table} mt-2 sm:min-w-120`}>
            <thead className={heads}>
              <tr>
                <Head number>students</Head>
                <Head>mistake</Head>
                <Head>at</Head>
                <Head number>got past it</Head>
              </tr>
            </thead>
            <tbody>
              {mistakes.map(({ mistakes, words, students, past, steps }) => (
                <tr
                  key={mistakes.join(' ')}
                  data-testid="mistake-row"
                  data-mistake={mistakes.join(' ')}
                  className={`${row} align-top max-sm:items-baseline`}
                >
                  <td
                    data-count="students"
                    className="w-16 px-2 py-2 pl-0 text-right text-xl leading-6 font-semibold text-wrong max-sm:w-8 max-sm:p-0"
                  >
                    {students}
                  </td>
                  <td className="px-2 py-2 font-medium max-sm:flex-1 max-sm:p-0">
                    <Sentence text={words} />
                  </td>
                  <td className="px-2 py-2 max-sm:w-full max-sm:p-0 max-sm:pl-11.5">
                    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
                      {steps.map(at => (
                        <li key={`${at.version} ${at.step}`} className="whitespace-nowrap">
                          <StepName history={history} at={at} />{' '}
                          <span className="text-ink-2">{at.students}</span>
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td
                    className={`${cell} py-2 pr-0 text-right whitespace-nowrap max-sm:pl-11.5`}
                    data-label="got past it"
                    data-count="past"
                  >
                    {past} of {students}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Sheet>
  )
}

function StepName({ history, at: { version, step } }: { history: ClassHistory; at: StepAddress }) {
  const found = history.exercises.find(one => one.version === version)?.steps.find(({ id }) => id === step)
  if (!found) return <span>{step}</span>
  return <Called step={found} />
}

/** Students who made one mistake at two places, because a single one may be chance. */
export function LabelTable({ history }: { history: ClassHistory }) {
  const names = new Map(history.students.map(({ id, name }) => [id, name]))
  const { labels } = history.statistics
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="labels">
      <h2 className="text-lg font-semibold">The same mistake again</h2>
      <p className="mt-0.5 text-[0.9rem] text-ink-2">
        {labels.length === 0
          ? 'Nobody has made the same mistake at two steps, or with two sets of numbers. Trying the same step again does not count.'
          : 'Made at two steps or more, or with two sets of numbers.'}
      </p>
      {labels.length > 0 && (
        <ul className="mt-2 max-h-80 overflow-y-auto text-[0.92rem]">
          {labels.map(({ student, mistake, words, matches }) => (
            <li
              key={`${student} ${mistake}`}
              className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1.5"
            >
              <span className="font-semibold">{names.get(student)}</span>
              <span className="min-w-0 flex-1">
                <Sentence text={words} />
              </span>
              <span className="text-ink-2 tabular-nums">{matches} times</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
