import { type Mathematics, math } from './argument'

/** `2x3`, `4`, `scalar`: a shape as a quantity, which pages typeset. */
export function shapeOf(shape: readonly number[]): Mathematics {
  return math(shape.length === 0 ? 'scalar' : shape.join('x'))
}

/** `a scalar`, `2x3`: a shape where a sentence says what something is. */
export function shapeInWords(shape: readonly number[]): string | Mathematics {
  return shape.length === 0 ? 'a scalar' : shapeOf(shape)
}

/** `scalar`, `2x3`: a shape by itself, as exercise files write it. */
export function lengths(shape: readonly number[]): string {
  return shape.length === 0 ? 'scalar' : shape.join('x')
}
