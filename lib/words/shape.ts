/** `a scalar`, `2x3`: a shape where a sentence says what something is. */
export function shapeInWords(shape: readonly number[]): string {
  return shape.length === 0 ? 'a scalar' : shape.join('x')
}
