'use client'

import { type ComponentProps, type ReactNode, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SafeHtml } from '@/components/ui/safe-html'
import { Sentence } from '@/components/ui/sentence'
import { useMedia } from '@/components/ui/use-media'
import { type DeskView, settledStates, stepCells, stepState } from '@/lib/client/desk-view'
import { sizeOf } from '@/lib/exact/tensor'
import type { PublicCircuit, PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import { vocabularyIn } from '../cells/vocabulary'
import { useCircuitCard } from '../circuit/use-circuit-card'
import type { StepCardProps } from './card-props'
import { DoneLine } from './done-line'
import { foldDone } from './fold'
import { Lines } from './lines'
import { ShownSheet } from './shown-sheet'
import { StepCard } from './step-card'
import { stepPace, unpacedStep } from './step-pace'
import { stepsOf } from './steps'

interface FlowProps {
  exercise: PublicExercise
  view: DeskView
  /** The step that is unfolded. */
  active: string | null
  takeFocus: boolean
  /** The countdown has ended. */
  over?: boolean
  onOpen: (step: string | null) => void
  onType: (step: string, cells: readonly string[]) => void
  onCheck?: (step: string, cells: readonly string[]) => void
  /** Asks for a hint; resolves to why there is none, or null. */
  onHint?: (step: string) => Promise<string | null>
  /** Asks for the worked solution of a step that was revealed. */
  onHow?: (step: string) => ReturnType<NonNullable<ComponentProps<typeof StepCard>['onHow']>>
  /** Without a teacher: who or what showed a step's solution, in words. */
  shownBy?: (step: string) => string
  /** Without a teacher: the worked solution can also be asked for of a step that is right. */
  howWhenRight?: boolean
  /** Without a teacher: shows the solution of a step; resolves to why it does not, or null. */
  onGiveUp?: (step: string) => Promise<string | null>
  /** Shows the network, where it does not stand beside the steps. */
  onPicture?: (() => void) | undefined
}

/** Notes and steps in the order of the file, what is done before the step at hand in one line. */
export function Flow(props: FlowProps) {
  const { exercise, view, active, takeFocus, over = false, onOpen, onType, onCheck, onHint, onHow } = props
  const { shownBy, howWhenRight = false, onGiveUp } = props
  const steps = stepsOf(exercise)
  const vocabulary = useMemo(() => vocabularyIn({ nodes: exercise.nodes }), [exercise.nodes])
  const stateOf = (id: string) => stepState(view, { version: exercise.version, step: id })
  const card = (step: PublicStep): StepCardProps => {
    const on = { version: exercise.version, step: step.id }
    const key = keyOf(on)
    const cells = stepCells(view, on, step.question ? null : sizeOf(step.shape))
    const open = step.id === active
    return {
      step,
      vocabulary,
      place: steps.indexOf(step) + 1,
      of: steps.length,
      open,
      state: stateOf(step.id),
      cells,
      judged: view.judged.get(key) ?? null,
      sending: view.waiting.has(key),
      connected: view.connected,
      attempts: view.records.get(key)?.attempt ?? 0,
      lately: view.lastCheck?.key === key,
      told: view.told.get(key) ?? null,
      takeFocus,
      pace: onCheck ? stepPace(view, on, over) : unpacedStep,
      lines: open && (
        <Lines
          exercise={exercise}
          step={step}
          vocabulary={vocabulary}
          recordOf={id => view.records.get(stepKey(exercise.version, id))}
          revealedOf={id => view.revealed.get(stepKey(exercise.version, id))}
        />
      ),
      onToggle: () => onOpen(open ? null : step.id),
      onChange: next => onType(step.id, next),
      ...(onCheck && { onCheck: () => onCheck(step.id, cells) }),
      ...(onHint && { onHint: () => onHint(step.id) }),
      ...(onHow && { onHow: () => onHow(step.id) }),
      ...(shownBy && { shownBy: shownBy(step.id) }),
      howWhenRight,
      ...(onGiveUp && { onGiveUp: () => onGiveUp(step.id) }),
      onPicture: props.onPicture,
    }
  }
  const [asList, setAsList] = useState(false)
  const roomy = useMedia('(min-width: 48rem)')
  const CircuitCard = useCircuitCard(roomy && !asList && exercise.circuits !== undefined)
  /** The circuit on whose picture a step is answered here. */
  const circuitOf = ({ circuit }: PublicStep): PublicCircuit | undefined =>
    CircuitCard === null ? undefined : exercise.circuits?.find(({ name }) => name === circuit)
  const circuitPart = (first: PublicStep): ReactNode => {
    const circuit = circuitOf(first)
    const own = steps.filter(step => step.circuit === first.circuit)
    if (!circuit || own[0] !== first || CircuitCard === null || CircuitCard === 'coming') return null
    const key = `circuit ${circuit.name}`
    const list = () => setAsList(true)
    return <CircuitCard key={key} circuit={circuit} exercise={exercise} cards={own.map(card)} onList={list} />
  }
  const part = (place: number): ReactNode => {
    const entry = exercise.flow[place]
    if (!entry) return null
    if (entry.type === 'step') {
      if (circuitOf(entry.step)) return circuitPart(entry.step)
      return <StepCard key={entry.step.id} {...card(entry.step)} />
    }
    if (entry.type === 'note')
      return <SafeHtml key={place} html={entry.html} className="note px-1 py-1 text-[0.97rem]" />
    if (entry.type === 'sheet') return <ShownSheet key={entry.sheet.id} sheet={entry.sheet} />
    return <Locked key={place} message={entry.message} />
  }
  const onPicture = new Set(steps.filter(circuitOf).map(({ id }) => id))
  // What stands in the picture stays there.
  const done = (id: string) => !onPicture.has(id) && settledStates.includes(stateOf(id))
  const kept = steps.find(({ id }) => stepKey(exercise.version, id) === view.lastCheck?.key)?.id ?? null
  return (
    <div className="space-y-2.5">
      {asList && roomy && (
        <div className="flex justify-end">
          <Button data-testid="as-picture" onClick={() => setAsList(false)}>
            Answer on the picture
          </Button>
        </div>
      )}
      {foldDone(exercise.flow, active, done, kept).map(at =>
        'shown' in at ? (
          part(at.shown)
        ) : (
          <DoneLine key={`done ${at.folded[0]}`} steps={at.steps}>
            {at.folded.map(part)}
          </DoneLine>
        ),
      )}
    </div>
  )
}

/** The line in place of a part that is kept back. */
function Locked({ message }: { message: string }) {
  return (
    <p className="rounded-sheet border border-dashed border-line-2 px-4 py-3.5 text-ink-2 sm:px-5.5">
      <Sentence text={message} />
    </p>
  )
}
