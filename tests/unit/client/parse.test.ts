import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseMessage, parseReply } from '@/lib/client/parse'
import { StepRecord } from '@/lib/protocol/step-record'

const Answer = z.strictObject({ name: z.string() })

describe('what arrives', () => {
  test('a reply that fits is taken, less what the page does not know; a refusal is a refusal', () => {
    expect(parseReply(Answer, { ok: true, name: 'Ada' })).toEqual({ ok: true, name: 'Ada' })
    expect(parseReply(Answer, { ok: true, name: 'a', more: 1 })).toEqual({ ok: true, name: 'a' })
    const refusal = { ok: false, code: 'busy', message: 'Later.' }
    expect(parseReply(Answer, refusal)).toEqual(refusal)
  })

  test('anything else is a refusal in words, never an exception', () => {
    for (const odd of [undefined, null, 3, 'x', [], {}, { ok: true }, { ok: true, name: 1 }]) {
      expect(parseReply(Answer, odd)).toMatchObject({ ok: false, code: 'outdated' })
    }
  })

  test('an unasked message that fits no schema is dropped', () => {
    expect(parseMessage(StepRecord, { version: 'v' })).toBeNull()
  })
})
