import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomField, AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { fillTensor, mapTensor, type Tensor } from '@/lib/exact/tensor'
import {
  arrivals,
  chainFormulas,
  type Expr,
  evaluateExpr,
  nameExpr,
  namesIn,
  numberExpr,
  spellExpr,
  type UseExplained,
} from '@/lib/network'
import { ops } from '@/lib/network/ops'
import { randomNetwork } from '../random-network'
import { tensorArbitrary, tensorsArbitrary } from '../samples'

const place = { line: 1, column: 1 }
type Values = Map<string, Tensor<Scalar>>

const fieldOver = (table: AtomTable) => atomField(new Budget({ work: 3e5, digits: 4096 }), table)

/** Holds every formula against what the backward pass computes; says how many there were. */
function compare(
  expr: Expr,
  values: Values,
  upstream: Tensor<Scalar>,
  table: AtomTable = new AtomTable(),
): number {
  const field = fieldOver(table)
  // Numbers that nothing decides, or that take too long, are left to the other draws.
  const done = withinBudget(() => agreeing(field, expr, values, upstream))
  return done.ok ? done.value : 0
}

function agreeing(field: AtomField, expr: Expr, values: Values, upstream: Tensor<Scalar>): number {
  const root = expr.at(-1)!
  const output = evaluateExpr(expr, field, values)
  if (!output.ok) return 0
  const [told, typed] = [false, true].map(typed =>
    chainFormulas(expr, nameExpr('out', root.shape), nameExpr('G', root.shape), typed),
  ) as [UseExplained[], UseExplained[]]
  let without = false
  const fault = () => {
    without = true
  }
  const computed = arrivals(field, { expr, values, upstream, fault })
  if (without) return 0
  expect(told.map(({ name, place }) => [name, place])).toEqual(
    computed.map(({ name, place }) => [name, place]),
  )
  expect(typed.map(({ place }) => place)).toEqual(told.map(({ place }) => place))
  const all = new Map([...values, ['out', output.value], ['G', upstream]])
  let count = 0
  for (const [nth, { formula }] of [...told, ...typed].entries()) {
    if (formula === null) continue
    const run = evaluateExpr(formula, field, all)
    if (!run.ok) continue
    const { shape, data } = computed[nth % told.length]!.part
    expect(run.value.shape, spellExpr(formula)).toEqual(shape)
    for (const [at, entry] of data.entries()) {
      expect(field.equals(run.value.data[at]!, entry), spellExpr(formula)).toBe(true)
    }
    count += 1
  }
  return count
}

describe('formulas of the way back give what the backward pass computes', () => {
  test.each(ops.map(op => [op.name, op] as const))('%s', (_name, op) => {
    for (const { shapes, settings = [], entries } of op.samples.fit) {
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason.id)
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
      fc.property(randomNetwork, ({ graph, leaves }) => {
        const values: Values = new Map(leaves)
        const table = new AtomTable()
        for (const { name, expr, shape } of graph.values()) {
          if (expr.length === 0 || !namesIn(expr).every(used => values.has(used))) continue
          const upstream = mapTensor(fillTensor(shape, 0), (_, at) =>
            rational(((at * 7) % 5) - 2, 1 + (at % 3)),
          )
          compared += compare(expr, values, upstream, table)
          const run = withinBudget(() => evaluateExpr(expr, fieldOver(table), values))
          if (run.ok && run.value.ok) values.set(name, run.value.value)
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
      if (!rule.ok) throw new Error(rule.reason.id)
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
