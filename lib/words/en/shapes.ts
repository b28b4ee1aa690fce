import type { Subject } from '../argument'
import { lengths } from '../shape'
import { text } from '../text'

/** Why shapes do not go together, where several ops say so. */
export const shapes = {
  'shapes.no-axes': ({ axis }: { axis: number }) => text`there is no axis ${axis} (a scalar has no axes)`,
  'shapes.no-axis': ({ axis, shape }: { axis: number; shape: readonly number[] }) =>
    text`there is no axis ${axis} (the axes of ${lengths(shape)} go from 1 to ${shape.length})`,
  'shapes.nothing-to-go-along': () => 'a scalar has no axis to go along',
  'shapes.no-broadcast': ({ a, b, sign, differ }: Clash) =>
    text`${lengths(a)} ${sign} ${lengths(b)} does not broadcast (${differ[0]} and ${differ[1]} differ)`,
} satisfies Subject

type Clash = {
  a: readonly number[]
  b: readonly number[]
  /** As exercise files write it: `+`. */
  sign: string
  differ: readonly [number, number]
}
