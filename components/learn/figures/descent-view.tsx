import type { DescentFigure } from '@/lib/protocol/figure'
import { Facts } from './facts'
import { Knob } from './knob'
import { Plot } from './plot'

export interface DescentWords {
  readonly rate: string
  readonly change: string
  readonly foretold: string
  readonly curve: string
  readonly tangent: string
  readonly uphill: string
}

interface DescentViewProps {
  figure: DescentFigure
  words: DescentWords
  at: number
  onMove?: (at: number) => void
}

const eta = '<math><mi>η</mi></math>'

/** The loss along the way downhill, and the straight line that touches it where one starts. */
export function DescentView({ figure, words, at, onMove }: DescentViewProps) {
  const { curve, tangent, rates, losses, changes, foretold, loss } = figure
  const heights = curve.map(([, y]) => y)
  const most = Math.max(...heights)
  const right = curve.at(-1)?.[0] ?? 1
  const frame = { left: -right * 0.03, right: right * 1.03, top: most * 1.15, bottom: -most * 0.3 }
  const here = curve[at] ?? [0, 0]
  const told = tangent[at] ?? [0, 0]
  const before = losses[0] ?? ''
  const uphill = here[1] > (heights[0] ?? 0)
  const middle = curve[Math.floor(curve.length / 2)] ?? here
  return (
    <>
      <Plot
        frame={frame}
        lines={[
          { key: 'tangent', points: tangent, look: 'tangent' },
          { key: 'gap', points: [here, told], look: 'gap' },
          { key: 'curve', points: curve, look: 'curve' },
        ]}
        dots={[
          { key: 'told', at: told, look: 'tangent' },
          { key: 'here', at: here, look: 'curve' },
        ]}
        labels={[
          { key: 'loss', at: [middle[0], middle[1] + most * 0.06], says: words.curve },
          { key: 'tangent', at: [0, -most * 0.06], says: words.tangent, below: true },
        ]}
      />
      <Knob knob={{ mathml: eta, positions: rates }} at={at} move={words.rate} {...(onMove && { onMove })} />
      <Facts
        facts={[
          { key: 'loss', name: loss, is: at === 0 ? before : `${before} → ${losses[at]}` },
          { key: 'change', words: words.change, is: changes[at] ?? '' },
          { key: 'foretold', words: words.foretold, is: foretold[at] ?? '', tone: 'follows' },
          ...(uphill ? [{ key: 'uphill', words: '', is: words.uphill, tone: 'wrong' as const }] : []),
        ]}
      />
    </>
  )
}
