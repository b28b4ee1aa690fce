import { indexOf, type Shape, sizeOf, stridesOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { fits, input, misfit, type Op, type Settings, type ShapeRule } from './op'

/** Windows over the last two axes of a tensor, or over a vector's one: shared by what pools them. */

/** Two lengths of a window, then two steps between windows, which are the lengths unless said. */
function windowOf(shape: Shape, settings: Settings) {
  const [height = 1, width = 1, down = height, along = width] = settings
  const vector = shape.length === 1
  return vector ? { size: [width], stride: [along] } : { size: [height, width], stride: [down, along] }
}

function placesOf(shape: Shape, settings: Settings): number[] {
  const { size, stride } = windowOf(shape, settings)
  const lengths = shape.slice(-size.length)
  return lengths.map((length, axis) => Math.floor((length - (size[axis] ?? 1)) / (stride[axis] ?? 1)) + 1)
}

export function windowsShape(shapes: readonly Shape[], settings: Settings): ShapeRule {
  const shape = input(shapes, 0)
  if (shape.length === 0) return misfit(message('windows.scalar'))
  const { size, stride } = windowOf(shape, settings)
  if (shape.length === 1 && settings[0] !== settings[1] && settings[0] !== 1) {
    return misfit(message('windows.of-vector', { size: settings.slice(0, 2) }))
  }
  if (size.some(length => length < 1)) return misfit(message('windows.size', { size }))
  if (stride.some(step => step < 1)) return misfit(message('windows.stride', { stride }))
  const lengths = shape.slice(-size.length)
  if (lengths.some((length, axis) => length < (size[axis] ?? 1))) {
    return misfit(message('windows.too-wide', { size, lengths }))
  }
  return fits([...shape.slice(0, -size.length), ...placesOf(shape, settings)])
}

/** The places of the entries in each window, windows and entries in reading order. `laid` are steps other than the file's. */
export function windowsOf(shape: Shape, settings: Settings, laid?: readonly number[]): number[][] {
  const { size, stride } = windowOf(shape, settings)
  const lengths = shape.slice(-size.length)
  const places = placesOf(shape, settings)
  const strides = stridesOf(lengths)
  const taps = Array.from({ length: sizeOf(size) }, (_, tap) => indexOf(size, tap))
  const sheet = sizeOf(lengths)
  const count = sizeOf(shape) / sheet
  const steps = laid ?? stride
  return Array.from({ length: count }, (_, nth) => nth * sheet).flatMap(start =>
    Array.from({ length: sizeOf(places) }, (_, out) => {
      const corner = indexOf(places, out)
      return taps.map(tap =>
        tap.reduce(
          (at, i, axis) => at + (i + (corner[axis] ?? 0) * (steps[axis] ?? 1)) * (strides[axis] ?? 1),
          start,
        ),
      )
    }),
  )
}

export const windowSamples: Op['samples'] = {
  fit: [
    { shapes: [[4]], settings: [2, 2] },
    { shapes: [[5]], settings: [2, 2, 1, 1] },
    { shapes: [[4, 4]], settings: [2, 2] },
    { shapes: [[2, 4]], settings: [1, 2] },
    { shapes: [[3, 3]], settings: [2, 2, 1, 1] },
    { shapes: [[2, 2, 3]], settings: [2, 2, 1, 1] },
  ],
  misfit: [
    { shapes: [[]], settings: [2, 2] },
    { shapes: [[4]], settings: [0, 0] },
    { shapes: [[4]], settings: [2, 3] },
    { shapes: [[4, 4]], settings: [2, 2, 0, 0] },
    { shapes: [[3]], settings: [4, 4] },
    { shapes: [[2, 3]], settings: [3, 3] },
  ],
}
