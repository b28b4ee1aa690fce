import { indexOf, type Shape, sizeOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import type { Notation } from './notation'
import { fits, type Op, type Settings } from './op'

interface Constant {
  readonly name: string
  readonly notation: Notation
  readonly spelling?: Op['spelling']
  /** The settings are one length, of a square, or the shape itself. */
  readonly square: boolean
  /** Whether there is a 1 at an index (from 0); else there is a 0. */
  one(index: readonly number[]): boolean
}

/** A tensor of 0 and 1 that is computed from nothing but its shape. */
export function constant({ name, notation, spelling, square, one }: Constant): Op {
  const shapeOf = (settings: Settings): Shape => {
    const [length = 1] = settings
    return square ? [length, length] : settings
  }
  return {
    name,
    ...(square && { setting: 'length' as const }),
    notation,
    ...(spelling && { spelling }),
    shape: (_shapes, settings) => {
      const [length = 1] = settings
      if (square && length < 1)
        return { ok: false, reason: message('constant.length', { length }), alone: true }
      return fits(shapeOf(settings))
    },
    forward: (field, _inputs, settings) => {
      const shape = shapeOf(settings)
      const entry = (_: unknown, at: number) => (one(indexOf(shape, at)) ? field.one : field.zero)
      return { ok: true, value: { shape, data: Array.from({ length: sizeOf(shape) }, entry) } }
    },
    vjp: () => [],
    samples: {
      fit: (square ? [[1], [2], [3]] : [[], [3], [2, 3]]).map(settings => ({ shapes: [], settings })),
      misfit: square ? [{ shapes: [], settings: [0] }] : [],
    },
  }
}
