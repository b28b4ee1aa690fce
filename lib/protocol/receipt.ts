import * as z from 'zod/mini'
import { StepRecord } from './step-record'
import { sameCells } from './typed-cells'
import { StepVerdict } from './verdict'

/**
 * The acknowledgement of an answer. `counted: false` says that nothing was recorded: the answer is invalid
 * (`record` is null, `result` says what is wrong at which cell), or the same text as the last one.
 */
export interface Receipt {
  readonly id: string
  readonly counted: boolean
  /** Null while verdicts are held back. */
  readonly result: StepVerdict | null
  /** What the desk holds of the step now; null where it holds nothing. */
  readonly record: StepRecord | null
}

/** A receipt as it is sent. The cells and the result of its record are left out where they are those of the answer. */
export const SentReceipt = z.strictObject({
  id: z.string(),
  counted: z.boolean(),
  result: z.nullable(StepVerdict),
  record: z.nullable(
    z.strictObject({
      ...StepRecord.shape,
      cells: z.optional(StepRecord.shape.cells),
      result: z.optional(StepRecord.shape.result),
    }),
  ),
})
export type SentReceipt = z.infer<typeof SentReceipt>

/** `answered` are the cells of the answer that is acknowledged. */
export function briefReceipt(receipt: Receipt, answered: readonly string[]): SentReceipt {
  const { record, ...rest } = receipt
  if (record === null) return { ...rest, record }
  const { cells, result, ...about } = record
  return {
    ...rest,
    record: {
      ...about,
      ...(!sameCells(cells, answered) && { cells }),
      ...(result !== receipt.result && { result }),
    },
  }
}

export function wholeReceipt(sent: SentReceipt, answered: readonly string[]): Receipt {
  const { record, result, ...rest } = sent
  return { ...rest, result, record: record && { cells: [...answered], result, ...record } }
}
