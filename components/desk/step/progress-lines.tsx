import { Progress } from '@/components/ui/spinner'

interface ProgressLinesProps {
  done: number
  of: number
  /** The part of the class's steps that are right or follow; null while it is not told. */
  classShare: number | null
}

/**
 * The student's own progress, and below it, less prominent, that of the class as a whole. Nobody is named or ranked.
 */
export function ProgressLines({ done, of, classShare }: ProgressLinesProps) {
  return (
    <div className="mt-5">
      {of > 0 && <Progress done={done} of={of} label={`${done} of ${of} steps`} />}
      {classShare !== null && <ClassBar share={classShare} />}
    </div>
  )
}

function ClassBar({ share }: { share: number }) {
  const percent = Math.round(100 * share)
  const label = `The class is at ${percent} %`
  return (
    <div data-testid="class-progress" data-percent={percent} className="mt-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-working transition-[width] duration-200"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="mt-1.5 text-sm text-ink-2 tabular-nums">{label}</p>
    </div>
  )
}
