import { MathFormula } from '@/components/ui/math'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { Values } from '../cells/values'
import { drawExercise } from '../picture/layout'

/** The formulas, and the numbers that the picture does not show: everything that is needed on paper. */
export function Givens({ exercise }: { exercise: PublicExercise }) {
  const drawn = new Set(
    drawExercise(exercise).boxes.flatMap(({ node, pass, cells }) =>
      pass === 'forward' && cells ? [node.name] : [],
    ),
  )
  const leaves = exercise.nodes.filter(node => node.values !== null && !drawn.has(node.name))
  const inner = exercise.nodes.filter(node => node.formula !== null)
  return (
    <div className="mt-5 space-y-4 border-t border-line pt-4 text-[0.95rem]">
      {inner.length > 0 && (
        <ul aria-label="Formulas" className="flex flex-wrap gap-x-7 gap-y-1.5">
          {inner.map(node => (
            <li key={node.name} className="flex max-w-full items-baseline gap-2 overflow-x-auto">
              <MathFormula mathml={node.mathml} />
              <span className="text-ink-2">=</span>
              <MathFormula mathml={node.formula ?? ''} />
            </li>
          ))}
        </ul>
      )}
      {leaves.length > 0 && (
        <ul aria-label="Given numbers" className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {leaves.map(node => (
            <li key={node.name} className="flex max-w-full items-center gap-2">
              <MathFormula mathml={node.mathml} />
              <span className="text-ink-2">=</span>
              <Values shape={node.shape ?? []} values={node.values ?? []} symbolic={node.symbolic} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
