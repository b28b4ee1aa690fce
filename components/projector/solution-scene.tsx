import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { ProjectedScene } from '@/lib/protocol/projector'
import { StepLine } from './step-line'

/** A worked solution as far as it was told. The newest line is in sight always; what does not fit goes out at the top. */
export function SolutionScene({ scene }: { scene: Extract<ProjectedScene, { what: 'solution' }> }) {
  const { step, lines, of, shared } = scene
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-[1.2em]">
      <div className="flex items-center justify-between gap-[1em]">
        <StepLine step={step} words="Step by step:" />
        <p className="shrink-0 text-[1.1em] text-ink-2 tabular-nums">
          {!shared && 'with other numbers, '}
          {lines.length} of {of}
        </p>
      </div>
      <div className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden">
        <ol className="min-h-full space-y-[1.1em]">
          {lines.map((line, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order
              key={at}
              data-testid="projected-line"
              className={`animate-[appear_0.2s] border-l-[0.2em] pl-[1em] ${
                at === lines.length - 1 ? 'border-chalk' : 'border-line-2'
              }`}
            >
              <p className="text-[1.2em] text-ink-2">
                <Sentence text={line.says} />
              </p>
              <div
                className="mt-[0.2em] overflow-hidden [&_mtd]:py-[0.2em]"
                style={{ fontSize: `${Math.max(0.9, Math.min(1.8, 160 / line.text.length)).toFixed(2)}em` }}
              >
                <MathFormula mathml={line.mathml} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
