import type * as z from 'zod/mini'
import type { Ask, Contract, News } from '@/lib/protocol/wire/contract'

/** What this reads of a zod schema's definition. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodMiniType>
  options?: z.ZodMiniType[]
  discriminator?: string
}

const definitionOf = (schema: z.ZodMiniType) => schema._zod.def as unknown as Definition

/** The fields of a message as docs/protocol.md writes them: `{version, step}`, `{scene?, people?}`, `{do, …}` for commands. */
export function fieldsOf(schema: z.ZodMiniType): string {
  const { type, shape, discriminator } = definitionOf(schema)
  if (type === 'union' && discriminator !== undefined) return `{${discriminator}, …}`
  if (type !== 'object' || !shape) throw new Error(`a message that is a ${type}`)
  const fields = Object.entries(shape).map(([name, one]) =>
    definitionOf(one).type === 'optional' ? `${name}?` : name,
  )
  return `{${fields.join(', ')}}`
}

/** The first two columns of a namespace's table, what it says of itself in its heading included. */
export function tableOf({ namespace, auth, asks, news }: Contract): readonly string[] {
  return [
    `${namespace} ${fieldsOf(auth)}`,
    ...Object.entries<Ask>(asks).map(
      ([name, { question, answer }]) => `${name} ${fieldsOf(question)} | ${fieldsOf(answer)}`,
    ),
    ...Object.entries<News>(news).map(
      ([name, { body, acknowledged }]) =>
        `news ${name}${acknowledged ? ', acknowledged' : ''} | ${fieldsOf(body)}`,
    ),
  ]
}

/** The same as a document writes it: `**\`/desk\`** (…; \`auth: {…}\`)` and rows below. */
export function tablesIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\*\*`(\/\w+)`\*\* \([^\n]*?`auth: ([^`]*)`[^\n]*\)\n\n((?:\|[^\n]*\n)+)/gm)].map(
    ([, namespace, auth, rows = '']) => [
      `${namespace} ${auth}`,
      ...rows
        .split('\n')
        .slice(2, -1)
        .map(row => row.split(' | ').slice(0, 2).join(' | ').replace(/^\| /, '').replaceAll('`', '')),
    ],
  )
}
