'use client'

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'
import { stepsOf } from '../step/steps'
import { Arrows } from './arrows'
import { Box } from './box'
import { captionMathml } from './caption'
import { useShownEntries } from './entry'
import { type Fill, fillBox } from './fill'
import { Labels } from './labels'
import { drawExercise } from './layout'
import { isArrow, neighbour } from './moves'
import { offWords } from './off'
import { ownEntries } from './own'

interface PictureProps {
  exercise: PublicExercise
  recordOf: (step: string) => StepRecord | undefined
  /** The step asked now. */
  active: string | null
  /** Absent where the picture is an illustration. */
  onOpen?: (step: string) => void
  /** Smallest size of its type in px; where that is too wide, the picture scrolls. */
  least?: number
}

/** A page that is not high makes the picture smaller, down to this size in px; its rest is the header and what is given. */
const readable = 10.5
const aroundIt = '24rem'

/**
 * The network: the forward pass above, gradients below what they are the gradients of, filling in from the loss
 * backwards. All lengths are in em, and an em is the width that there is divided by the width that is needed.
 */
export function Picture({ exercise, recordOf, active, onOpen, least = 5 }: PictureProps) {
  const drawing = useMemo(() => drawExercise(exercise), [exercise])
  const box = useRef<HTMLDivElement>(null)
  const loss = exercise.nodes.find(node => node.role === 'loss')?.name ?? 'L'
  const activeStep = exercise.flow.flatMap(entry =>
    entry.type === 'step' && entry.step.id === active ? [entry.step] : [],
  )[0]
  const buttons = drawing.boxes.filter(({ step }) => step !== null)
  const lit = (id: string): boolean => {
    const target = drawing.boxes.find(drawn => drawn.id === id)
    if (!activeStep || !target || target.node.name !== activeStep.node) return false
    return (activeStep.kind === 'value') === (target.pass === 'forward') || !hasBoth(activeStep.node)
  }
  const hasBoth = (name: string | null) => drawing.boxes.filter(({ node }) => node.name === name).length > 1
  const show = useShownEntries(stepsOf(exercise).flatMap(({ id }) => ownEntries(recordOf(id))))
  const fills = new Map(drawing.boxes.map(drawn => [drawn.id, fillBox(drawn, exercise, recordOf, show)]))
  const litId = drawing.boxes.find(({ id }) => lit(id))?.id
  // On a page narrower than the picture (a phone), scrolls to what is asked.
  useEffect(() => {
    const frame = box.current
    const target = drawing.boxes.find(({ id }) => id === litId)
    if (!frame || !target || frame.scrollWidth < frame.clientWidth + 8) return
    const middle = (target.x + target.width / 2) / drawing.width
    frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2
  }, [litId, drawing])
  const tabbable = (buttons.find(({ id }) => lit(id)) ?? buttons[0])?.id

  function press(event: KeyboardEvent): void {
    const id = event.target instanceof HTMLElement ? event.target.dataset.box : undefined
    const from = buttons.find(button => button.id === id)
    if (!from || !isArrow(event.key)) return
    event.preventDefault()
    const next = neighbour(buttons, from, event.key)
    if (next) box.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div ref={box} onKeyDown={press} className="@container overflow-x-auto overflow-y-hidden pb-1">
      <div
        className="relative mx-auto"
        style={{
          fontSize: `clamp(${least}px, min((100cqw - 8px) / ${drawing.width}, max(${readable}px, (100dvh - ${aroundIt}) / ${drawing.height})), 13.5px)`,
          width: `${drawing.width}em`,
          height: `${drawing.height}em`,
        }}
      >
        <Arrows drawing={drawing} fills={fills} />
        <Labels drawing={drawing} />
        {drawing.boxes.map(drawn => {
          const { step } = drawn
          return (
            <Box
              key={drawn.id}
              box={drawn}
              name={captionMathml(drawn, loss)}
              fill={fills.get(drawn.id) ?? nothing}
              lit={lit(drawn.id)}
              off={offWords(drawn, exercise, id => fills.get(id))}
              tabbable={drawn.id === tabbable}
              onOpen={step && onOpen ? () => onOpen(step.id) : null}
            />
          )
        })}
      </div>
    </div>
  )
}

const nothing: Fill = { entries: [], look: 'unasked' }
