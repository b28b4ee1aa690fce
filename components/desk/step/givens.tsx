import { Fitted } from '@/components/ui/fitted'
import { MathFormula } from '@/components/ui/math'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { Values } from '../cells/values'

/** The formulas and the numbers of the file, as compact as they can be: everything that is needed on paper. */
export function Givens({ exercise }: { exercise: PublicExercise }) {
  const leaves = exercise.nodes.filter(node => node.formula === null)
  const inner = exercise.nodes.filter(node => node.formula !== null)
  return (
    <div className="mt-3 mb-4 space-y-2 border-t border-line pt-3 text-[0.9rem]">
      {inner.length > 0 && (
        <ul aria-label="Formulas" className="flex flex-wrap gap-x-5 gap-y-1">
          {inner.map(node => (
            <li key={node.name} className="max-w-full min-w-0">
              <Fitted>
                <span className="flex w-max items-baseline gap-1.5">
                  <MathFormula mathml={node.mathml} />
                  <span className="text-ink-2">=</span>
                  <MathFormula mathml={node.formula ?? ''} />
                </span>
              </Fitted>
            </li>
          ))}
        </ul>
      )}
      {leaves.length > 0 && (
        <ul aria-label="Given numbers" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {leaves.map(node => (
            <li key={node.name} className="max-w-full min-w-0">
              <Fitted>
                <span className="flex w-max items-center gap-1.5">
                  <MathFormula mathml={node.mathml} />
                  <span className="text-ink-2">{node.values === null ? ':' : '='}</span>
                  <Values shape={node.shape ?? []} values={node.values ?? []} symbolic={node.symbolic} />
                </span>
              </Fitted>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
