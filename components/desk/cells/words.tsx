'use client'

import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { PublicStep } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import type { CellVerdict } from '@/lib/protocol/verdict'

interface WordsProps {
  step: PublicStep
  text: string
  /** What is said of the text, once it was handed in. */
  mark: CellVerdict | null
  onWrite: (text: string) => void
  /** Called on Control and Enter; Enter alone begins a line. */
  onHandIn?: () => void
  /** Stands right below, so that the button does not move when a message comes. */
  children?: ReactNode
}

const figures = new Intl.NumberFormat('en')
/** From here on the count is read out, because the end is near. */
const nearMost = 0.9

/** A question that is answered in words: a text that grows with what is written, and how much of it there is room for. */
export function Words({ step, text, mark, onWrite, onHandIn, children }: WordsProps) {
  const id = useId()
  const length = [...text.trim()].length
  const over = length > limits.wordsChars
  const wrong = over || mark?.verdict === 'invalid'
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    onHandIn?.()
  }
  return (
    <div>
      <textarea
        data-cell={0}
        data-testid="words"
        aria-label={step.title}
        aria-describedby={id}
        aria-invalid={wrong || undefined}
        value={text}
        dir="auto"
        rows={5}
        onChange={event => onWrite(event.target.value)}
        onKeyDown={press}
        className={`block max-h-[60dvh] min-h-32 w-full resize-y rounded-cell border bg-sheet px-3.5 py-2.5 leading-relaxed [field-sizing:content] focus-visible:outline-2 focus-visible:outline-focus ${wrong ? 'border-wrong' : 'border-field-line'}`}
      />
      <p
        id={id}
        data-testid="words-count"
        className={`mt-1 text-right text-[0.8rem] tabular-nums ${over ? 'font-semibold text-wrong' : 'text-ink-2'}`}
      >
        {figures.format(length)} of {figures.format(limits.wordsChars)} characters
      </p>
      <p aria-live="polite" className="sr-only">
        {length > nearMost * limits.wordsChars &&
          (over
            ? `${figures.format(length - limits.wordsChars)} characters too many`
            : `${figures.format(limits.wordsChars - length)} characters left`)}
      </p>
      {children}
    </div>
  )
}
