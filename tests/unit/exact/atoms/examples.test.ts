import { describe, expect, test } from 'vitest'
import { atomField, type Scalar, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'

const field = atomField(new Budget({ work: 1e8, digits: 4096 }))
const { add, sub, mul, div, neg, exp, log, sqrt, one, compare } = field
const q = (n: number, d = 1): Scalar => rational(n, d)
const e = exp(one)
const square = (a: Scalar): Scalar => mul(a, a)
const sigmoid = (a: Scalar): Scalar => div(one, add(one, exp(neg(a))))
const tanh = (a: Scalar): Scalar => div(sub(exp(a), exp(neg(a))), add(exp(a), exp(neg(a))))
const sum = (terms: readonly Scalar[]): Scalar => terms.reduce(add, field.zero)
const softmax = (logits: readonly Scalar[]): Scalar[] => {
  const powers = logits.map(exp)
  return powers.map(power => div(power, sum(powers)))
}

function same(a: Scalar, b: Scalar, reason: string): void {
  expect(compare(a, b)).toEqual({ equal: true, reason })
}

describe('the numbers of the exercises beyond the rationals', () => {
  test('sigmoid at ln 3, and its slope', () => {
    const s = sigmoid(log(q(3)))
    expect(s).toEqual(rational(3, 4))
    expect(mul(s, sub(one, s))).toEqual(rational(3, 16))
  })

  test('sigmoid at 1: e/(1+e), e/(1+e)^2', () => {
    const s = sigmoid(one)
    same(s, div(e, add(one, e)), 'field')
    same(mul(s, sub(one, s)), div(e, square(add(one, e))), 'field')
    expect(spellScalar(s)).toBe('e/(1+e)')
    expect(spellScalar(mul(s, sub(one, s)))).toBe('e/(1+e)^2')
  })

  test('tanh at ln 2: 3/5, and 1 - tanh^2 = 16/25', () => {
    const t = tanh(log(q(2)))
    expect(t).toEqual(rational(3, 5))
    expect(sub(one, square(t))).toEqual(rational(16, 25))
  })

  test('binary cross-entropy at ln 3: ln(4/3)', () => {
    const loss = neg(log(sigmoid(log(q(3)))))
    same(loss, log(q(4, 3)), 'field')
    expect(spellScalar(loss)).toBe('ln(4/3)')
  })

  test('softmax of 0, ln 2, ln 5, and losses on it', () => {
    const p = softmax([field.zero, log(q(2)), log(q(5))])
    expect(p).toEqual([rational(1, 8), rational(1, 4), rational(5, 8)])
    same(neg(log(p[1] ?? one)), log(q(4)), 'field')
    expect(spellScalar(neg(log(p[1] ?? one)))).toBe('ln(4)')
    const target = [one, field.zero, field.zero]
    const upstream = p.map((pi, i) => mul(q(2), sub(pi, target[i] ?? one)))
    const inner = sum(p.map((pi, i) => mul(pi, upstream[i] ?? one)))
    const gradient = p.map((pi, i) => mul(pi, sub(upstream[i] ?? one, inner)))
    expect(gradient).toEqual([rational(-39, 128), rational(-6, 128), rational(45, 128)])
  })

  test('layer normalisation of (1, 2, 3) with upstream (1, 2, -1)', () => {
    const x = [q(1), q(2), q(3)]
    const third = q(1, 3)
    const deviation = sqrt(mul(third, sum(x.map(xi => square(sub(xi, q(2)))))))
    const normal = x.map(xi => div(sub(xi, q(2)), deviation))
    const upstream = [q(1), q(2), q(-1)]
    const mean = mul(third, sum(upstream))
    const product = mul(third, sum(normal.map((ni, i) => mul(ni, upstream[i] ?? one))))
    const gradient = normal.map((ni, i) =>
      div(sub(sub(upstream[i] ?? one, mean), mul(ni, product)), deviation),
    )
    const root = sqrt(q(6))
    gradient.forEach((gi, i) => {
      same(gi, mul(root, q([-1, 2, -1][i] ?? 0, 3)), 'field')
    })
    expect(gradient.map(spellScalar)).toEqual(['-sqrt(6)/3', '2*sqrt(6)/3', '-sqrt(6)/3'])
  })

  test('one attention head, scales ln 2 and 1', () => {
    const head = (scale: Scalar): { p: Scalar[]; dq: Scalar[] } => {
      const keys = [
        [q(2), q(0)],
        [q(-1), q(1)],
      ]
      const query = [q(1), q(2)]
      const scores = keys.map(key => mul(scale, sum(key.map((k, i) => mul(k, query[i] ?? one)))))
      const p = softmax(scores)
      // G V^T for G = (1, -2), V = [[1, 2], [4, -1]]
      const dp = [q(-3), q(6)]
      const inner = sum(p.map((pi, i) => mul(pi, dp[i] ?? one)))
      const ds = p.map((pi, i) => mul(pi, sub(dp[i] ?? one, inner)))
      const dq = [0, 1].map(j => mul(scale, sum(keys.map((key, i) => mul(ds[i] ?? one, key[j] ?? one)))))
      return { p, dq }
    }
    const rational3 = head(log(q(2)))
    expect(rational3.p).toEqual([rational(2, 3), rational(1, 3)])
    expect(rational3.dq.map(spellScalar)).toEqual(['-6*ln(2)', 'ln(4)'])
    const { p, dq } = head(one)
    expect(p.map(spellScalar)).toEqual(['e/(1+e)', '1/(1+e)'])
    const slope = div(e, square(add(one, e)))
    same(dq[0] ?? one, mul(q(-27), slope), 'field')
    same(dq[1] ?? one, mul(q(9), slope), 'field')
    expect(dq.map(spellScalar)).toEqual(['-27*e/(1+e)^2', '9*e/(1+e)^2'])
  })
})

describe('near-equalities', () => {
  const s2 = sqrt(q(2))
  const s3 = sqrt(q(3))
  const s6 = sqrt(q(6))

  test('sqrt 2 + sqrt 3 is sqrt(5 + 2 sqrt 6), and sqrt 3 - sqrt 2 its conjugate', () => {
    same(add(s2, s3), sqrt(add(q(5), mul(q(2), s6))), 'field')
    same(sub(s3, s2), sqrt(sub(q(5), mul(q(2), s6))), 'field')
  })

  test('a nested root that no rule opens is proved by separation: (1 + sqrt 2 + sqrt 3)^2', () => {
    const radicand = add(add(q(6), mul(q(2), s2)), add(mul(q(2), s3), mul(q(2), s6)))
    same(sqrt(radicand), add(one, add(s2, s3)), 'field')
    const nearly = sqrt(add(radicand, q(1, 10 ** 15)))
    expect(compare(nearly, add(one, add(s2, s3)))).toEqual({ equal: false, reason: 'field' })
    expect(field.isZero(sub(sqrt(radicand), add(one, add(s2, s3))))).toBe(true)
    expect(field.sign(sub(nearly, add(one, add(s2, s3))))).toBe(1)
  })

  test('exponentials of nested roots are told apart by their exponents', () => {
    const radicand = add(add(q(6), mul(q(2), s2)), add(mul(q(2), s3), mul(q(2), s6)))
    same(exp(sqrt(radicand)), exp(add(one, add(s2, s3))), 'field')
    expect(compare(exp(sqrt(add(one, sqrt(q(2))))), exp(sqrt(add(one, sqrt(q(3))))))).toEqual({
      equal: false,
      reason: 'field',
    })
  })

  test('e and its convergents, e^sqrt 2 squared and e^sqrt 8', () => {
    for (const [n, d] of [
      [2721, 1001],
      [193, 71],
      [28245729, 10391023],
    ] as const) {
      expect(compare(e, q(n, d))).toEqual({ equal: false, reason: 'field' })
      expect(field.sign(sub(e, q(n, d)))).toBe(Math.sign(Math.E - n / d) || 1)
    }
    same(square(exp(s2)), exp(sqrt(q(8))), 'field')
    expect(compare(exp(s2), exp(s3))).toEqual({ equal: false, reason: 'field' })
  })

  test('logarithms: ln 4 / ln 2 is 2, ln 3 / ln 2 is no convergent of it', () => {
    expect(div(log(q(4)), log(q(2)))).toEqual(rational(2))
    expect(compare(div(log(q(3)), log(q(2))), q(665, 419))).toEqual({ equal: false, reason: 'field' })
    expect(compare(div(log(q(3)), log(q(2))), q(1054, 665))).toEqual({ equal: false, reason: 'field' })
    same(log(q(6)), add(log(q(2)), log(q(3))), 'field')
    expect(compare(mul(log(q(2)), log(q(3))), mul(log(q(2)), log(q(5))))).toEqual({
      equal: false,
      reason: 'field',
    })
  })

  test('ln(1 + e) and 1 + ln(1 + 1/e); ln of products, squares, conjugates', () => {
    same(log(add(one, e)), add(one, log(add(one, exp(q(-1))))), 'formal')
    same(log(square(add(one, e))), mul(q(2), log(add(one, e))), 'formal')
    const product = mul(add(one, e), add(q(2), e))
    same(log(product), add(log(add(one, e)), log(add(q(2), e))), 'field')
    same(log(sub(s2, one)), neg(log(add(s2, one))), 'field')
    expect(compare(log(product), add(log(add(one, e)), log(add(q(3), e)))).equal).toBe(false)
  })

  test('no theorem: e^e, sigmoids of sigmoids, exponents that are fractions', () => {
    same(exp(e), div(exp(add(e, one)), e), 'formal')
    expect(compare(exp(e), q(15154262, 1000000))).toEqual({ equal: false, reason: 'separated' })
    const s = sigmoid(one)
    same(sigmoid(s), div(exp(s), add(one, exp(s))), 'formal')
    same(exp(s), mul(e, exp(neg(div(one, add(one, e))))), 'formal')
    same(exp(div(e, add(one, e))), div(e, exp(div(one, add(one, e)))), 'formal')
  })

  test('tiny values are compared by their own size: e^-e^6 and its double differ', () => {
    const tiny = exp(neg(exp(q(6))))
    expect(compare(tiny, mul(q(2), tiny))).toEqual({ equal: false, reason: 'separated' })
    expect(field.sign(sub(tiny, mul(q(2), tiny)))).toBe(-1)
  })

  test('roots of primes of any order: 2^(1/3) cubed, and independent of others', () => {
    const cube = exp(div(log(q(2)), q(3)))
    expect(mul(cube, square(cube))).toEqual(rational(2))
    same(square(cube), exp(mul(q(2, 3), log(q(2)))), 'field')
    expect(compare(cube, q(63, 50))).toEqual({ equal: false, reason: 'field' })
    same(sqrt(sqrt(q(4))), sqrt(q(2)), 'field')
  })

  test('square roots of squares are absolute values', () => {
    same(sqrt(square(sub(e, q(3)))), sub(q(3), e), 'field')
    same(sqrt(square(sub(e, q(2)))), sub(e, q(2)), 'field')
    same(sqrt(exp(q(3))), exp(q(3, 2)), 'field')
    same(sqrt(square(log(q(2)))), log(q(2)), 'field')
  })
})
