import { familyOf } from '@/components/board/grid/column-head'
import { MathFormula } from '@/components/ui/math'

/** Which step a scene is about, large. */
export function StepLine({
  step,
  words,
}: {
  step: { id: string; mathml: string; title: string }
  words: string
}) {
  return (
    <h2 className="flex items-center gap-[0.6em] text-[1.9em] font-semibold">
      <span>{words}</span>
      {familyOf(step.id) ? (
        <span>{step.title}</span>
      ) : (
        <>
          <MathFormula mathml={step.mathml} className="text-[1.1em]" />
          <span className="sr-only">{step.title}</span>
        </>
      )}
    </h2>
  )
}
