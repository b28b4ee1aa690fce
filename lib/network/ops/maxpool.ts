import type { TranscendentalField } from '@/lib/exact/atoms'
import { entryOf, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { atTwins } from '../elementwise'
import { input, type Op, type Settings } from '../op'
import { windowSamples, windowsOf, windowsShape } from '../windows'
import { poolNotation, poolSpelling } from '../windows-written'
import { maxpoolMistakes } from '../wrong/pool'

/** The place of the largest entry of each window; of several, the first in reading order. */
function takenPlaces<S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings): number[] {
  return windowsOf(x.shape, settings).map(places =>
    places.reduce((best, at) => (field.sign(field.sub(entryOf(x, at), entryOf(x, best))) > 0 ? at : best)),
  )
}

/** `maxpool(x, size, stride)`: the largest entry of each window; the stride is the size unless said. */
export const maxpool: Op = {
  name: 'maxpool',
  setting: 'window',
  notation: poolNotation('maxpool'),
  spelling: poolSpelling('maxpool'),
  conventions: [atTwins(message('maxpool.ties'))],
  rule: {
    value: ({ inputs }) => message('maxpool.value', { x: input(inputs, 0) }),
    backInWords: () => message('maxpool.back'),
  },
  shape: windowsShape,
  forward: (field, inputs, settings) => {
    const x = input(inputs, 0)
    const rule = windowsShape([x.shape], settings)
    const data = takenPlaces(field, x, settings).map(at => entryOf(x, at))
    return { ok: true, value: { shape: rule.ok ? rule.shape : [], data } }
  },
  vjp: (field, { inputs, upstream, settings }) => {
    const x = input(inputs, 0)
    const into = new Accumulator(field, x.shape)
    for (const [out, at] of takenPlaces(field, x, settings).entries()) into.add(at, entryOf(upstream, out))
    return [into.total()]
  },
  mistakes: maxpoolMistakes,
  samples: windowSamples,
}
