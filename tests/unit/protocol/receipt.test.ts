import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefReceipt, type Receipt, SentReceipt, wholeReceipt } from '@/lib/protocol/receipt'
import type { StepVerdict } from '@/lib/protocol/verdict'

const cells = fc.array(fc.string(), { minLength: 1, maxLength: 4 })
const result = fc.option(
  fc.string().map((message): StepVerdict => ({ verdict: 'wrong', cells: [], mistakes: [], message })),
)

/** What may come of an answer: its own record, that of a later answer, or none. */
const receipts = fc
  .record({
    answered: cells,
    other: cells,
    result,
    later: result,
    is: fc.constantFrom('own', 'later', 'none'),
  })
  .map(({ answered, other, result, later, is }) => {
    const about = { version: 'v', step: 'z', id: 'an id', attempt: 1, spent: 1, best: null, at: 5 }
    const record = is === 'own' ? { cells: answered, result } : { cells: other, result: later }
    const receipt: Receipt = {
      id: 'an id',
      counted: true,
      result,
      record: is === 'none' ? null : { ...about, ...record },
    }
    return { answered, receipt, is }
  })

test('a receipt arrives whole, whatever was left out on its way', () => {
  fc.assert(
    fc.property(receipts, ({ answered, receipt }) => {
      const sent: unknown = JSON.parse(JSON.stringify(briefReceipt(receipt, answered)))
      expect(wholeReceipt(SentReceipt.parse(sent), answered)).toEqual(receipt)
    }),
  )
})

test('what an answer and its record have in common is sent once', () => {
  fc.assert(
    fc.property(
      receipts.filter(({ is }) => is === 'own'),
      ({ answered, receipt }) => {
        const { record } = briefReceipt(receipt, answered)
        expect(record).not.toHaveProperty('cells')
        expect(record).not.toHaveProperty('result')
      },
    ),
  )
})
