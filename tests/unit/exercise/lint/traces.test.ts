import { expect, test } from 'vitest'
import { right } from '@/lib/exercise/lint/answers'
import { type Traced, Traces } from '@/lib/exercise/lint/traces'
import { nameOf } from '@/lib/exercise/lint/ways'
import { worldOf } from '@/lib/exercise/lint/world'
import { lessonSource } from '../../../lesson-files'
import { takesLong } from '../../../takes-long'
import { keyOf } from '../solve'
import { lint } from './linted'

takesLong()

const lesson = lessonSource('full-small-network')
const passes = lesson.replace(/^(nudge|descend) .*$/gm, '')

function tracesOf(source: string): Traced[] {
  const world = worldOf(keyOf(source))
  return (world && new Traces(world).all()) ?? []
}

const sheets = (traces: readonly { readonly sheet: number }[]) =>
  new Set(traces.map(({ sheet }) => sheet)).size
const labels = (traces: readonly Traced[]) => [
  ...new Set(traces.map(({ mistake, node }) => `${mistake} ${node}`)),
]

/**
 * The catalogue makes 54 single mistakes in the forward and backward pass of this network, 45 when the ways of one are counted
 * once.
 */
const made = tracesOf(passes).filter(({ sheet }) => sheet !== right)

test('on the lesson’s network every single mistake has a full trace of its own', () => {
  expect([made.length, labels(made).length, sheets(made)]).toEqual([54, 45, 54])
  // One mistake more: going back through weights that the descent has moved already.
  const withMoves = tracesOf(lesson).filter(
    ({ sheet, node }) => sheet !== right && !/^(nudge|descend)/.test(node),
  )
  expect([withMoves.length, sheets(withMoves)]).toEqual([55, 55])
})

test('where only dL/dW1 is asked, five mistakes are not to be seen and others look alike', () => {
  const only = tracesOf(`${passes.replace(/^ask .*$/gm, '')}\nask dL/dW1\n`)
  const sheetOf = new Map(only.map(one => [nameOf(one), one.sheet]))
  const seen = made.flatMap(one => {
    const sheet = sheetOf.get(nameOf(one)) ?? right
    return sheet === right ? [] : [{ ...one, sheet }]
  })
  const ids = new Set(seen.map(({ mistake }) => mistake))
  expect([...new Set(made.map(({ mistake }) => mistake))].filter(id => !ids.has(id)).sort()).toEqual(
    ['bias-one', 'bias-zero', 'mask-early', 'preactivation-input', 'square-omitted'].sort(),
  )
  expect([seen.length, sheets(seen)]).toEqual([41, 37])
})

test('lint tells them, and whether other numbers would help or only more steps', () => {
  const { traces } = lint(`${passes.replace(/^ask .*$/gm, '')}\nask dL/dW1\n`)
  // The early gate shuts the same units as the gate itself.
  expect(traces).toContainEqual({ mistake: 'mask-early', node: 'dL/dh', with: 'right', numbers: false })
  expect(traces).toContainEqual({
    mistake: 'row-col-swap',
    node: 'dL/dW1',
    with: { mistake: 'row-col-swap', node: 'dL/dz' },
    numbers: false,
  })
  const one = lint('given h = 3\nparam w = 1\nz = w * h\nloss L = (z - 7)^2\nask dL/dz, dL/dh').traces
  expect(one).toContainEqual({ mistake: 'weight-forgotten', node: 'dL/dh', with: 'right', numbers: true })
})
