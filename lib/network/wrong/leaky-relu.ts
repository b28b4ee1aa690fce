import { broadcastTo, entryOf, mapTensor, sameShape, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The small slope below 0 taken for 1 or for 0, or the two sides exchanged. */
export const leakyReluMistakes: OpMistakes = {
  forward: (field, { inputs, output }) => {
    const z = broadcastTo(input(inputs, 0), output.shape)
    const shut = mapTensor(z, entry => (field.sign(entry) > 0 ? entry : field.zero))
    return tried(['leaky-as-relu', () => shut], ['leaky-slope-omitted', () => z])
  },
  back: (field, { inputs, upstream }, into) => {
    const [z, slopes] = [input(inputs, 0), broadcastTo(input(inputs, 1), upstream.shape)]
    // A slope that is learned, or x broadcast against it, is rare: only the plain case is named.
    if (into === 1 || !sameShape(z.shape, upstream.shape)) return []
    const gated =
      (above: Rule<typeof field.zero>, below: Rule<typeof field.zero>) => (): Tensor<typeof field.zero> =>
        mapTensor(upstream, (g, at) =>
          (field.sign(entryOf(z, at)) > 0 ? above : below)(g, entryOf(slopes, at)),
        )
    const through = <S>(g: S): S => g
    const scaled = (g: typeof field.zero, slope: typeof field.zero) => field.mul(g, slope)
    return tried(
      ['leaky-slope-omitted', () => upstream],
      ['leaky-as-relu', gated(through, () => field.zero)],
      ['mask-inverted', gated(scaled, through)],
      [
        'mask-by-upstream-sign',
        () => zipTensors(upstream, slopes, (g, slope) => (field.sign(g) > 0 ? g : field.mul(g, slope))),
      ],
    )
  },
}

type Rule<S> = (g: S, slope: S) => S
