import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { fillTensor, mapTensor, type Tensor } from '@/lib/exact/tensor'
import {
  chainFormulas,
  composed,
  type Expr,
  evaluateExpr,
  nameExpr,
  namesIn,
  numberExpr,
  rootOf,
  simplified,
  spellExpr,
} from '@/lib/network'
import { add, divide, multiply, negate, transpose } from '@/lib/network/ops'
import { takesLong } from '../../../takes-long'
import { randomNetwork } from '../random-network'

takesLong()

const W = nameExpr('W', [2, 3])
const made = (...parts: Parameters<typeof composed>): Expr => composed(...parts) ?? []

describe('a formula as a person would write it', () => {
  test.each<[string, Expr, string]>([
    ['turned twice', made(transpose, [made(transpose, [W])]), 'W'],
    [
      'a half of twice',
      made(multiply, [made(divide, [numberExpr(1), numberExpr(2)]), made(multiply, [numberExpr(2), W])]),
      'W',
    ],
    ['numbers on both sides', made(multiply, [made(multiply, [W, numberExpr(3)]), numberExpr(2)]), '6 * W'],
    ['an eighth', made(multiply, [made(divide, [numberExpr(1), numberExpr(8)]), W]), 'W / 8'],
    ['two signs', made(negate, [made(multiply, [numberExpr(-1), W])]), 'W'],
    ['nothing added', made(add, [made(multiply, [numberExpr(0), W]), W]), 'W'],
    ['a product turned', made(transpose, [made(multiply, [numberExpr(2), W])]), '2 * W.T'],
  ])('%s', (_what, expr, text) => expect(spellExpr(simplified(expr))).toBe(text))

  test('it is equal to what it was, and of its shape', () => {
    let compared = 0
    fc.assert(
      fc.property(randomNetwork, ({ graph, leaves }) => {
        const values: Map<string, Tensor<Scalar>> = new Map(leaves)
        const table = new AtomTable()
        const field = () => atomField(new Budget({ work: 3e5, digits: 4096 }), table)
        for (const { name, expr, shape } of graph.values()) {
          if (expr.length === 0 || !namesIn(expr).every(used => values.has(used))) continue
          const upstream = mapTensor(fillTensor(shape, 0), (_, at) => rational((at % 5) - 2, 3))
          const all = new Map([...values, ['G', upstream] as const])
          for (const { formula } of chainFormulas(expr, nameExpr(name, shape), nameExpr('G', shape), true)) {
            if (formula === null) continue
            const plain = simplified(formula)
            expect(rootOf(plain).shape).toEqual(rootOf(formula).shape)
            const done = withinBudget(() => {
              const run = evaluateExpr(expr, field(), values)
              if (!run.ok) return
              const known = new Map([...all, [name, run.value] as const])
              const [was, is] = [formula, plain].map(one => evaluateExpr(one, field(), known))
              if (!was?.ok || !is?.ok) return
              for (const [at, entry] of was.value.data.entries()) {
                expect(field().equals(entry, is.value.data[at]!), spellExpr(formula)).toBe(true)
              }
              compared += 1
            })
            if (!done.ok) continue
          }
          const run = withinBudget(() => evaluateExpr(expr, field(), values))
          if (run.ok && run.value.ok) values.set(name, run.value.value)
        }
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(30)
  })
})
