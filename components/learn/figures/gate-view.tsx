import type { FigurePoint, GateFigure } from '@/lib/protocol/figure'
import { Facts } from './facts'
import { Knob, type KnobWords } from './knob'
import { Plot } from './plot'

export interface GateWords {
  readonly knob: KnobWords
  readonly on: string
  readonly off: string
  readonly arrived: string
  readonly slope: string
  readonly handed: string
}

interface GateViewProps {
  figure: GateFigure
  words: GateWords
  at: number
  onMove: ((at: number) => void) | null
}

/** A neuron on the corner of its ReLU, and what its gate lets back. */
export function GateView({ figure, words, at, onMove }: GateViewProps) {
  const { points, knob, names, numbers, on } = figure
  const reach = Math.max(...points.map(([x]) => Math.abs(x))) * 1.15 || 1
  const here: FigurePoint = points[at] ?? [0, 0]
  const now = numbers[at]
  const flips = on.flatMap((open, place) => (place > 0 && open !== on[place - 1] ? [place] : []))
  if (now === undefined) return null
  return (
    <>
      <Plot
        frame={{ left: -reach, right: reach, bottom: -reach * 0.25, top: reach }}
        lines={[
          {
            key: 'relu',
            points: [
              [-reach, 0],
              [0, 0],
              [reach, reach],
            ],
            look: 'curve',
          },
        ]}
        dots={[{ key: 'here', at: here, look: 'tangent' }]}
        labels={[
          {
            key: 'state',
            at: [-reach, reach * 0.75],
            says: on[at] ? words.on : words.off,
            beside: 'right',
            half: true,
          },
        ]}
      />
      <Knob knob={knob} at={at} words={words.knob} flips={flips} onMove={onMove} />
      <Facts
        facts={[
          { key: 'before', name: names.before, is: now.before },
          { key: 'after', name: names.after, is: now.after },
          { key: 'arrived', words: words.arrived, name: names.arrived, is: now.arrived },
          { key: 'slope', words: words.slope, name: names.slope, is: now.slope },
          { key: 'handed', words: words.handed, name: names.handed, is: now.handed, tone: 'chalk' },
        ]}
      />
    </>
  )
}
