'use client'

import type { ReactNode } from 'react'
import type { Judged } from '@/lib/client/desk-view'
import type { PublicStep } from '@/lib/protocol/exercise'
import { Choices } from '../cells/choices'
import { Words } from '../cells/words'

interface QuestionCellsProps {
  step: PublicStep
  cells: readonly string[]
  judged: Judged | null
  onChange: (cells: readonly string[]) => void
  onCheck: (() => void) | undefined
  /** The row of buttons. */
  children: ReactNode
}

/** Where a question is answered that is not about numbers: by choosing, or in words. */
export function QuestionCells({ step, cells, judged, onChange, onCheck, children }: QuestionCellsProps) {
  // A mark belongs to all that was chosen or written together.
  const same = judged?.cells.length === cells.length && judged.cells.every((text, at) => text === cells[at])
  const mark = same ? (judged?.result.cells[0] ?? null) : null
  if (step.question?.pick === 'words') {
    return (
      <Words
        step={step}
        text={cells.join('\n')}
        mark={mark}
        onWrite={text => onChange([text])}
        {...(onCheck && { onHandIn: onCheck })}
      >
        {children}
      </Words>
    )
  }
  return (
    <Choices
      step={step}
      choices={step.choices ?? []}
      several={step.question?.pick === 'all'}
      chosen={cells}
      mark={mark}
      // Where nothing is chosen there is still one cell, an empty one.
      onChoose={values => onChange(values.length === 0 ? [''] : values)}
      {...(onCheck && { onCheck })}
    >
      {children}
    </Choices>
  )
}
