import type { Budget } from '../budget'
import type { Field } from '../field'
import { type Rational, rationals } from '../rational'
import { coefficientsOver } from './coefficients'
import { type Atom, constantSum, emptySum, type Monomial, type Power, type Sum, type Term } from './element'
import { compareMonomials, joinMonomials } from './monomial'
import type { AtomTable } from './table'

/** Arithmetic of sums over one table of atoms, paid for from one budget. */
export class Ring {
  readonly coefficients: Field<Rational>
  readonly one: Sum = constantSum(rationals.one)

  constructor(
    readonly table: AtomTable,
    readonly budget: Budget,
  ) {
    this.coefficients = coefficientsOver(budget)
  }

  /** Merges two sums in order. */
  add(a: Sum, b: Sum): Sum {
    if (a.length === 0) return b
    if (b.length === 0) return a
    this.budget.spend(2 * (a.length + b.length))
    const sum: Term[] = []
    let i = 0
    let j = 0
    for (;;) {
      const x = a[i]
      const y = b[j]
      if (!x || !y) break
      const order = compareMonomials(x.monomial, y.monomial)
      if (order === 0) {
        const coefficient = this.coefficients.add(x.coefficient, y.coefficient)
        if (coefficient.n !== 0n) sum.push({ monomial: x.monomial, coefficient })
      } else sum.push(order > 0 ? x : y)
      if (order >= 0) i += 1
      if (order <= 0) j += 1
    }
    for (; i < a.length; i++) sum.push(a[i] as Term)
    for (; j < b.length; j++) sum.push(b[j] as Term)
    return sum
  }

  neg(a: Sum): Sum {
    return a.map(({ monomial, coefficient }) => ({
      monomial,
      coefficient: { n: -coefficient.n, d: coefficient.d },
    }))
  }

  sub(a: Sum, b: Sum): Sum {
    return this.add(a, this.neg(b))
  }

  /** Every coefficient times a rational that is not 0. */
  scale(a: Sum, by: Rational): Sum {
    if (by.n === 1n && by.d === 1n) return a
    this.budget.spend(2 * a.length)
    return a.map(({ monomial, coefficient }) => ({
      monomial,
      coefficient: this.coefficients.mul(coefficient, by),
    }))
  }

  /** Makes rows of products and merges them in pairs, so that memory holds only what the result is made of. */
  mul(a: Sum, b: Sum): Sum {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a]
    // A product of two terms takes about a microsecond, which is ten units.
    this.budget.spend(8 * short.length * long.length + 2)
    let rows = short.map(term => this.times(term, long))
    while (rows.length > 1) {
      const merged: Sum[] = []
      for (let i = 0; i < rows.length; i += 2)
        merged.push(this.add(rows[i] ?? emptySum, rows[i + 1] ?? emptySum))
      rows = merged
    }
    return rows[0] ?? emptySum
  }

  /** a^k for k >= 0. */
  power(a: Sum, k: number): Sum {
    let result = this.one
    for (let i = 0; i < k; i++) result = this.mul(result, a)
    return result
  }

  private times(term: Term, sum: Sum): Sum {
    if (term.monomial.length === 0) return this.scale(sum, term.coefficient)
    const row: Term[] = []
    let ordered = true
    let unfolded: Sum = emptySum
    for (const other of sum) {
      const product = this.product(term, other)
      const [only] = product
      if (!only || product.length > 1) {
        unfolded = this.add(unfolded, product)
        continue
      }
      const last = row.at(-1)
      if (last && compareMonomials(last.monomial, only.monomial) <= 0) ordered = false
      row.push(only)
    }
    return this.add(ordered ? row : this.collect(row), unfolded)
  }

  /** A sum of terms in any order, equal monomials among them. */
  collect(terms: readonly Term[]): Sum {
    this.budget.spend(8 * terms.length)
    const sorted = [...terms].sort((x, y) => compareMonomials(y.monomial, x.monomial))
    const sum: Term[] = []
    for (const term of sorted) {
      const last = sum.at(-1)
      if (!last || compareMonomials(last.monomial, term.monomial) !== 0) {
        if (term.coefficient.n !== 0n) sum.push(term)
        continue
      }
      const coefficient = this.coefficients.add(last.coefficient, term.coefficient)
      sum.pop()
      if (coefficient.n !== 0n) sum.push({ monomial: last.monomial, coefficient })
    }
    return sum
  }

  /** A product of two terms: one term, unless a surd meets itself and its radicand is put in. */
  private product(a: Term, b: Term): Sum {
    const coefficient = this.coefficients.mul(a.coefficient, b.coefficient)
    const joined = joinMonomials(a.monomial, b.monomial)
    return joined.some(overflows) ? this.fold(joined, coefficient) : [{ monomial: joined, coefficient }]
  }

  /** p^(n + q) = p^n p^q, gate^2 = gate, surd^2 = its radicand; the powers of surds and gates are positive. */
  fold(joined: Monomial, coefficient: Rational): Sum {
    let scale = coefficient
    const kept: Power[] = []
    const radicands: [Sum, number][] = []
    for (const { atom, power } of joined) {
      if (atom.kind === 'gate') kept.push({ atom, power: rationals.one })
      else if (atom.kind === 'surd') {
        if (power.n % 2n !== 0n) kept.push({ atom, power: rationals.one })
        radicands.push([atom.of, Number(power.n / 2n)])
      } else if (atom.kind === 'prime') {
        const whole = floor(power)
        scale = this.coefficients.mul(scale, this.primePower(atom.of, whole))
        const rest = rationals.sub(power, { n: whole, d: 1n })
        if (rest.n !== 0n) kept.push({ atom, power: rest })
      } else kept.push({ atom, power })
    }
    let sum: Sum = [{ monomial: kept, coefficient: scale }]
    for (const [radicand, times] of radicands) {
      for (let i = 0; i < times; i++) sum = this.mul(sum, radicand)
    }
    return sum
  }

  /** p^k for any integer k, foreseen by the budget before it is computed. */
  primePower(prime: bigint, k: bigint): Rational {
    const size = k < 0n ? -k : k
    this.budget.spend(Number(size) / 8 + 1)
    // `foresee` counts hexadecimal digits and sees no growth for a prime below 16; a fourth power has at least two
    // digits.
    this.budget.foresee({ n: prime ** 4n, d: 1n }, Number(size) / 4)
    const power = prime ** size
    return this.budget.keep(k < 0n ? { n: 1n, d: power } : { n: power, d: 1n })
  }
}

export function floor({ n, d }: Rational): bigint {
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d
}

export function isFolding({ kind }: Atom): boolean {
  return kind === 'prime' || kind === 'surd' || kind === 'gate'
}

function overflows({ atom, power }: Power): boolean {
  if (!isFolding(atom)) return false
  return atom.kind === 'prime' ? power.n < 0n || power.n >= power.d : power.n !== 1n
}
