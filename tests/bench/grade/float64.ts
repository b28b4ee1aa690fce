import type { TranscendentalField } from '@/lib/exact/atoms'

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
}
