import { StepName } from '@/components/board/grid/step-name'
import { Head, Scrolled } from '@/components/history/table'
import { Sheet } from '@/components/ui/sheet'
import type { ClassScores, ScoredExercise } from '@/lib/protocol/scores'
import { percent, pointsInWords } from './score-words'

/** The points of every exercise and step, and how much of the whole that is. */
export function WeightTable({ scores: { exercises, points } }: { scores: ClassScores }) {
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="weights">
      <h2 className="text-lg font-semibold">What counts</h2>
      {exercises.length === 0 ? (
        <p className="mt-1 text-ink-2">This class has no exercises yet.</p>
      ) : (
        <>
          <p className="mt-0.5 text-[0.9rem] text-ink-2">
            A step counts its points times the share of its cells that are right or follow. An exercise file
            sets them with <code>points 2</code> after a step; without that a step has 1 point.
          </p>
          <Scrolled label="What counts">
            <table className="mt-2 w-full text-[0.95rem] tabular-nums">
              <thead>
                <tr className="text-left text-sm text-ink-2">
                  <Head>exercise</Head>
                  <Head number>points</Head>
                  <Head number>weight</Head>
                </tr>
              </thead>
              <tbody>
                {exercises.map(exercise => (
                  <ExerciseRow key={exercise.version} exercise={exercise} points={points} />
                ))}
                <tr className="border-t border-line-2 font-semibold">
                  <th scope="row" className="py-2 text-left font-semibold">
                    in all
                  </th>
                  <td className="px-2 py-2 text-right" data-count="points">
                    {points}
                  </td>
                  <td className="px-2 py-2 text-right whitespace-nowrap">{percent(points === 0 ? 0 : 1)}</td>
                </tr>
              </tbody>
            </table>
          </Scrolled>
        </>
      )}
    </Sheet>
  )
}

function ExerciseRow({ exercise, points }: { exercise: ScoredExercise; points: number }) {
  const { version, title, steps } = exercise
  return (
    <tr data-testid="weight-row" data-version={version} className="border-t border-line align-top">
      <th scope="row" className="py-2 pr-2 text-left font-normal">
        <details>
          <summary className="cursor-pointer font-medium">
            {title}{' '}
            <span className="font-normal whitespace-nowrap text-ink-2">
              {steps.length === 1 ? '1 step' : `${steps.length} steps`}
            </span>
          </summary>
          <ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 pl-4">
            {steps.map(step => (
              <li key={step.id} data-testid="step-points" data-step={step.id} className="whitespace-nowrap">
                <StepName step={step} />{' '}
                <span className="text-ink-2">
                  {pointsInWords(step.points)}, {percent(points === 0 ? 0 : step.points / points)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="px-2 py-2 text-right" data-count="points">
        {exercise.points}
      </td>
      <td className="px-2 py-2 text-right whitespace-nowrap" data-count="weight">
        {percent(exercise.weight)}
      </td>
    </tr>
  )
}
