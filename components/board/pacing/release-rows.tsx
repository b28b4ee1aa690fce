import { Button } from '@/components/ui/button'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { releaseOf, releasesOf } from './release'
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
  const { next, all, first, none } = releasesOf(board.pacing, exercise)
  const open = steps.length - withheld.length
  const words = !whole
    ? 'not on the desks'
    : open === steps.length
      ? 'all steps'
      : `${open} of ${steps.length} steps`
  return (
    <li data-release={version} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-1.5">
      <span className="min-w-0 flex-1 truncate text-[0.95rem]">
        {exercise.title} <span className="text-sm text-ink-2">{words}</span>
      </span>
      {next && (
        <Button size="small" kind="act" disabled={disabled} onClick={() => void run(...next.by)}>
          Release next step
        </Button>
      )}
      {all && (
        <Button size="small" disabled={disabled} onClick={() => void run(...all)}>
          Release all
        </Button>
      )}
      {first && (
        <Button size="small" disabled={disabled} onClick={() => void run(...first)}>
          Step by step
        </Button>
      )}
      {none && (
        <Button size="small" kind="quiet" disabled={disabled} onClick={() => void run(...none)}>
          Take away
        </Button>
      )}
    </li>
  )
}
