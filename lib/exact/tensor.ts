/** Lengths of the axes, outermost first. A scalar is `[]`, a vector of three `[3]`, two rows of three `[2, 3]`. */
export type Shape = readonly number[]

/** A dense tensor of any rank; `data` is in row-major order and holds as many entries as the shape says. */
export interface Tensor<S> {
  readonly shape: Shape
  readonly data: readonly S[]
}

/** Nested arrays of a tensor's own rank; a scalar is the bare entry. */
export type Nested<T> = T | Nested<T>[]

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1)
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis])
}

/** As it is told to people: `3x2`, `4`, `scalar`. */
export function showShape(shape: Shape): string {
  return shape.length === 0 ? 'scalar' : shape.join('x')
}
