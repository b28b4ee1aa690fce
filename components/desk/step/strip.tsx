import { type DeskView, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { StepState } from '@/lib/protocol/step-state'
import { stepsOf } from './steps'

const looks: Record<StepState, string> = {
  untouched: 'bg-line',
  working: 'bg-line-2',
  received: 'bg-working',
  answered: 'bg-working',
  wrong: 'bg-wrong',
  follows: 'bg-follows',
  right: 'bg-right-ink',
  revealed: 'bg-revealed',
  excused: 'bg-line-2',
}

interface StripProps {
  exercise: PublicExercise
  view: DeskView
  active: string | null
}

/** All steps of the exercise as a row of bars in their states' colours, for the eye; the counts beside it say it in words. */
export function Strip({ exercise, view, active }: StripProps) {
  return (
    <div aria-hidden="true" data-testid="strip" className="flex h-1.5 gap-[clamp(1px,0.8%,5px)]">
      {stepsOf(exercise).map(({ id }) => {
        const state = stepState(view, { version: exercise.version, step: id })
        const here = id === active && (state === 'untouched' || state === 'working' || state === 'wrong')
        return <span key={id} className={`min-w-0 flex-1 rounded-full ${here ? 'bg-chalk' : looks[state]}`} />
      })}
    </div>
  )
}

/** How many steps are done, and at which the student is. */
export function progressOf({ exercise, view, active }: StripProps): {
  readonly done: number
  readonly of: number
  readonly place: number | null
} {
  const steps = stepsOf(exercise)
  const done = steps.filter(({ id }) =>
    ['right', 'follows', 'answered', 'excused'].includes(
      stepState(view, { version: exercise.version, step: id }),
    ),
  )
  const at = steps.findIndex(({ id }) => id === active)
  return { done: done.length, of: steps.length, place: at < 0 ? null : at + 1 }
}
