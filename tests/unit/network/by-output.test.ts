import { expect, test } from 'vitest'
import { type AtomField, AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { mapTensor, tensorOf } from '@/lib/exact/tensor'
import type { Op } from '@/lib/network'
import { ops } from '@/lib/network/ops'

const told = ops.filter(({ vjpByOutput }) => vjpByOutput)
const at = [rational(-2), rational(-1, 3), rational(0), rational(1, 4), rational(4)]
const field = (): AtomField => atomField(new Budget({ work: 3e5, digits: 4096 }), new AtomTable())

/** What one number gets by its input and by its output: null where there is no slope, undefined where there is no value. */
function both(op: Op, value: Rational): [string | null, string | null] | undefined {
  const over = field()
  const x = mapTensor(tensorOf([1], [value]), entry => over.fromRational(entry))
  const upstream = mapTensor(tensorOf([1], [rational(3)]), entry => over.fromRational(entry))
  const run = op.forward(over, [x], [])
  if (!run.ok) return undefined
  const pass = { output: run.value, upstream, settings: [] }
  const slope = op.noSlope?.(over, [x]) ? null : op.vjp(over, { ...pass, inputs: [x] })[0]
  const byOutput = op.vjpByOutput?.(over, pass) ?? null
  const same = slope && byOutput && over.equals(slope.data[0]!, byOutput.data[0]!)
  return [slope ? 'a slope' : null, byOutput ? (same ? 'a slope' : 'another') : null]
}

test('there are some', () => expect(told.length).toBeGreaterThan(3))

test.each(told.map(op => [op.name, op] as const))(
  '%s: the slope by the output is that by the input, and there is none where there is none',
  (_name, op) => {
    const pairs = at.flatMap(value => {
      const pair = both(op, value)
      return pair ? [pair] : []
    })
    expect(pairs.length).toBeGreaterThan(0)
    for (const [byInput, byOutput] of pairs) expect(byOutput).toBe(byInput)
  },
)
