import Fraction from 'fraction.js'
import type { Arithmetic } from './bare'

export const fractions: Arithmetic<Fraction> = {
  number: (digits, places) => new Fraction(digits, 10 ** places),
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  neg: a => a.neg(),
}
