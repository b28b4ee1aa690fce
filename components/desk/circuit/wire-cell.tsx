'use client'

import { useRef, useState } from 'react'
import { Grid } from '../cells/grid'
import type { StepCardProps } from '../step/card-props'
import { marksOf } from '../step/marks'
import { useCardFocus } from '../step/use-card-focus'

interface WireCellProps {
  card: StepCardProps
  /** Id of the element that says why its text cannot be read. */
  complaintId: string
}

/** The cell of one step on the picture. It behaves as a grid of one cell, and the step is at hand while it has the focus. */
export function WireCell({ card, complaintId }: WireCellProps) {
  const { step, cells, judged, open, takeFocus, pace, onToggle, onChange, onCheck } = card
  const box = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const check = pace.closed === null ? onCheck : undefined
  useCardFocus(box, { open, takeFocus, focused, moreHints: pace.moreHints, check })
  return (
    <div
      ref={box}
      data-testid={onCheck ? 'step' : 'preview-step'}
      data-step={step.id}
      data-state={card.state}
      className="scroll-m-10"
    >
      <Grid
        shape={step.shape}
        cells={cells}
        marks={marksOf(cells, judged)}
        label={step.title}
        onChange={onChange}
        {...(check && { onCheck: check })}
        onFocus={index => {
          setFocused(index)
          if (!open) onToggle()
        }}
        small={{ complaintId }}
      />
    </div>
  )
}
