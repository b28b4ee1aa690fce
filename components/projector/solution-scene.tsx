import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import { partsAtEquals } from '@/lib/exact/mathml'
import type { ProjectedScene } from '@/lib/protocol/projector'
import type { SolutionLine } from '@/lib/protocol/solution'
import { Fitted } from './fitted'
import { Quiet } from './quiet'
import { StepLine } from './step-line'

/** Size in em of a formula that has room enough. */
const formula = 1.7

/** A worked solution as far as it was told. The newest line is in sight always; what does not fit goes out at the top. */
export function SolutionScene({ scene }: { scene: Extract<ProjectedScene, { what: 'solution' }> }) {
  const { step, lines, of, shared } = scene
  // Two lines may be the same, so that the place belongs to the key.
  const told = lines.map((line, at) => ({ key: `${at} ${line.text}`, line }))
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-[0.6em]">
      <div className="flex items-center justify-between gap-[1em]">
        <StepLine step={step} words="Step by step:" />
        <p className="shrink-0 text-[1.3em] text-ink-2 tabular-nums">
          {!shared && 'with other numbers, '}
          {lines.length} of {of}
        </p>
      </div>
      {lines.length === 0 ? (
        <Quiet>Work it out for yourself first. The lines come one by one.</Quiet>
      ) : (
        // Its content hangs from the bottom: what has no room fades out at the top.
        <div className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden [mask-image:linear-gradient(transparent,black_0.8em)]">
          <ol className="min-h-full shrink-0 space-y-[1em] pt-[0.8em]">
            {told.map(({ key, line }) => (
              <Line key={key} line={line} newest={key === told.at(-1)?.key} />
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

function Line({ line: { says, mathml }, newest }: { line: SolutionLine; newest: boolean }) {
  return (
    <li
      data-testid="projected-line"
      aria-current={newest || undefined}
      className={`animate-[appear_0.2s] border-l-[0.2em] pl-[1em] ${newest ? 'border-chalk' : 'border-line-2'}`}
    >
      <p className="text-[1.3em] text-ink-2">
        <Sentence text={says} />
      </p>
      <div className="mt-[0.3em]">
        <Fitted
          most={formula}
          parts={partsAtEquals(mathml).map(part => <MathFormula key={part} mathml={part} />)}
        />
      </div>
    </li>
  )
}
