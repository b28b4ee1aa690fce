'use client'

import { useId, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { MathFormula } from '@/components/ui/math'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import type { PublicCircuit, PublicExercise } from '@/lib/protocol/exercise'
import { Echo } from '../cells/echo'
import type { StepCardProps } from '../step/card-props'
import { CheckRow } from '../step/check-row'
import { HowExact } from '../step/how-exact'
import { marksOf } from '../step/marks'
import { StepNotes } from '../step/step-notes'
import { tries } from '../step/step-words'
import { CircuitPicture } from './circuit-picture'
import { CircuitTable } from './circuit-table'
import { drawCircuit } from './layout'
import { aboutStep } from './words'

interface CircuitCardProps {
  circuit: PublicCircuit
  exercise: PublicExercise
  /** Its steps in their order, as cards have them. */
  cards: readonly StepCardProps[]
  /** Shows its steps one below the other instead. */
  onList: () => void
}

/** All steps of a circuit, answered on its picture. Below it stands what belongs to the step at hand. */
export function CircuitCard({ circuit, exercise, cards, onList }: CircuitCardProps) {
  const id = useId()
  const drawing = useMemo(() => drawCircuit(circuit), [circuit])
  const now = cards.find(({ open }) => open) ?? null
  const node = exercise.nodes.find(({ name }) => name === circuit.name)
  const done = cards.filter(({ state }) => ['right', 'follows', 'excused', 'revealed'].includes(state)).length
  return (
    <Sheet lit={now !== null} data-testid="circuit" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5.5 pt-3.5">
        <h3 className="flex min-w-0 items-baseline gap-2 text-xl">
          <MathFormula mathml={node?.mathml ?? ''} />
          <span className="text-ink-2">=</span>
          <MathFormula mathml={circuit.formula} />
        </h3>
        <span className="ml-auto text-sm text-ink-2 tabular-nums">
          {done} of {cards.length} · Tab goes on, Shift+Tab back
        </span>
      </div>
      <div className="px-3 pt-3 pb-1">
        <CircuitPicture
          circuit={circuit}
          exercise={exercise}
          drawing={drawing}
          cards={cards}
          complaintId={id}
        />
      </div>
      {now && <Foot key={now.step.id} card={now} circuit={circuit} complaintId={id} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line px-5.5 py-3">
        <CircuitTable circuit={circuit} exercise={exercise} cards={cards} />
        <Button data-testid="as-list" className="ml-auto" onClick={onList}>
          Answer in a list
        </Button>
      </div>
    </Sheet>
  )
}

/** What belongs to the step at hand: what it asks, its rule with the numbers that are known, the buttons, what is said of it. */
function Foot({
  card,
  circuit,
  complaintId,
}: {
  card: StepCardProps
  circuit: PublicCircuit
  complaintId: string
}) {
  const { step, cells, vocabulary, judged, attempts, pace } = card
  const [mark] = marksOf(cells, judged)
  return (
    <div data-testid="circuit-step" className="border-t border-line px-5.5 pt-2.5 pb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Pill tone="chalk">Now</Pill>
        <p>{aboutStep(step, circuit)}</p>
        <span className="text-sm text-ink-2">{tries(attempts, pace.left)}</span>
        {card.onCheck && <CheckRow card={card} brief />}
      </div>
      {card.lines}
      <HowExact acceptance={step.acceptance} />
      <Echo text={cells[0] ?? null} step={step} vocabulary={vocabulary} wide />
      {mark?.message && (
        <p id={complaintId} className="mt-3 text-sm text-wrong">
          <Sentence text={mark.message} />
        </p>
      )}
      <StepNotes card={card} listed={false} />
    </div>
  )
}
