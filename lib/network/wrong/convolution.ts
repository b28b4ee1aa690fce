import { entryOf, type Shape, sizeOf } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input, type Settings } from '../op'
import type { MistakeId } from './catalogue'
import { type OpMistakes, type Trial, tried } from './wrong'

interface Laying {
  readonly stride: number
  readonly pad: number
}

/** Visits every product of two entries. The op passes it in, because the op's file imports this one. */
type EachProduct = (
  x: Shape,
  k: Shape,
  settings: Settings,
  visit: (p: number, q: number, out: number) => void,
  laid?: Laying,
) => void

/** The place from which the kernel turned round along its last `axes` axes takes the entry at `place`. */
export function mirrored(kernel: Shape, place: number, axes: number): number {
  const width = sizeOf(kernel.slice(-axes))
  const at = place % width
  return place - at + (width - 1 - at)
}

/** How somebody lays the windows who overlooks the stride or the padding. */
function overlooked([stride = 1, pad = 0]: Settings): readonly (readonly [MistakeId, Laying])[] {
  return [
    ...(stride === 1 ? [] : [['stride-ignored', { stride: 1, pad }] as const]),
    ...(pad === 0 ? [] : [['pad-ignored', { stride, pad: 0 }] as const]),
  ]
}

/** The kernel turned round where it is not, or not where it is; stride or padding overlooked. */
export function convolutionMistakes(eachProduct: EachProduct, axes: number): OpMistakes {
  return {
    forward: (field, { inputs, output, settings }) => {
      const [x, k] = [input(inputs, 0), input(inputs, 1)]
      const laid = overlooked(settings).map(
        ([mistake, laying]): Trial<typeof field.zero> => [
          mistake,
          () => {
            const sums = new Accumulator(field, output.shape)
            const visit = (p: number, q: number, out: number) =>
              sums.add(out, field.mul(entryOf(x, p), entryOf(k, q)))
            eachProduct(x.shape, k.shape, settings, visit, laying)
            return sums.total()
          },
        ],
      )
      return tried(...laid)
    },
    back: (field, { inputs, upstream, settings }, into) => {
      const [x, k] = [input(inputs, 0), input(inputs, 1)]
      const sent = (turned: boolean, laying?: Laying) => () => {
        const sums = new Accumulator(field, input(inputs, into).shape)
        const visit = (p: number, q: number, out: number) => {
          const met = turned ? mirrored(k.shape, q, axes) : q
          const other = into === 0 ? entryOf(k, met) : entryOf(x, p)
          sums.add(into === 0 ? p : q, field.mul(entryOf(upstream, out), other))
        }
        eachProduct(x.shape, k.shape, settings, visit, laying)
        return sums.total()
      }
      const flip: Trial<typeof field.zero>[] = into === 0 ? [['conv-flip', sent(true)]] : []
      const laid = overlooked(settings).map(
        ([mistake, laying]): Trial<typeof field.zero> => [mistake, sent(false, laying)],
      )
      return tried(...flip, ...laid)
    },
  }
}
