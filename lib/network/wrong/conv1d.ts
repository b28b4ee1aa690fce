import type { Shape } from '@/lib/exact/tensor'
import { entryOf } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** Visits every product of two entries. The op passes it in, because the op's file imports this one. */
type EachProduct = (x: Shape, k: Shape, visit: (p: number, q: number, out: number) => void) => void

/** The place from which the reversed kernel takes the entry at `place`. */
export function mirrored(kernel: Shape, place: number): number {
  const width = kernel.at(-1) ?? 1
  const at = place % width
  return place - at + (width - 1 - at)
}

/** The kernel not turned round on the way back into x. */
export function conv1dMistakes(eachProduct: EachProduct): OpMistakes {
  return {
    back: (field, { inputs, upstream }, into) => {
      if (into !== 0) return []
      const [x, k] = [input(inputs, 0), input(inputs, 1)]
      const slid = new Accumulator(field, x.shape)
      return tried([
        'conv-flip',
        () => {
          eachProduct(x.shape, k.shape, (p, q, out) => {
            slid.add(p, field.mul(entryOf(upstream, out), entryOf(k, mirrored(k.shape, q))))
          })
          return slid.total()
        },
      ])
    },
  }
}
