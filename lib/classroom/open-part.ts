import type { Lock } from '@/lib/exercise'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import type { Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { isReleased, type Pacing } from './pacing'

/** A whole exercise with the numbers of one seed, and the locks on the parts that students get only later. */
export interface LockedView {
  readonly view: PublicExercise
  readonly locks: readonly Lock[]
}

type Flow = PublicExercise['flow']

/** The locks of an exercise that are closed while these steps, and no others, are `settled`. */
export function closedLocks(
  { view, locks }: LockedView,
  settled: (step: StepKey) => boolean,
): readonly Lock[] {
  return locks.filter(({ until }) => !until.every(step => settled(stepKey(view.version, step))))
}

/** The steps that are released and that no closed lock keeps back. */
export function openSteps(
  view: PublicExercise,
  pacing: Pacing,
  closed: readonly Lock[],
): ReadonlySet<StepKey> {
  if (closed.length > 0) return stepsIn(view, pacing, new Set(closed.flatMap(({ keeps }) => keeps)))
  const known = unlocked.get(view)
  if (known?.withheld === pacing.withheld) return known.steps
  const steps = stepsIn(view, pacing, new Set())
  unlocked.set(view, { withheld: pacing.withheld, steps })
  return steps
}

/** Where nothing is kept back, all desks of a class have the same steps: they are listed once, not with each answer. */
const unlocked = new WeakMap<PublicExercise, { withheld: Pacing['withheld']; steps: ReadonlySet<StepKey> }>()

function stepsIn(
  { version, flow }: PublicExercise,
  pacing: Pacing,
  kept: ReadonlySet<string>,
): ReadonlySet<StepKey> {
  return new Set(
    flow.flatMap(part =>
      part.type === 'step' && !kept.has(part.step.id) && isReleased(pacing, { version, step: part.step.id })
        ? [stepKey(version, part.step.id)]
        : [],
    ),
  )
}

/** The exercise with its open steps and what goes with them. It does not tell how much a lock keeps back ([G11]). */
export function openPart(
  view: PublicExercise,
  pacing: Pacing,
  closed: readonly Lock[],
  say: Speaker,
): PublicExercise {
  const released = releasedFlow(view, pacing)
  if (closed.length === 0) return released === view.flow ? view : { ...view, flow: released }
  const told = new Set<Lock>()
  const flow = released.flatMap((item): Flow => {
    const id = item.type === 'step' ? item.step.id : item.type === 'sheet' ? item.sheet.id : null
    const lock = closed.find(({ keeps }) => id !== null && keeps.includes(id))
    if (lock === undefined) return [item]
    if (told.has(lock)) return []
    told.add(lock)
    const more = message(lock.until.length === 1 ? 'desk.more-once-found' : 'desk.more-once-right')
    return [{ type: 'locked', message: say(more) }]
  })
  const { version, title, nodes, upstream } = view
  return { version, title, nodes, upstream, flow }
}

/** A note or a sheet goes with the step that follows it, a note at the end with the last step. */
function releasedFlow({ version, flow }: PublicExercise, pacing: Pacing): Flow {
  const stepIds = flow.map(part => (part.type === 'step' ? part.step.id : null))
  const last = stepIds.findLast(id => id !== null)
  const released = flow.filter((_, at) => {
    const id = stepIds.slice(at).find(id => id !== null) ?? last
    return id === undefined || id === null || isReleased(pacing, { version, step: id })
  })
  return released.length === flow.length ? flow : released
}
