import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { contracts } from '@/lib/protocol/wire/contracts'
import { protocolVersion } from '@/lib/protocol/wire/version'

/** Eight digits that change with anything in a schema but the order of its fields. */
function printOf(schema: z.ZodMiniType): string {
  const plain = z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' })
  return createHash('sha256')
    .update(JSON.stringify(ordered(plain)))
    .digest('hex')
    .slice(0, 8)
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  )
}

/**
 * When this fails, a message of the wire has changed. Read in lib/protocol/wire/version.ts whether an open page can live with
 * that, raise `protocolVersion` if it cannot, and write the sheet anew: `npx vitest run tests/unit/protocol/wire/contract-sheet.test.ts -u`.
 */
test('a message of the wire changes together with this sheet, where its version stands', async () => {
  const lines = Object.values(contracts).flatMap(({ namespace, asks, news }) => [
    ...Object.entries(asks).map(
      ([name, { question, answer }]) => `${namespace} asks ${name} ${printOf(question)} ${printOf(answer)}`,
    ),
    ...Object.entries(news).map(([name, { body }]) => `${namespace} news ${name} ${printOf(body)}`),
  ])
  const sheet = [`protocolVersion ${protocolVersion}`, ...lines.toSorted(), ''].join('\n')
  await expect(sheet).toMatchFileSnapshot('contract-sheet.txt')
})
