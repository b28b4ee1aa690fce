import { rational } from '@/lib/exact/rational'
import { entryOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { input, type Op } from '../op'
import { sumOf } from '../softmax'
import { windowSamples, windowsOf, windowsShape } from '../windows'
import { poolNotation, poolSpelling } from '../windows-written'
import { avgpoolMistakes } from '../wrong/pool'

/** `avgpool(x, size, stride)`: the mean of each window; the stride is the size unless said. */
export const avgpool: Op = {
  name: 'avgpool',
  setting: 'window',
  notation: poolNotation('avgpool'),
  spelling: poolSpelling('avgpool'),
  rule: {
    value: ({ inputs }) => message('avgpool.value', { x: input(inputs, 0) }),
    backInWords: () => message('avgpool.back'),
  },
  shape: windowsShape,
  forward: (field, inputs, settings) => {
    const x = input(inputs, 0)
    const rule = windowsShape([x.shape], settings)
    const data = windowsOf(x.shape, settings).map(places => {
      const sum = sumOf(
        field,
        places.map(at => entryOf(x, at)),
      )
      return field.div(sum, field.fromRational(rational(places.length)))
    })
    return { ok: true, value: { shape: rule.ok ? rule.shape : [], data } }
  },
  vjp: (field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const into = new Accumulator(field, shape)
    for (const [out, places] of windowsOf(shape, settings).entries()) {
      const share = field.div(entryOf(upstream, out), field.fromRational(rational(places.length)))
      for (const at of places) into.add(at, share)
    }
    return [into.total()]
  },
  mistakes: avgpoolMistakes,
  samples: windowSamples,
}
