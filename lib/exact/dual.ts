import type { Field } from './field'

/** `value + derivative ε` with ε² = 0: arithmetic on duals carries a directional derivative along (forward mode). */
export interface Dual<S> {
  readonly value: S
  readonly derivative: S
}

/** Dual numbers over a field. `isZero` and `sign` look at the value, so `isZero` is "cannot be divided by". */
export function duals<S>(field: Field<S>): Field<Dual<S>> {
  const { add, sub, mul, div, neg } = field
  return {
    zero: { value: field.zero, derivative: field.zero },
    one: { value: field.one, derivative: field.zero },
    fromRational: value => ({ value: field.fromRational(value), derivative: field.zero }),
    add: (a, b) => ({ value: add(a.value, b.value), derivative: add(a.derivative, b.derivative) }),
    sub: (a, b) => ({ value: sub(a.value, b.value), derivative: sub(a.derivative, b.derivative) }),
    mul: (a, b) => ({
      value: mul(a.value, b.value),
      derivative: add(mul(a.derivative, b.value), mul(a.value, b.derivative)),
    }),
    div: (a, b) => {
      const quotient = div(a.value, b.value)
      return { value: quotient, derivative: div(sub(a.derivative, mul(quotient, b.derivative)), b.value) }
    },
    neg: a => ({ value: neg(a.value), derivative: neg(a.derivative) }),
    isZero: a => field.isZero(a.value),
    equals: (a, b) => field.equals(a.value, b.value) && field.equals(a.derivative, b.derivative),
    sign: a => field.sign(a.value),
    still: ({ value }) => ({ value, derivative: field.zero }),
  }
}
