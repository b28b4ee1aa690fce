import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, showRational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import {
  arrivals,
  chainFormulas,
  type Expr,
  evaluateExpr,
  nameExpr,
  numberExpr,
  spellExpr,
} from '@/lib/network'
import { ops } from '@/lib/network/ops'
import { rationalField } from '../exact/plain'
import { randomNetwork } from './random-network'
import { tensorArbitrary, tensorsArbitrary } from './samples'

const place = { line: 1, column: 1 }
type Values = Map<string, Tensor<Rational>>

/** Holds every formula against what the backward pass computes; says how many there were. */
function compare(expr: Expr, values: Values, upstream: Tensor<Rational>): number {
  const root = expr.at(-1)!
  const output = evaluateExpr(expr, rationalField, values)
  if (!output.ok) return 0
  const told = chainFormulas(expr, nameExpr('out', root.shape), nameExpr('G', root.shape))
  const computed = arrivals(rationalField, { expr, values, upstream })
  expect(told.map(({ name, place }) => [name, place])).toEqual(
    computed.map(({ name, place }) => [name, place]),
  )
  const all = new Map([...values, ['out', output.value], ['G', upstream]])
  let compared = 0
  for (const [nth, { formula }] of told.entries()) {
    if (formula === null) continue
    const run = evaluateExpr(formula, rationalField, all)
    if (!run.ok) continue
    expect({ ...run.value, data: run.value.data.map(showRational) }, spellExpr(formula)).toEqual({
      shape: computed[nth]!.part.shape,
      data: computed[nth]!.part.data.map(showRational),
    })
    compared += 1
  }
  return compared
}

describe('formulas of the way back give what the backward pass computes', () => {
  test.each(ops.map(op => [op.name, op] as const))('%s', (_name, op) => {
    for (const { shapes, settings = [], entries } of op.samples.fit) {
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason)
      const items = shapes.map((shape, nth) => ({ kind: 'node', name: `x${nth}`, shape, place }) as const)
      const inputs = shapes.map((_, nth) => nth)
      const expr: Expr = [...items, { kind: 'apply', op, inputs, settings, shape: rule.shape, place }]
      fc.assert(
        fc.property(tensorsArbitrary(shapes, entries), tensorArbitrary(rule.shape), (values, upstream) => {
          compare(expr, new Map(values.map((value, nth) => [`x${nth}`, value])), upstream)
        }),
        { numRuns: 5 },
      )
    }
  })

  test('of whole expressions', () => {
    let compared = 0
    fc.assert(
      fc.property(randomNetwork, tensorArbitrary([2, 2]), ({ graph, leaves }, upstream) => {
        const values: Values = new Map(leaves)
        for (const { name, expr, shape } of graph.values()) {
          if (expr.length === 0) continue
          if (shape.length > 0) compared += compare(expr, values, upstream)
          const run = evaluateExpr(expr, rationalField, values)
          if (run.ok) values.set(name, run.value)
        }
      }),
    )
    expect(compared).toBeGreaterThan(50)
  })

  test('ops that have a short formula have it', () => {
    const formula = (
      name: string,
      shapes: readonly (readonly number[])[],
      settings: readonly number[] = [],
    ) => {
      const op = ops.find(op => op.name === name)!
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason)
      const items = shapes.map((shape, nth) => ({ kind: 'node', name: 'ab'[nth]!, shape, place }) as const)
      const inputs = shapes.map((_, nth) => nth)
      const expr: Expr = [...items, { kind: 'apply', op, inputs, settings, shape: rule.shape, place }]
      const told = chainFormulas(expr, nameExpr('c', rule.shape), nameExpr('dL/dc', rule.shape))
      return told.map(({ formula }) => (formula === null ? null : spellExpr(formula)))
    }
    const both = [
      [2, 2],
      [2, 2],
    ] // prettier-ignore
    expect(formula('matmul', both)).toEqual(['dL/dc @ b.T', 'a.T @ dL/dc'])
    expect(formula('multiply', both)).toEqual(['dL/dc * b', 'dL/dc * a'])
    expect(formula('subtract', both)).toEqual(['dL/dc', '-dL/dc'])
    expect(formula('divide', both)).toEqual(['dL/dc / b', '-(dL/dc * a / b^2)'])
    expect(formula('add', [[3, 2], [2]])).toEqual(['dL/dc', 'sum(dL/dc, 1)'])
    expect(
      formula('add', [
        [2, 3],
        [2, 1],
      ]),
    ).toEqual(['dL/dc', 'reshape(sum(dL/dc, 2), 2x1)'])
    expect(formula('relu', [[2]])).toEqual(['dL/dc * step(a)'])
    expect(formula('square', [[2]])).toEqual(['dL/dc * (2 * a)'])
    expect(formula('power', [[2]], [3])).toEqual(['dL/dc * (3 * a^2)'])
    expect(formula('transpose', [[2, 3]])).toEqual(['dL/dc.T'])
    expect(formula('sum', [[]])).toEqual(['dL/dc'])
    expect(formula('sum', [[2, 3]])).toEqual([null])
    expect(formula('conv1d', [[4], [2]])).toEqual([null, null])
  })

  test('a factor 1 is not written', () => {
    const multiply = ops.find(({ name }) => name === 'multiply')!
    const expr: Expr = [
      { kind: 'node', name: 'a', shape: [], place },
      { kind: 'node', name: 'b', shape: [], place },
      { kind: 'apply', op: multiply, inputs: [0, 1], settings: [], shape: [], place },
    ]
    const told = chainFormulas(expr, nameExpr('L', []), numberExpr(1))
    expect(told.map(({ formula }) => spellExpr(formula!))).toEqual(['b', 'a'])
  })
})
