import type { ChangeEvent } from 'react'
import { MathFormula } from '@/components/ui/math'
import type { FigureKnob } from '@/lib/protocol/figure'
import { KnobMarks, type MarkWords } from './knob-marks'

export interface KnobWords extends MarkWords {
  /** What stands before the name of what is moved. */
  readonly move: string
}

interface KnobProps {
  knob: Pick<FigureKnob, 'mathml' | 'positions' | 'start'>
  at: number
  words: KnobWords
  /** Positions at which the mask is another than at the position before. */
  flips?: readonly number[]
  /** Null as long as it cannot be moved. */
  onMove: ((at: number) => void) | null
}

/** The slider of a figure. It stands where it will be used from the start, so that nothing moves; without scripts there is none. */
export function Knob({ knob, at, words, flips = [], onMove }: KnobProps) {
  const { mathml, positions, start } = knob
  return (
    <label className="mt-4 flex flex-wrap items-start gap-x-3 print:hidden [@media(scripting:none)]:hidden">
      <span className="flex min-h-11 shrink-0 items-center gap-x-[0.4em]">
        {words.move} <MathFormula mathml={mathml} />
      </span>
      <span className="min-w-0 flex-1 max-sm:order-last max-sm:basis-full">
        <input
          type="range"
          min={0}
          max={positions.length - 1}
          step={1}
          value={at}
          disabled={onMove === null}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onMove?.(Number(event.target.value))}
          aria-valuetext={positions[at]}
          className="block h-11 w-full cursor-pointer accent-(--chalk-ink)"
        />
        <KnobMarks positions={positions} start={start} flips={flips} words={words} />
      </span>
      {/* The slider says it itself, as its text. */}
      <span
        aria-hidden="true"
        className="flex min-h-11 min-w-[3.5em] shrink-0 items-center justify-end font-semibold tabular-nums max-sm:ml-auto"
      >
        {positions[at]}
      </span>
    </label>
  )
}
