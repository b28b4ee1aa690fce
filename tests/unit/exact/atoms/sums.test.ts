import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitAndRest } from '@/lib/exact/atoms/content'
import { ofSum, type Sum } from '@/lib/exact/atoms/element'
import { sameSum } from '@/lib/exact/atoms/factors'
import { compareMonomials } from '@/lib/exact/atoms/monomial'
import { divideSums, squareRoot } from '@/lib/exact/atoms/quotient'
import { Ring } from '@/lib/exact/atoms/ring'
import { AtomTable, monomialOf } from '@/lib/exact/atoms/table'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'

const table = new AtomTable()
const ring = new Ring(table, new Budget({ work: Number.POSITIVE_INFINITY, digits: 4096 }))
const graded = [table.exponential(ofSum(ring.one)), table.symbol('x'), table.primeLog(2n)]
const folding = [table.prime(2n), table.prime(3n), table.gate('x')]

const small = fc.integer({ min: -3, max: 3 })
/** Sums over three atoms that just add powers (the first one to halves), or over roots and a gate. */
const sumOver = (atoms: typeof graded, folds: boolean): fc.Arbitrary<Sum> =>
  fc.array(fc.tuple(small, fc.array(small, { minLength: 3, maxLength: 3 })), { maxLength: 5 }).map(terms =>
    terms.reduce<Sum>((total, [coefficient, powers]) => {
      let term: Sum = coefficient === 0 ? [] : [{ monomial: [], coefficient: rational(coefficient) }]
      atoms.forEach((atom, i) => {
        const k = powers[i] ?? 0
        const power = folds
          ? atom.kind === 'prime'
            ? rational(1, 2)
            : rational(1)
          : rational(k, i === 0 ? 2 : 1)
        if (k !== 0 && term.length > 0)
          term = ring.mul(term, [{ monomial: monomialOf(atom, power), coefficient: rational(1) }])
      })
      return ring.add(total, term)
    }, []),
  )
const gradedSum = sumOver(graded, false)
const anySum = fc.oneof(gradedSum, sumOver(folding, true))
const notEmpty = gradedSum.filter(sum => sum.length > 0)

function isInOrder(sum: Sum): boolean {
  return sum.every((term, i) => {
    const next = sum[i + 1]
    return term.coefficient.n !== 0n && (!next || compareMonomials(term.monomial, next.monomial) > 0)
  })
}

describe('sums', () => {
  test('stay in order, without zeros, through sums and products', () => {
    fc.assert(
      fc.property(anySum, anySum, (a, b) => {
        for (const sum of [ring.add(a, b), ring.sub(a, b), ring.mul(a, b)]) expect(isInOrder(sum)).toBe(true)
        expect(sameSum(ring.collect([...a, ...b]), ring.add(a, b))).toBe(true)
        expect(ring.sub(a, a)).toEqual([])
      }),
    )
  })

  test('are their unit times their rest, and scaling by a unit leaves the rest', () => {
    fc.assert(
      fc.property(notEmpty, small, small, fc.integer({ min: 1, max: 9 }), (sum, i, j, n) => {
        const { unit, rest } = unitAndRest(sum)
        expect(sameSum(ring.mul([unit], rest), sum)).toBe(true)
        expect(unit.coefficient.n > 0n).toBe(true)
        expect(rest.every(({ coefficient }) => coefficient.d === 1n)).toBe(true)
        let scaled = ring.scale(sum, rational(n, 7))
        for (const [k, power] of [i, j].entries()) {
          const atom = graded[k]
          if (atom && power !== 0) {
            scaled = ring.mul(scaled, [
              { monomial: monomialOf(atom, rational(power)), coefficient: rational(1) },
            ])
          }
        }
        expect(sameSum(unitAndRest(scaled).rest, rest)).toBe(true)
      }),
    )
  })

  test('divide exactly where they do, and only there', () => {
    fc.assert(
      fc.property(notEmpty, notEmpty, gradedSum, (a, b, c) => {
        const product = ring.mul(a, b)
        const quotient = divideSums(ring, product, b)
        expect(quotient && sameSum(quotient, a)).toBe(true)
        const other = divideSums(ring, ring.add(product, c), b)
        if (other) expect(sameSum(ring.mul(other, b), ring.add(product, c))).toBe(true)
      }),
    )
  })

  test('division ends where leading terms would go on for ever: ln 2 by 1 + e + x', () => {
    const [e, x, log] = graded.map(atom => [{ monomial: monomialOf(atom), coefficient: rational(1) }])
    const divisor = ring.add(ring.add(ring.one, e ?? []), x ?? [])
    expect(divideSums(ring, log ?? [], divisor)).toBe(null)
    expect(divideSums(ring, ring.add(divisor, log ?? []), divisor)).toBe(null)
  })

  test('square roots of squares are found, and of what is none are not', () => {
    fc.assert(
      fc.property(notEmpty, notEmpty, (a, b) => {
        const root = squareRoot(ring, ring.mul(a, a))
        expect(root && sameSum(ring.mul(root, root), ring.mul(a, a))).toBe(true)
        const found = squareRoot(ring, b)
        if (found) expect(sameSum(ring.mul(found, found), b)).toBe(true)
      }),
    )
  })
})
