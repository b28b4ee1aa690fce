import { bracketRows } from './brackets'
import { entryOf, isPrinted } from './entry'
import { type Form, isRows, type Rows, turned } from './form'
import { type Call, callOf, givenIn, placedIn } from './nest'

/** What programs call their matrices, in print and in code. */
const matrices =
  /^(?:(?:as)?array|Array|DeviceArray|(?:as_)?tensor|(?:Float|Double)?Tensor|Parameter|Variable|constant|matrix|Matrix|[mM]at|(?:Immutable|ImmutableDense|MutableDense)Matrix|DataFrame|Series|list|tuple|Vector)$/

const deepest = 8

/**
 * `array([[1, 2], [3, 4]], dtype=…)` and all else that has a name and brackets around the rows: torch, TensorFlow, JAX, SymPy, Maple,
 * pandas, Maxima's `matrix([1, 2], [3, 4])`.
 */
export const calls: Form = { read: text => called(text, 0) }

function called(text: string, depth: number): Rows | null {
  const shown = tensorflow(text)
  if (shown !== null) return inner(shown, depth)
  const call = callOf(text)
  if (call === null || !matrices.test(call.name) || depth > deepest) return null
  const placed = placedIn(call)
  if (placed.length === 0) return null
  const bracketed = placed.filter(piece => piece.startsWith('['))
  if (bracketed.length === 0) return placed.length === 1 ? inner(placed[0] ?? '', depth + 1) : null
  const sizes = placed.slice(0, placed.length - bracketed.length)
  if (!sizes.every(size => /^\d{1,4}$/.test(size)) || !placed.slice(sizes.length).every(isBracketed))
    return null
  const rows = bracketRows(bracketed.join('\n'))
  const shaped = rows && ofSize(rows, sizes.map(Number))
  // Maple's vectors stand.
  return shaped && call.name === 'Vector' && !text.startsWith('Vector[row]') ? turned(shaped) : shaped
}

const isBracketed = (piece: string): boolean => piece.startsWith('[')

/** Rows inside, or the one number inside. */
function inner(text: string, depth: number): Rows | null {
  const source = text.trim()
  if (source.startsWith('[')) return source.endsWith(']') ? bracketRows(source) : null
  const rows = depth > deepest ? null : called(source, depth + 1)
  if (rows !== null) return rows
  const entry = entryOf(source)
  return entry !== null && isPrinted(entry) ? [[entry]] : null
}

/** `Matrix(2, 2, [1, 2, 3, 4])`: one list, and how many rows and columns are made of it. */
function ofSize(rows: Rows, [height, width]: readonly number[]): Rows | null {
  const [flat = []] = rows
  if (height === undefined || width === undefined || rows.length !== 1) return rows
  if (flat.length !== height * width) return null
  return Array.from({ length: height }, (_, row) => flat.slice(row * width, (row + 1) * width))
}

/** `<tf.Tensor: shape=(2, 2), dtype=float32, numpy=⏎array(…)>`. */
function tensorflow(text: string): string | null {
  if (!/^<tf\.(?:Tensor|Variable)\b/.test(text) || !text.endsWith('>')) return null
  const from = text.indexOf('numpy=')
  return from < 0 ? null : text.slice(from + 'numpy='.length, -1)
}

/**
 * R in code: `c(1, 2)`, `matrix(c(1, 2, 3, 4), nrow = 2)` and `structure(c(…), dim = c(2L, 2L))`, which are filled column by column,
 * unless `byrow = TRUE`.
 */
export const rCode: Form = {
  read(text) {
    const call = callOf(text)
    const numbers = call?.name === 'c' ? numbersOf(call) : []
    // One value in brackets after a c is a product with an entry c.
    if (numbers.length > 1) return [numbers]
    if (call === null || (call.name !== 'matrix' && call.name !== 'structure')) return null
    const [first, ...sizes] = placedIn(call)
    const list = first === undefined ? null : callOf(first)
    if (list?.name !== 'c') return null
    const flat = numbersOf(list)
    const dim = callOf(givenIn(call, 'dim') ?? givenIn(call, '.Dim') ?? '')
    const [rows, columns] = dim
      ? numbersOf(dim)
      : [givenIn(call, 'nrow') ?? sizes[0], givenIn(call, 'ncol') ?? sizes[1]]
    const shape = shapeOf(flat.length, rows, columns)
    if (shape === null) return null
    const byRow = /^T(?:RUE)?$/.test(givenIn(call, 'byrow') ?? '')
    if (byRow) return ofSize([flat], shape)
    const turnedShape = ofSize([flat], [shape[1], shape[0]])
    return turnedShape && isRows(turnedShape) ? turned(turnedShape) : null
  },
}

/** `2L` is R's integer 2. */
function numbersOf(call: Call): string[] {
  return placedIn(call).map(piece => (/^-?\d+L$/.test(piece) ? piece.slice(0, -1) : piece))
}

function shapeOf(
  size: number,
  rows: string | undefined,
  columns: string | undefined,
): [number, number] | null {
  const [height, width] = [rows, columns].map(text => (text === undefined ? null : Number.parseInt(text, 10)))
  const down = height ?? (width ? size / width : size)
  const across = width ?? size / down
  const fits = Number.isInteger(down) && Number.isInteger(across) && down > 0 && down * across === size
  return fits ? [down, across] : null
}
