import { entryMathml, math, partialMathml } from '@/lib/exact/mathml'
import { Elsewhere, type Key } from '@/lib/exercise'
import type { GateFigure } from '@/lib/protocol/figure'
import { plainSentence } from '@/lib/words/sentence'
import { type AskedFigure, needed, numberIn, onlyThese } from './asked'
import { turned } from './knob'
import { isRelu } from './network'
import { drawn, printer } from './print'

/** `figure gate exercise=… node=h entry=2 knob=b1[2] from=0 to=2 by=1/10`: one entry of a node that is the ReLU of another. */
export function gateFigure(asked: AskedFigure, key: Key, caption: string): GateFigure {
  onlyThese(asked, ['node', 'entry', 'knob', 'from', 'to', 'by'])
  const { exercise } = key
  const node = needed(asked, 'node')
  const expr = exercise.graph.get(node)?.expr ?? []
  const [inner] = expr
  if (!isRelu(key, node) || expr.length !== 2 || inner?.kind !== 'node') {
    throw new Error(`${node} is not the ReLU of a node`)
  }
  const nth = numberIn(asked, 'entry')
  const place = Number(nth.n) - 1
  const size = key.values.get(node)?.data.length ?? 0
  if (nth.d !== 1n || place < 0 || place >= size)
    throw new Error(`${node} has no entry ${needed(asked, 'entry')}`)
  const loss = exercise.loss
  if (loss === null) throw new Error('a gate needs a loss')
  const { knob, moved } = turned(asked, key)
  const elsewhere = new Elsewhere(key)
  const print = printer(key)
  const at = moved.map((leaves, position) => {
    const made = elsewhere.passes(leaves)
    if (!made.ok) throw new Error(`at ${knob.positions[position]}: ${plainSentence(made.reason)}`)
    const { passes } = made
    const entry = (tensors: typeof passes.values, name: string) =>
      tensors.get(name)?.data[place] ?? elsewhere.field.zero
    const slope = elsewhere.slopes(passes, node, place, inner.name).data[place] ?? elsewhere.field.zero
    return {
      before: entry(passes.values, inner.name),
      after: entry(passes.values, node),
      arrived: entry(passes.gradients, node),
      slope,
      handed: entry(passes.gradients, inner.name),
    }
  })
  const index = [place + 1]
  return {
    kind: 'gate',
    caption,
    knob,
    names: {
      before: math(entryMathml(inner.name, index)),
      after: math(entryMathml(node, index)),
      arrived: math(partialMathml(loss, node, [], index)),
      slope: math(partialMathml(node, inner.name, index, index)),
      handed: math(partialMathml(loss, inner.name, [], index)),
    },
    numbers: at.map(({ before, after, arrived, slope, handed }) => ({
      before: print(before),
      after: print(after),
      arrived: print(arrived),
      slope: print(slope),
      handed: print(handed),
    })),
    on: at.map(({ slope }) => !elsewhere.field.isZero(slope)),
    points: at.map(({ before, after }) => [drawn(before), drawn(after)]),
  }
}
