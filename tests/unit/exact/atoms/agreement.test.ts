import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomField, type Comparison } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { takesLong } from '../../../takes-long'
import { anyTree, build, enclosure, positiveTree, respelt, type Tree } from './trees'

takesLong()

const limits = { work: 5e7, digits: 4096 }

function compare(a: Tree, b: Tree): Comparison {
  const field = atomField(new Budget(limits))
  return field.compare(build(field, a), build(field, b))
}

/** Whether interval arithmetic on the trees as they stand tells the two apart, at 1,200 bits. */
function areApart(a: Tree, b: Tree): boolean {
  const x = enclosure(a, 1200)
  const y = enclosure(b, 1200)
  return x.hi < y.lo || y.hi < x.lo
}

const choices = fc.array(fc.nat(5), { minLength: 8, maxLength: 8 })

test('a value equals itself in another spelling', () => {
  fc.assert(
    fc.property(fc.oneof(anyTree, positiveTree), choices, (tree, order) => {
      expect(compare(tree, respelt(tree, order)).equal).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('two values are equal exactly where digits do not part them', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (a, b) => {
      expect(compare(a, b).equal).toBe(!areApart(a, b))
    }),
    { numRuns: 2000 },
  )
})

test('a value and its close neighbour differ', () => {
  fc.assert(
    fc.property(anyTree, choices, (tree, order) => {
      const near: Tree = {
        op: 'add',
        a: respelt(tree, order),
        b: { op: 'number', value: { n: 1n, d: 10n ** 40n } },
      }
      expect(compare(tree, near).equal).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('signs agree with digits', () => {
  fc.assert(
    fc.property(anyTree, tree => {
      const field = atomField(new Budget(limits))
      const { lo, hi } = enclosure(tree, 1200)
      const side = lo > 0n ? 1 : hi < 0n ? -1 : 0
      const value = build(field, tree)
      expect(field.sign(value)).toBe(side)
      expect(field.isZero(value)).toBe(side === 0)
    }),
    { numRuns: 1000 },
  )
})
