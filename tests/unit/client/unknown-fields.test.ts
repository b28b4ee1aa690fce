import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseMessage, parseReply } from '@/lib/client/parse'
import { CheckedExercise, LintedExercise } from '@/lib/protocol/http'
import type { Ask, News } from '@/lib/protocol/wire/contract'
import { contracts } from '@/lib/protocol/wire/contracts'
import { fitting, spoiled } from '../../integration/from-schema'
import { takesLong } from '../../takes-long'

takesLong()

// A whole board of long texts says no more than a small one, and takes seconds to make.
fc.configureGlobal({ baseSize: 'xsmall', defaultSizeToMaxWhenMaxSpecified: false })

/** All that a server says, by where it says it. */
const said: [where: string, schema: z.ZodMiniType][] = [
  ...Object.values(contracts).flatMap(({ namespace, asks, news }) => [
    ...Object.entries<Ask>(asks).map(([name, { answer }]): [string, z.ZodMiniType] => [
      `${namespace} ${name}, the answer`,
      answer,
    ]),
    ...Object.entries<News>(news).map(([name, { body }]): [string, z.ZodMiniType] => [
      `${namespace} ${name}`,
      body,
    ]),
  ]),
  ['a checked exercise', CheckedExercise],
  ['a linted exercise', LintedExercise],
]

const newer = fc.record({
  names: fc.uniqueArray(fc.constantFrom('newer', 'ok2', 'toString', 'length', 'constructor'), {
    minLength: 1,
  }),
  value: fc.oneof(fc.constant(null), fc.string(), fc.record({ deep: fc.array(fc.nat()) })),
  /** Every which object of the message grows, in the order of their places. */
  every: fc.integer({ min: 1, max: 4 }),
})

/** The message as a newer server would send it: with more fields, in its objects of any depth. */
function grown(
  message: unknown,
  { names, value, every }: { names: string[]; value: unknown; every: number },
) {
  let nth = 0
  const grow = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(grow)
    if (typeof one !== 'object' || one === null) return one
    const known = Object.entries(one).map(([key, inner]): [string, unknown] => [key, grow(inner)])
    nth += 1
    const more = nth % every === 0 ? names.map((name): [string, unknown] => [name, value]) : []
    return Object.fromEntries([...known, ...more])
  }
  return grow(message)
}

describe('a page that is older than a field', () => {
  test.each(said)('%s: reads everything else', (_where, schema) => {
    fc.assert(
      fc.property(fitting(schema, []), newer, (message, fields) => {
        expect(parseMessage(schema, grown(message, fields))).toEqual(schema.parse(message))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  test.each(said)('%s: takes nothing that does not fit', (_where, schema) => {
    fc.assert(
      fc.property(spoiled(fitting(schema, [])), message => {
        const read = parseMessage(schema, message)
        if (read !== null) expect(schema.safeParse(read).success).toBe(true)
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  test('the message itself stays as it came', () => {
    const message = Object.freeze({ name: 'Ada', more: Object.freeze({ a: 1 }) })
    expect(parseMessage(z.strictObject({ name: z.string() }), message)).toEqual({ name: 'Ada' })
    expect(message).toHaveProperty('more')
  })

  test('in a union the option is taken that knows most of it', () => {
    const schema = z.strictObject({
      at: z.union([
        z.strictObject({ step: z.string() }),
        z.strictObject({ step: z.string(), version: z.string() }),
      ]),
    })
    const message = { at: { step: 'z', version: 'v', more: 1 }, also: 2 }
    expect(parseMessage(schema, message)).toEqual({ at: { step: 'z', version: 'v' } })
  })

  test('a union inside an option of a union', () => {
    const inner = z.union([z.strictObject({ a: z.number() }), z.strictObject({ b: z.number() })])
    const schema = z.union([z.strictObject({ inner, c: z.number() }), z.array(inner)])
    expect(parseMessage(schema, { inner: { b: 1, x: 1 }, c: 2, y: 3 })).toEqual({ inner: { b: 1 }, c: 2 })
    expect(parseMessage(schema, [{ a: 1 }, { b: 1, x: 1 }])).toEqual([{ a: 1 }, { b: 1 }])
  })

  test('thousands of objects with a field more are read at once', () => {
    const schema = z.strictObject({ students: z.array(z.strictObject({ id: z.number() })) })
    const students = Array.from({ length: 5000 }, (_, id) => ({ id, more: id }))
    expect(parseMessage(schema, { students })?.students).toHaveLength(5000)
  })
})

describe('a refusal', () => {
  const Answer = z.strictObject({ name: z.string() })

  test('with a field more is read', () => {
    const refusal = { ok: false, code: 'busy', message: 'Later.', retryInMs: 5 }
    expect(parseReply(Answer, { ...refusal, more: 1 })).toEqual(refusal)
  })

  test('for a reason that the page does not know is a fault of the server, in its words', () => {
    const refusal = { ok: false, code: 'too-late', message: 'Tomorrow.', retryInMs: 5, more: 1 }
    expect(parseReply(Answer, refusal)).toEqual({
      ok: false,
      code: 'failed',
      message: 'Tomorrow.',
      retryInMs: 5,
    })
  })
})
