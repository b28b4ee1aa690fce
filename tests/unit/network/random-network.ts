import fc from 'fast-check'
import type { Rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import { type Expr, type ExprItem, type Graph, type GraphNode, graphOf, type Op } from '@/lib/network'
import {
  abs,
  add,
  max,
  mean,
  min,
  multiply,
  negate,
  relu,
  square,
  step,
  subtract,
  sum,
} from '@/lib/network/ops'
import { tensorArbitrary } from './samples'

const place = { line: 1, column: 1 }
const shape: Shape = [2, 2]
const unaryOps: readonly Op[] = [relu, abs, square, negate, step]
const binaryOps: readonly Op[] = [add, subtract, multiply, max, min]

/** An expression over earlier nodes of one shape: each pick is an op and the items it takes. */
function expressionOver(names: readonly string[], picks: readonly number[]): Expr {
  const items: ExprItem[] = names.map(name => ({ kind: 'node', name, shape, place }))
  for (const pick of picks) {
    const left = pick % items.length
    const right = Math.floor(pick / 7) % items.length
    const unary = pick % 3 === 0
    const pool = unary ? unaryOps : binaryOps
    const op = pool[Math.floor(pick / 3) % pool.length]!
    items.push({ kind: 'apply', op, inputs: unary ? [left] : [left, right], settings: [], shape, place })
  }
  return items
}

export interface RandomNetwork {
  readonly graph: Graph
  readonly leaves: ReadonlyMap<string, Tensor<Rational>>
}

/** Small networks of 2x2 nodes with branches, shared and unused nodes, ending in a sum or a mean. */
export const randomNetwork: fc.Arbitrary<RandomNetwork> = fc
  .tuple(
    fc.array(tensorArbitrary(shape), { minLength: 2, maxLength: 3 }),
    fc.array(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([values, bodies, averaged]) => {
    const leaves = new Map(values.map((value, i) => [`p${i}`, value]))
    const nodes: GraphNode[] = values.map((_, i) => ({ name: `p${i}`, shape, expr: [] }))
    for (const [i, picks] of bodies.entries()) {
      const expr = expressionOver(
        nodes.map(({ name }) => name),
        picks,
      )
      nodes.push({ name: `n${i}`, shape, expr })
    }
    const last: ExprItem = { kind: 'node', name: nodes.at(-1)!.name, shape, place }
    const op = averaged ? mean : sum
    const total: ExprItem = { kind: 'apply', op, inputs: [0], settings: [], shape: [], place }
    return { graph: graphOf([...nodes, { name: 'loss', shape: [], expr: [last, total] }]), leaves }
  })
