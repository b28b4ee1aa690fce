import { Button } from '@/components/ui/button'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { releaseOf } from './release'
import type { Pacer } from './use-pace'

/** What is on the desks, exercise by exercise. */
export function ReleaseRows({
  board,
  disabled,
  run,
}: {
  board: BoardState
  disabled: boolean
  run: Pacer['run']
}) {
  if (board.exercises.length === 0) return null
  return (
    <section aria-label="On the desks" className="border-t border-line pt-3">
      <h3 className="text-[0.95rem] font-medium">On the desks</h3>
      <ul className="mt-1">
        {board.exercises.map(exercise => (
          <ReleaseRow key={exercise.version} {...{ exercise, board, disabled, run }} />
        ))}
      </ul>
    </section>
  )
}

interface ReleaseRowProps {
  exercise: BoardExercise
  board: BoardState
  disabled: boolean
  run: Pacer['run']
}

function ReleaseRow({ exercise, board, disabled, run }: ReleaseRowProps) {
  const { version, steps } = exercise
  const { whole, withheld } = releaseOf(board.pacing, exercise)
  const open = steps.length - withheld.length
  const words = !whole
    ? 'not on the desks'
    : open === steps.length
      ? 'all steps'
      : `${open} of ${steps.length} steps`
  const [next] = withheld
  const release = (released: boolean, ids: string[] | null): PacingCommand => ({
    do: 'release',
    version,
    steps: ids,
    released,
  })
  return (
    <li data-release={version} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-1.5">
      <span className="min-w-0 flex-1 truncate text-[0.95rem]">
        {exercise.title} <span className="text-sm text-ink-2">{words}</span>
      </span>
      {whole && next !== undefined && (
        <Button size="small" kind="act" disabled={disabled} onClick={() => void run(release(true, [next]))}>
          Release next step
        </Button>
      )}
      {(!whole || withheld.length > 0) && (
        <Button
          size="small"
          disabled={disabled}
          onClick={() =>
            void run(
              ...(withheld.length > 0 ? [release(true, withheld)] : []),
              ...(whole ? [] : [release(true, null)]),
            )
          }
        >
          Release all
        </Button>
      )}
      {steps.length > 1 && withheld.length === 0 && (
        <Button
          size="small"
          disabled={disabled}
          onClick={() =>
            void run(
              release(
                false,
                steps.slice(1).map(({ id }) => id),
              ),
              ...(whole ? [] : [release(true, null)]),
            )
          }
        >
          Step by step
        </Button>
      )}
      {whole && (
        <Button size="small" kind="quiet" disabled={disabled} onClick={() => void run(release(false, null))}>
          Take away
        </Button>
      )}
    </li>
  )
}
