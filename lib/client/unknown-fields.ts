import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** Fields of one object inside a message. */
interface Fields {
  readonly path: readonly PropertyKey[]
  readonly keys: readonly string[]
}

/**
 * Fields that a strict schema does not know, where nothing else is wrong with the message; null where something is. Of the
 * options of a union the one that knows most of the fields is taken.
 */
function unknownFields(issues: readonly Issue[], at: readonly PropertyKey[] = []): readonly Fields[] | null {
  const found: Fields[] = []
  for (const issue of issues) {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      found.push({ path, keys: issue.keys })
      continue
    }
    const options = issue.code === 'invalid_union' ? issue.errors : []
    const readable = options.flatMap(errors => {
      const fields = unknownFields(errors, path)
      return fields ? [fields] : []
    })
    const [best] = readable.sort((a, b) => countOf(a) - countOf(b))
    if (!best) return null
    found.push(...best)
  }
  return found
}

const countOf = (all: readonly Fields[]) => all.reduce((count, { keys }) => count + keys.length, 0)

/** Reads by a strict schema and leaves out what it does not know, at any depth; null where the rest does not fit. */
export function readKnown<T>(schema: z.ZodMiniType<T>, message: unknown): T | null {
  const parsed = schema.safeParse(message)
  if (parsed.success) return parsed.data
  let fields = unknownFields(parsed.error.issues)
  const rest: unknown = fields && structuredClone(message)
  // What is left of an option of a union may show more of them.
  while (fields) {
    const dropped = fields.map(place => drop(rest, place))
    const again = schema.safeParse(rest)
    if (again.success) return again.data
    fields = dropped.includes(true) ? unknownFields(again.error.issues) : null
  }
  return null
}

/** Whether there was anything to drop. */
function drop(message: unknown, { path, keys }: Fields): boolean {
  let at = message
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : null
  const object = at
  if (!isObject(object)) return false
  const dropped = keys.filter(key => Object.hasOwn(object, key) && Reflect.deleteProperty(object, key))
  return dropped.length > 0
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null
