import { Button } from '@/components/ui/button'
import { MathFormula } from '@/components/ui/math'
import { Knob } from './knob'
import { NetworkPicture } from './network-picture'
import { QuantityTable } from './quantity-table'
import { StepLine } from './step-line'
import { flipsOf, type NetworkView } from './view'

interface BackwardViewProps {
  view: NetworkView
  at: number
  /** The step that is shown, from 0; as many as there are where all are found and none is shown. */
  nth: number
  onMove: ((at: number) => void) | null
  onStep: ((nth: number) => void) | null
}

/** The walk back through a network: one step at a time on its picture, each with the numbers that make it. */
export function BackwardView({ view, at, nth, onMove, onStep }: BackwardViewProps) {
  const { back, words, knob } = view
  const step = back[nth]
  const found = new Set(back.slice(0, nth + 1).map(({ node }) => node))
  const last = back.length
  const single = back.every(({ node }) => (view.shapes[node] ?? []).length === 0)
  return (
    <>
      <NetworkPicture view={view} at={at} found={step ? found : null} now={step?.node ?? null} />
      <div className="[@media(scripting:none)]:hidden print:hidden">
        {/* It is as high as its highest step usually is, so that the buttons below stay where they are. */}
        <div role="status" className={`mt-4 ${single ? 'min-h-32' : 'min-h-44 max-sm:min-h-56'}`}>
          <p className="sr-only">
            <StepName view={view} nth={nth} />
          </p>
          {step && <StepLine view={view} at={at} step={step} />}
        </div>
        {knob && <Knob knob={knob} at={at} words={words.knob} flips={flipsOf(view)} onMove={onMove} />}
        <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3">
          <p aria-hidden="true" className="mr-auto text-[0.95rem] text-ink-2 max-sm:w-full">
            <StepName view={view} nth={nth} />
          </p>
          <Button
            size="small"
            aria-label={words.before}
            disabled={!onStep}
            aria-disabled={nth === 0}
            onClick={() => onStep?.(Math.max(0, nth - 1))}
          >
            ←
          </Button>
          <Button
            size="small"
            aria-label={words.next}
            disabled={!onStep}
            aria-disabled={nth === last}
            onClick={() => onStep?.(Math.min(last, nth + 1))}
          >
            →
          </Button>
          <Button size="small" disabled={!onStep} onClick={() => onStep?.(last)}>
            {words.all}
          </Button>
        </div>
      </div>
      <QuantityTable view={view} at={at} found={step ? found : null} />
      <ol className="mt-4 hidden flex-col gap-5 print:flex [@media(scripting:none)]:flex">
        {back.map((one, place) => (
          <li key={one.node}>
            <p className="mb-2 text-[0.95rem] text-ink-2">
              <StepName view={view} nth={place} />
            </p>
            <StepLine view={view} at={at} step={one} />
          </li>
        ))}
      </ol>
    </>
  )
}

function StepName({ view: { back, names, words }, nth }: { view: NetworkView; nth: number }) {
  const step = back[nth]
  if (step === undefined) return words.all
  return (
    <>
      {words.steps[nth]} <MathFormula mathml={names[`dL/d${step.node}`] ?? ''} />
    </>
  )
}
