import { MathFormula } from '@/components/ui/math'
import { mrow, nameMathml, tight } from '@/lib/exact/mathml'
import { Figure } from './figure'

const lines: readonly (readonly [count: number, rule: string, step: string, who: string])[] = [
  [7, 'the gate left out', 'z', 'Ivan, Noor, Omar +4'],
  [4, 'the other factor not transposed', 'W1', 'Ben, Hana +2'],
  [2, 'the factors in the wrong order', 'W2', 'Kim, Theo'],
]

/** Mistakes that several made, as lines; the names of the mistakes are the catalogue's. */
export function MistakeFigure() {
  return (
    <Figure
      label="A list of mistakes: seven students left the gate out at the gradient of z, four did not transpose the other factor, two multiplied in the wrong order."
      title="A wrong matrix gets its mistake’s name"
      says="A catalogue of wrong rules is recomputed for each answer. The student reads a nudge; you see who shares what."
    >
      <ul>
        {lines.map(([count, rule, step, who]) => (
          <li key={rule} className="flex items-start gap-3 border-line py-2.5 not-first:border-t">
            <span className="w-6 shrink-0 text-right text-[1.35rem] leading-7 font-bold text-wrong tabular-nums">
              {count}
            </span>
            <span className="min-w-0">
              <span className="block text-[0.95rem] leading-snug font-medium first-letter:uppercase">
                {rule}
              </span>
              <span className="mt-0.5 block truncate text-[0.85rem] text-ink-2">
                at{' '}
                <MathFormula
                  mathml={mrow(tight('∂'), nameMathml('L'), tight('/'), tight('∂'), nameMathml(step))}
                />{' '}
                · {who}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  )
}
