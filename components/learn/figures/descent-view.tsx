import type { DescentFigure } from '@/lib/protocol/figure'
import { Facts } from './facts'
import { Knob, type KnobWords } from './knob'
import { Plot } from './plot'

export interface DescentWords {
  readonly knob: KnobWords
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
  onMove: ((at: number) => void) | null
}

const eta = '<math><mi>η</mi></math>'

/** The loss along the way downhill, and the straight line that touches it where one starts. */
export function DescentView({ figure, words, at, onMove }: DescentViewProps) {
  const { curve, tangent, rates, start, losses, changes, foretold, loss } = figure
  const heights = curve.map(([, y]) => y)
  const most = Math.max(...heights)
  const right = curve.at(-1)?.[0] ?? 1
  const frame = { left: -right * 0.03, right: right * 1.03, top: most * 1.15, bottom: -most * 0.3 }
  const here = curve[at] ?? [0, 0]
  const told = tangent[at] ?? [0, 0]
  const before = losses[0] ?? ''
  const first = heights[0] ?? 0
  const uphill = here[1] > first
  const branch = curve[Math.floor(curve.length * 0.88)] ?? here
  const [, [nextX, nextY] = [1, 0]] = tangent
  // Below the axis, where the straight line has left the curve.
  const low = frame.bottom * 0.55
  const along = ((low - first) / (nextY - first)) * nextX
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
          { key: 'loss', at: branch, says: words.curve, beside: 'left' },
          { key: 'tangent', at: [along, low], says: words.tangent, beside: 'right' },
        ]}
      />
      <Knob knob={{ mathml: eta, positions: rates, start }} at={at} words={words.knob} onMove={onMove} />
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
