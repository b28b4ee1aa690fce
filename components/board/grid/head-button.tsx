import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { StepMarks } from '../pacing/release'
import { CountMarks, countsInWords } from './count-marks'
import type { Counts } from './whereabouts'

interface HeadButtonProps {
  marks: StepMarks
  /** How the class stands with the step; undefined where that is not counted. */
  counts: Counts | undefined
  title: string
  step: string
  onPress: () => void
  children: ReactNode
}

/** A column's head opens what can be done to its step; it is pale while the step is not on the desks. */
export function HeadButton({ marks, counts, title, step, onPress, children }: HeadButtonProps) {
  const counted = countsInWords(counts)
  const said = [
    !marks.released && 'not on the desks',
    marks.focused && 'the class is here',
    marks.held && 'verdicts held back',
    marks.revealed && 'revealed',
    counted,
  ].filter(words => words !== false && words !== '')
  return (
    <button
      type="button"
      data-testid="column-head"
      data-step={step}
      data-released={marks.released}
      aria-haspopup="dialog"
      title={[title, ...said].join(': ')}
      onClick={onPress}
      className={`relative h-full w-full hover:bg-working-ground focus-visible:-outline-offset-2 ${
        marks.focused ? 'border-b-2 border-chalk' : ''
      }`}
    >
      <span
        className={`block content-center ${counts ? 'h-[calc(100%-1.05rem)]' : 'h-full'} ${marks.released ? '' : 'opacity-40'}`}
      >
        {children}
      </span>
      {counts && (
        <span aria-hidden="true" className="@container absolute inset-x-0 bottom-0.5 flex justify-center">
          <CountMarks counts={counts} brief />
        </span>
      )}
      {marks.revealed && <Icon name="eye" size={11} className="absolute top-1 right-1 text-revealed" />}
      {said.length > 0 && <span className="sr-only">, {said.join(', ')}</span>}
    </button>
  )
}
