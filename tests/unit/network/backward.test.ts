import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rational, showRational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { backprop, type ExprItem, evaluate, gradientFrom, graphOf, nodeValue } from '@/lib/network'
import { add, matmul, multiply, square, sum } from '@/lib/network/ops'
import { message } from '@/lib/words/message'
import { takesLong } from '../../takes-long'
import { rationalField as rationals } from '../exact/plain'
import { randomNetwork } from './random-network'

takesLong()

const one = { shape: [], data: [rationals.one] }
const place = { line: 1, column: 1 }
const shown = ({ data }: Tensor<Rational>) => data.map(showRational)

describe('the backward pass of whole networks', () => {
  test('a gradient recomputed from the gradients of the nodes that use it is the same', () => {
    fc.assert(
      fc.property(randomNetwork, ({ graph, leaves }) => {
        const { values, faults } = evaluate(graph, rationals, leaves)
        fc.pre(faults.length === 0)
        const gradients = backprop(graph, rationals, values, { node: 'loss', gradient: one })
        for (const name of graph.keys()) {
          if (name === 'loss') continue
          const again = gradientFrom(graph, rationals, name, values, gradients)
          expect(shown(again)).toEqual(shown(nodeValue(gradients, name)))
        }
      }),
      { numRuns: 300 },
    )
  })
})

const node = (name: string): ExprItem => ({ kind: 'node', name, shape: [], place })
const leaf = (name: string) => ({ name, shape: [], expr: [] })
const scalar = (n: number) => ({ shape: [], data: [rational(n)] })

test('a node used twice gets the sum over its uses, in one expression and in several', () => {
  const times: ExprItem = { kind: 'apply', op: multiply, inputs: [0, 1], settings: [], shape: [], place }
  const plus: ExprItem = { kind: 'apply', op: add, inputs: [0, 1], settings: [], shape: [], place }
  const graph = graphOf([
    leaf('x'),
    { name: 'a', shape: [], expr: [node('x'), node('x'), times] },
    { name: 'b', shape: [], expr: [node('a'), node('x'), times] },
    { name: 'loss', shape: [], expr: [node('a'), node('b'), plus] },
  ])
  const { values } = evaluate(graph, rationals, new Map([['x', scalar(3)]]))
  const gradients = backprop(graph, rationals, values, { node: 'loss', gradient: one })
  // x^2 + x^3 at 3: 2x + 3x^2 = 33, and a = x^2 gets 1 + x = 4.
  expect([...gradients].map(([name, value]) => [name, shown(value)])).toEqual([
    ['x', ['33']],
    ['a', ['4']],
    ['b', ['1']],
    ['loss', ['1']],
  ])
})

test('what the seed does not depend on gets zeros in its own shape, the seed gets its own gradient', () => {
  const graph = graphOf([
    { name: 'x', shape: [2], expr: [] },
    { name: 'unused', shape: [3], expr: [] },
    {
      name: 'c',
      shape: [2],
      expr: [
        { kind: 'node', name: 'x', shape: [2], place },
        { kind: 'apply', op: square, inputs: [0], settings: [], shape: [2], place },
      ],
    },
    {
      name: 'after',
      shape: [],
      expr: [
        { kind: 'node', name: 'c', shape: [2], place },
        { kind: 'apply', op: sum, inputs: [0], settings: [], shape: [], place },
      ],
    },
  ])
  const leaves = new Map([
    ['x', { shape: [2], data: [rational(1), rational(-3)] }],
    ['unused', { shape: [3], data: [1, 2, 3].map(n => rational(n)) }],
  ])
  const { values } = evaluate(graph, rationals, leaves)
  const gradient = { shape: [2], data: [rational(5), rational(7)] }
  const gradients = backprop(graph, rationals, values, { node: 'c', gradient })
  expect(shown(nodeValue(gradients, 'x'))).toEqual(['10', '-42'])
  expect(shown(nodeValue(gradients, 'c'))).toEqual(['5', '7'])
  expect(shown(nodeValue(gradients, 'unused'))).toEqual(['0', '0', '0'])
  expect(shown(nodeValue(gradients, 'after'))).toEqual(['0'])
})

test('a fault leaves out its node and what is computed from it, and nothing else', () => {
  const noValue = message('verbatim.text', { text: 'no value' })
  const bad: ExprItem = { kind: 'apply', op: matmul, inputs: [0, 0], settings: [], shape: [], place }
  const faulty = { ...bad, op: { ...matmul, forward: () => ({ ok: false as const, reason: noValue }) } }
  const graph = graphOf([
    leaf('x'),
    { name: 'broken', shape: [], expr: [node('x'), faulty] },
    { name: 'after', shape: [], expr: [node('broken')] },
    { name: 'other', shape: [], expr: [node('x')] },
  ])
  const { values, faults } = evaluate(graph, rationals, new Map([['x', scalar(1)]]))
  expect([...values.keys()]).toEqual(['x', 'other'])
  expect(faults).toEqual([{ node: 'broken', fault: { place, reason: noValue } }])
})
