import { Sentence } from '@/components/ui/sentence'
import type { BoardStep } from '@/lib/protocol/board'
import { nameOfStep } from '@/lib/protocol/step-name'

/** A step as it is called in a line of text: typeset on that line, and read out by its title. */
export function StepName({ step, className = '' }: { step: BoardStep; className?: string }) {
  return (
    <>
      <span aria-hidden="true" className={className}>
        <Sentence text={nameOfStep(step)} />
      </span>
      <span className="sr-only">{step.title}</span>
    </>
  )
}
