import { decimal, type Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { type Key, numeralsOf } from '@/lib/exercise'

/** Writes numbers as the exercise writes its own, exactly; what would be too long is rounded, and says so. */
export function printer(key: Key): (value: Scalar) => string {
  const numerals = numeralsOf(key.exercise)
  return value => {
    const { text, rounded } = numerals(value)
    return `${rounded ? '≈ ' : ''}${text.replaceAll('-', '−')}`
  }
}

export const printed = (print: (value: Scalar) => string, tensor: Tensor<Scalar>): string[] =>
  tensor.data.map(print)

/** Where a number is drawn. Nobody reads it as a number. */
export const drawn = (value: Scalar): number => Number(decimal(value, 6))
