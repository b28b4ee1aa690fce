import { MathFormula } from '@/components/ui/math'
import type { BoardStep } from '@/lib/protocol/board'
import { TypedMatrix } from '../closer/typed-matrix'

/** An answer as it was typed, without marks: which of its cells are wrong is not the question here. */
export function PollAnswer({ step, cells }: { step: BoardStep | null; cells: readonly string[] }) {
  const choice = step?.choices?.find(({ value }) => value === cells[0])
  if (!choice) {
    const shape = cells.length === 1 ? [] : (step?.shape ?? [cells.length])
    return <TypedMatrix shape={shape} cells={cells} verdicts={[]} />
  }
  if (choice.mathml === null) return <span>{choice.text}</span>
  return (
    <span>
      <MathFormula mathml={choice.mathml} className="text-[1.1rem]" />
      <span className="sr-only">{choice.text}</span>
    </span>
  )
}
