import type { Scalar } from '@/lib/exact/atoms'
import { isElement } from '@/lib/exact/atoms'
import { decimalOf, showRational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { texOf } from '@/lib/exact/tex'
import { entryAt, isTensorStep, type Key, numeralsOf } from '@/lib/exercise'

/** How a number of an exercise is asked for: `dL/dW1`, `z[2]`, `descend.loss`, each perhaps with a form. */
export interface Asked {
  readonly target: string
  readonly form: Form | null
}

/**
 * `fraction` and `decimal` say how a number is written; without them it is written as its exercise writes numbers. `row` puts
 * the entries of a vector or a column on one line. `negative` puts brackets around a number below 0, for a sum or a product.
 */
export type Form = 'fraction' | 'decimal' | 'row' | 'negative' | 'rounded'

export const forms: readonly Form[] = ['fraction', 'decimal', 'row', 'negative', 'rounded']

/** What stands in the text in place of an asked number. Errors are sentences for the author. */
export type Written =
  | { readonly ok: true; readonly text: string; readonly tex: string }
  | { readonly ok: false; readonly error: string }

export function writeNumber(key: Key, { target, form }: Asked): Written {
  const found = find(key, target)
  if (found === null) return { ok: false, error: `there is no ${target}` }
  const spelled = found.data.map(value => spell(key, value, form))
  const wrong = spelled.find(one => one === null)
  if (wrong !== undefined) return { ok: false, error: `${target} cannot be written ${form ?? 'exactly'}` }
  const cells = spelled.filter(one => one !== null)
  const first = cells[0]
  if (found.shape.length === 0 && first !== undefined) return { ok: true, ...first }
  const [rows = 1, columns = 1] = found.shape
  if (form === 'row' || found.shape.length === 1) {
    if (found.shape.length > 1 && rows > 1 && columns > 1) {
      return { ok: false, error: `${target} has several rows and columns` }
    }
    const line = (way: 'text' | 'tex') => `(${cells.map(cell => cell[way]).join(', ')})`
    return { ok: true, text: line('text'), tex: line('tex') }
  }
  if (found.shape.length > 2) return { ok: false, error: `${target} is no matrix` }
  const lines = Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns))
  const inner = lines.map(line => line.map(({ tex }) => tex).join(' & ')).join(' \\\\ ')
  return { ok: true, text: '', tex: `\\begin{bmatrix} ${inner} \\end{bmatrix}` }
}

/**
 * The answer of a step, else a gradient, else a value; with indices counted from 1, one entry of it. One index is enough where there
 * is one row or one column.
 */
function find(key: Key, target: string): Tensor<Scalar> | null {
  const whole = named(key, target)
  if (whole !== null) return whole
  const indexed = /^(.+)\[(\d+(?:,\d+)*)\]$/.exec(target)
  const tensor = indexed?.[1] === undefined ? null : named(key, indexed[1])
  const said = indexed?.[2]?.split(',').map(Number) ?? []
  if (tensor === null) return null
  const index = said.length === 1 ? onLine(tensor.shape, said[0] ?? 0) : said
  const within =
    index.length === tensor.shape.length &&
    index.every((at, axis) => at >= 1 && at <= (tensor.shape[axis] ?? 0))
  return within ? entryAt(tensor, index) : null
}

/** The whole index of the nth entry of one row or one column. */
export function onLine(shape: readonly number[], nth: number): readonly number[] {
  if (shape.length !== 2) return [nth]
  return shape[1] === 1 ? [nth, 1] : shape[0] === 1 ? [1, nth] : [nth]
}

function named(key: Key, name: string): Tensor<Scalar> | null {
  const step = key.steps.find(({ id }) => id === name)
  if (step !== undefined && isTensorStep(step)) return step.answer
  if (name.startsWith('dL/d')) return key.gradients.get(name.slice(4)) ?? null
  return key.values.get(name) ?? null
}

function spell(key: Key, value: Scalar, form: Form | null): { text: string; tex: string } | null {
  if (form === 'fraction' || form === 'decimal') {
    if (isElement(value)) return null
    const plain = form === 'fraction' ? showRational(value) : decimalOf(value)
    return plain === null ? null : plainly(plain)
  }
  const shown = numeralsOf(key.exercise)(value)
  if (shown.rounded && form !== 'rounded') return null
  const tex = texOf(shown.mathml).trim()
  const text = shown.text.replaceAll('-', '−')
  if (form !== 'negative' || !shown.text.startsWith('-')) return { text, tex }
  return { text: `(${text})`, tex: `(${tex})` }
}

function plainly(number: string): { text: string; tex: string } {
  const [, sign = '', top = '', bottom] = /^(-?)(.+?)(?:\/(.+))?$/.exec(number) ?? []
  const tex = bottom === undefined ? `${sign}${top}` : `${sign}\\frac{${top}}{${bottom}}`
  return { text: number.replaceAll('-', '−'), tex }
}
