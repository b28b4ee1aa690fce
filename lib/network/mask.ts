import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { indexFromOne } from './elementwise'

/** Shared by the ops that a mask of 0 and 1 tells what to take. */

/** Says that a mask holds something besides 0 and 1; null where it does not. */
export function maskTrouble<S>(field: TranscendentalField<S>, mask: Tensor<S>): Message | null {
  const odd = mask.data.findIndex(m => !field.isZero(m) && !field.isZero(field.sub(m, field.one)))
  return odd < 0 ? null : message('dropout.mask-entry', { index: indexFromOne(mask.shape, odd) })
}

export function open<S>(field: TranscendentalField<S>, entry: S): boolean {
  return !field.isZero(entry)
}
