import type { TranscendentalField } from '@/lib/exact/atoms'

/** e^x_i over the sum of all e^x_j, for each entry of one line; all entries share one denominator. */
export function softmaxOf<S>(field: TranscendentalField<S>, x: readonly S[]): S[] {
  const powers = x.map(field.exp)
  const share = field.div(field.one, sumOf(field, powers))
  return powers.map(power => field.mul(power, share))
}

/** ln(e^x_1 + e^x_2 + …) */
export function logSumExp<S>(field: TranscendentalField<S>, x: readonly S[]): S {
  return field.log(sumOf(field, x.map(field.exp)))
}

export function sumOf<S>(field: TranscendentalField<S>, x: readonly S[]): S {
  return x.reduce(field.add, field.zero)
}

/** x_1 y_1 + x_2 y_2 + …; the two lines have the same length. */
export function dotOf<S>(field: TranscendentalField<S>, x: readonly S[], y: readonly S[]): S {
  return y.reduce((sum, b, i) => field.add(sum, field.mul(x[i] ?? field.zero, b)), field.zero)
}
