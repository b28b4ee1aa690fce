import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { type DeskView, settledStates, stepState } from '@/lib/client/desk-view'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { StepAddress } from '@/lib/protocol/step-address'
import { nameOfStep } from '@/lib/protocol/step-name'
import { stepsOf } from '../step/steps'
import type { Told } from './told'

/** A step of this desk, as a sentence names it. */
export function StepName({ step }: { step: PublicStep }) {
  return <Sentence text={nameOfStep(step)} />
}

export function stepIn(view: DeskView, { version, step }: StepAddress): PublicStep | null {
  const exercise = view.desk?.exercises.find(one => one.version === version)
  return (exercise && stepsOf(exercise).find(({ id }) => id === step)) ?? null
}

export function GoThere({ testid, label, onGo }: { testid: string; label?: string; onGo: () => void }) {
  return (
    <Button size="small" data-testid={testid} aria-label={label} onClick={onGo}>
      Go there <Icon name="arrow" size={14} />
    </Button>
  )
}

interface Surroundings {
  readonly view: DeskView
  /** The time of the class, or of a step, has run out. */
  readonly over: boolean
  /** The step that is unfolded. */
  readonly here: { readonly version: string | null; readonly step: string | null }
  readonly read: ReadonlySet<number>
  readonly onGo: (to: StepAddress) => void
  readonly putAway: (id: number) => void
}

/** What the teacher did to the pace of the class. */
export function paceTold({ view, over, here, read, onGo, putAway }: Surroundings): Told[] {
  const told: Told[] = []
  const { pacing } = view
  const timed = pacing?.countdown?.on && stepIn(view, pacing.countdown.on)
  if (over) {
    told.push({
      id: 'time-up',
      testid: 'time-up',
      tone: 'chalk',
      line: timed ? (
        <>
          Time is up for <StepName step={timed} />.
        </>
      ) : (
        'Time is up.'
      ),
      more: `Nothing that you typed is lost, but no more answers are accepted ${timed ? 'there' : 'for now'}.`,
    })
  }
  if (pacing?.paused) {
    told.push({
      id: 'paused',
      testid: 'paused',
      tone: 'chalk',
      line: 'Your teacher paused the class.',
      more: 'You can keep typing: everything stays here, and answers that you check are sent when the class goes on.',
    })
  }
  const focus = pacing?.focus
  const brought = focus && !read.has(focus.id) ? stepIn(view, focus) : null
  if (focus && brought && !settledStates.includes(stepState(view, focus))) {
    const there = focus.version === here.version && focus.step === here.step
    told.push({
      id: `focus ${focus.id}`,
      testid: 'brought',
      tone: 'plain',
      line: (
        <>
          Your teacher brought everyone to <StepName step={brought} />.
        </>
      ),
      ...(!there && { act: <GoThere testid="go-there" onGo={() => onGo(focus)} /> }),
      dismiss: { label: 'Dismiss', testid: 'brought-dismiss', onPress: () => putAway(focus.id) },
    })
  }
  return told
}
