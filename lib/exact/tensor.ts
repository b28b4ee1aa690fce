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

/** A tensor of the entries given; a count that does not fit the shape is the caller's bug. */
export function tensorOf<S>(shape: Shape, data: readonly S[]): Tensor<S> {
  if (data.length !== sizeOf(shape)) {
    throw new RangeError(`${data.length} entries for a tensor of shape ${showShape(shape)}`)
  }
  return { shape, data }
}

/** Every entry the same. */
export function fillTensor<S>(shape: Shape, entry: S): Tensor<S> {
  return { shape, data: new Array<S>(sizeOf(shape)).fill(entry) }
}

export function mapTensor<S, T>(tensor: Tensor<S>, change: (entry: S, at: number) => T): Tensor<T> {
  return { shape: tensor.shape, data: tensor.data.map(change) }
}

/** Entry by entry; the shapes must be the same (broadcast first). */
export function zipTensors<A, B, C>(a: Tensor<A>, b: Tensor<B>, join: (a: A, b: B) => C): Tensor<C> {
  if (!sameShape(a.shape, b.shape)) {
    throw new RangeError(`shapes ${showShape(a.shape)} and ${showShape(b.shape)} joined entry by entry`)
  }
  return { shape: a.shape, data: a.data.map((entry, at) => join(entry, entryOf(b, at))) }
}

/** The entry at a place in `data`; outside is the caller's bug. */
export function entryOf<S>(tensor: Tensor<S>, at: number): S {
  if (!(at in tensor.data))
    throw new RangeError(`entry ${at} of a tensor of shape ${showShape(tensor.shape)}`)
  return tensor.data[at] as S
}

/** How far apart in `data` neighbours along each axis are: `[3, 1]` for two rows of three. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1)
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1)
  }
  return strides
}

/** Place in `data` of an index that counts from 0; null where the index does not fit the shape. */
export function placeOf(shape: Shape, index: readonly number[]): number | null {
  if (index.length !== shape.length) return null
  let place = 0
  for (const [axis, length] of shape.entries()) {
    const i = index[axis] ?? -1
    if (!Number.isInteger(i) || i < 0 || i >= length) return null
    place = place * length + i
  }
  return place
}

/** The index, counted from 0, of a place in `data`. */
export function indexOf(shape: Shape, place: number): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(place / stride) % (shape[axis] ?? 1))
}

/** NumPy's rule: shapes are lined up at their last axis; lengths agree or one of them is 1. Null where they do not. */
export function broadcastShape(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length)
  const joined: number[] = []
  for (let axis = 0; axis < rank; axis += 1) {
    const p = a[a.length - rank + axis] ?? 1
    const q = b[b.length - rank + axis] ?? 1
    if (p !== q && p !== 1 && q !== 1) return null
    joined.push(p === 1 ? q : p)
  }
  return joined
}

/**
 * For each place of a tensor of shape `to`, the place in a tensor of shape `from` whose entry stands there when
 * `from` is broadcast. `from` must broadcast to `to`. The same list, read backwards, says what a gradient is summed over.
 */
export function broadcastPlaces(from: Shape, to: Shape): readonly number[] {
  if (sameShape(from, to)) return inOrder(sizeOf(to))
  const joined = broadcastShape(from, to)
  if (joined === null || !sameShape(joined, to)) {
    throw new RangeError(`shape ${showShape(from)} does not broadcast to ${showShape(to)}`)
  }
  let places = [0]
  const strides = stridesOf(from)
  for (const [axis, length] of to.entries()) {
    const own = axis - (to.length - from.length)
    const stride = (from[own] ?? 1) === 1 ? 0 : (strides[own] ?? 0)
    places = places.flatMap(place => Array.from({ length }, (_, i) => place + i * stride))
  }
  return places
}

const orders = new Map<number, readonly number[]>()

/** 0, 1, 2 …: kept, because most tensors that meet have one shape. */
function inOrder(size: number): readonly number[] {
  const order = orders.get(size) ?? Array.from({ length: size }, (_, place) => place)
  orders.set(size, order)
  return order
}

export function broadcastTo<S>(tensor: Tensor<S>, shape: Shape): Tensor<S> {
  if (sameShape(tensor.shape, shape)) return tensor
  return { shape, data: broadcastPlaces(tensor.shape, shape).map(place => entryOf(tensor, place)) }
}

export function nest<T>(tensor: Tensor<T>): Nested<T> {
  const { shape, data } = tensor
  let level: Nested<T>[] = [...data]
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const length = shape[axis] ?? 1
    level = Array.from({ length: sizeOf(shape.slice(0, axis)) }, (_, i) =>
      level.slice(i * length, (i + 1) * length),
    )
  }
  return level[0] as Nested<T>
}

/** The tensor of nested arrays, or null where they are ragged or empty. Entries are whatever is no array. */
export function unnest<T>(nested: Nested<T>): Tensor<T> | null {
  const shape: number[] = []
  let level: Nested<T>[] = [nested]
  while (level.some(Array.isArray)) {
    const first = level[0]
    if (!Array.isArray(first) || first.length === 0) return null
    const next: Nested<T>[] = []
    for (const row of level) {
      if (!Array.isArray(row) || row.length !== first.length) return null
      for (const entry of row) next.push(entry)
    }
    shape.push(first.length)
    level = next
  }
  return { shape, data: level as T[] }
}
