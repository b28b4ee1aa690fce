import type { ChangeEvent } from 'react'
import { MathFormula } from '@/components/ui/math'
import type { FigureKnob } from '@/lib/protocol/figure'

interface KnobProps {
  knob: Pick<FigureKnob, 'mathml' | 'positions'>
  at: number
  move: string
  /** Absent in what the server makes, which has no handlers: it cannot be moved yet. */
  onMove?: ((at: number) => void) | undefined
}

/** The slider of a figure. It stands where it will be used from the start, so that nothing moves; without scripts there is none. */
export function Knob({ knob, at, move, onMove }: KnobProps) {
  const { mathml, positions } = knob
  return (
    <label className="mt-4 flex items-center gap-3 print:hidden [@media(scripting:none)]:hidden">
      <span className="shrink-0">
        {move} <MathFormula mathml={mathml} />
      </span>
      <input
        type="range"
        min={0}
        max={positions.length - 1}
        step={1}
        {...(onMove
          ? {
              value: at,
              onChange: (event: ChangeEvent<HTMLInputElement>) => onMove(Number(event.target.value)),
            }
          : { defaultValue: at, disabled: true })}
        aria-valuetext={positions[at]}
        className="h-11 min-w-0 flex-1 cursor-pointer accent-(--chalk-ink)"
      />
      {/* The slider says it itself, as its text. */}
      <span aria-hidden="true" className="min-w-[3.5em] shrink-0 text-right font-semibold tabular-nums">
        {positions[at]}
      </span>
    </label>
  )
}
