import type { DeskView } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { ClassShare } from './class-share'
import { progressOf, Strip } from './strip'

interface PlaceLineProps {
  exercise: PublicExercise
  view: DeskView
  active: string | null
  /** Whether tabs beside it take half of the room. */
  brief: boolean
}

/** On a narrow page, what the sheet says elsewhere: which exercise it is, and how far the student is in it. */
export function PlaceLine(props: PlaceLineProps) {
  const { done, of, place } = progressOf(props)
  const title = <h2 className="truncate text-sm leading-5 text-ink-2">{props.exercise.title}</h2>
  return (
    <div data-testid="place-line" className="min-w-40 flex-1">
      {/* Beside tabs the title has the line to itself, because the rest of its words would be cut off. */}
      {props.brief && title}
      <Strip {...props} />
      <div
        className={`flex items-baseline justify-between gap-3 text-sm text-ink-2 ${props.brief ? 'leading-5' : 'mt-1.5'}`}
      >
        {!props.brief && title}
        <span className="flex shrink-0 gap-2 tabular-nums">
          <ClassShare share={props.view.classShare} brief />
          <span>
            {place !== null && <span className={props.brief ? 'max-sm:sr-only' : ''}>step </span>}
            {place ?? done} of {of}
            {place === null && ' steps'}
          </span>
        </span>
      </div>
    </div>
  )
}
