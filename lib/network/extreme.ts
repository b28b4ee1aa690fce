import type { TranscendentalField } from '@/lib/exact/atoms'
import { mi } from '@/lib/exact/mathml'
import { entryOf, type Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { Accumulator } from './accumulator'
import { atTwins } from './elementwise'
import { reducing } from './notation'
import { input, type Op, type OpRule, type Settings } from './op'
import { reducedPlaces, reducedShape, reductionSamples } from './reduction'
import { extremeMistakes } from './wrong/extreme'

/** For each entry of the output, the place of the entry that is taken: the first of those that lie furthest `up`. */
function takenPlaces<S>(
  field: TranscendentalField<S>,
  x: Tensor<S>,
  settings: Settings,
  up: 1 | -1,
): number[] {
  const taken: number[] = []
  for (const [place, to] of reducedPlaces(x.shape, settings).entries()) {
    const best = taken[to]
    if (best === undefined) taken[to] = place
    else if (field.sign(field.sub(entryOf(x, place), entryOf(x, best))) === up) taken[to] = place
  }
  return taken
}

interface Extreme {
  readonly name: string
  readonly up: 1 | -1
  readonly ties: Message
  readonly rule: OpRule
}

/** The largest or the smallest entry, over everything or along one axis, which is dropped. */
export function extreme({ name, up, ties, rule }: Extreme): Op {
  return {
    name,
    setting: 'axis',
    notation: reducing(mi(up === 1 ? 'max' : 'min')),
    conventions: [atTwins(ties)],
    rule,
    shape: reducedShape,
    forward: (field, inputs, settings) => {
      const x = input(inputs, 0)
      const rule = reducedShape([x.shape], settings)
      const data = takenPlaces(field, x, settings, up).map(place => entryOf(x, place))
      return { ok: true, value: { shape: rule.ok ? rule.shape : [], data } }
    },
    vjp: (field, { inputs, upstream, settings }) => {
      const x = input(inputs, 0)
      const into = new Accumulator(field, x.shape)
      for (const [to, place] of takenPlaces(field, x, settings, up).entries()) {
        into.add(place, entryOf(upstream, to))
      }
      return [into.total()]
    },
    mistakes: extremeMistakes,
    samples: reductionSamples,
  }
}
