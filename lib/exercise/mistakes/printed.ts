import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { sameTensor } from '@/lib/network'

/** A tensor with its certified digits: most that differ are told apart by them, which costs less than a proof. */
export interface Printed<S> {
  readonly value: Tensor<S>
  /** Null where the field has no digits, or not for every entry. */
  readonly print: string | null
}

export function printed<S>(field: TranscendentalField<S>, value: Tensor<S>): Printed<S> {
  const prints = value.data.map(entry => field.fingerprint?.(entry) ?? null)
  return { value, print: prints.includes(null) ? null : prints.join() }
}

/** Whether two tensors are equal: proved where their digits agree. */
export function samePrinted<S>(field: TranscendentalField<S>, a: Printed<S>, b: Printed<S>): boolean {
  if (a.print !== null && b.print !== null && a.print !== b.print) return false
  return sameTensor(field, a.value, b.value)
}
