import type { TranscendentalField } from '@/lib/exact/atoms'

/** The series of positive terms, 2 / sqrt(pi) e^(-x^2) times the sum of 2^n x^(2n+1) / (1 3 5 … (2n+1)); beyond 6 it is 1 to all digits. */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x)
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** Floating point: what everybody else computes gradients with. A floor for benchmarks and an oracle for tests, nothing else. */
export const float64: TranscendentalField<number> = {
  zero: 0,
  one: 1,
  fromRational: ({ n, d }) => Number(n) / Number(d),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: a => -a,
  isZero: a => a === 0,
  equals: (a, b) => a === b,
  sign: a => (a > 0 ? 1 : a < 0 ? -1 : 0),
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  pi: () => Math.PI,
  sin: Math.sin,
  cos: Math.cos,
  erf,
}
