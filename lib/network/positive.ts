import type { TranscendentalField } from '@/lib/exact/atoms'

/** `yes` where x is above 0, else `no`: by its sign, or by a gate where the field has those. */
export function wherePositive<S>(field: TranscendentalField<S>, x: S, yes: S, no: S): S {
  if (field.step === undefined) return field.sign(x) > 0 ? yes : no
  return field.add(no, field.mul(field.step(x), field.sub(yes, no)))
}
