import fc from 'fast-check'
import type * as z from 'zod/mini'

/** What this reads of a zod schema's definition. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodMiniType>
  element?: z.ZodMiniType
  innerType?: z.ZodMiniType
  options?: z.ZodMiniType[]
  valueType?: z.ZodMiniType
  values?: unknown[]
  entries?: Record<string, string>
  checks?: { _zod: { def: Check } }[]
}

interface Check {
  check: string
  format?: string
  prefix?: string
  suffix?: string
  pattern?: RegExp
  minimum?: number
  maximum?: number
  value?: number
}

/** The longest texts that are made; longer ones would test nothing more. */
const charsMost = 300
const itemsMost = 6

/**
 * Values that fit a schema. `known` are texts that mean something to the server (ids of what is there), used wherever they fit, so
 * that messages get past the first look-up.
 */
export function fitting(schema: z.ZodMiniType, known: readonly string[]): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Definition
  const inner = (one: z.ZodMiniType | undefined) => {
    if (!one) throw new Error(`a ${def.type} without what it is made of`)
    return fitting(one, known)
  }
  switch (def.type) {
    case 'object': {
      const shape = def.shape ?? {}
      const optional = (key: string) => shape[key]?._zod.def.type === 'optional'
      return fc.record(Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, inner(one)])), {
        requiredKeys: Object.keys(shape).filter(key => !optional(key)),
      })
    }
    case 'string':
      return text(def, schema, known)
    case 'number':
      return number(def)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc
        .array(inner(def.element), { maxLength: itemsMost })
        .filter(items => schema.safeParse(items).success)
    case 'nullable':
      return fc.option(inner(def.innerType))
    case 'optional':
      return inner(def.innerType)
    case 'union':
      return fc.oneof(...(def.options ?? []).map(inner))
    case 'record':
      return fc.dictionary(fc.string(), inner(def.valueType), { maxKeys: itemsMost })
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    default:
      throw new Error(`tests/integration/from-schema.ts cannot make a ${def.type} yet: add it there`)
  }
}

const checksOf = ({ checks = [] }: Definition) => checks.map(({ _zod }) => _zod.def)

function text(def: Definition, schema: z.ZodMiniType, known: readonly string[]): fc.Arbitrary<string> {
  const checks = checksOf(def)
  const starts = checks.find(({ prefix }) => prefix !== undefined)?.prefix ?? ''
  const ends = checks.find(({ suffix }) => suffix !== undefined)?.suffix ?? ''
  const pattern = checks.find(({ check, format }) => check === 'string_format' && format === 'regex')?.pattern
  const least = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0
  const most = checks.find(({ check }) => check === 'max_length')?.maximum ?? charsMost
  const made = pattern
    ? fc.stringMatching(pattern)
    : fc
        .string({ unit: 'binary', minLength: least, maxLength: Math.min(most, charsMost) })
        .map(inside => starts + inside + ends)
  const fits = known.filter(one => schema.safeParse(one).success)
  const right = fits.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fits) }, made) : made
  return right.filter(one => schema.safeParse(one).success)
}

function number(def: Definition): fc.Arbitrary<number> {
  const checks = checksOf(def)
  const min = checks.find(({ check }) => check === 'greater_than')?.value
  const max = checks.find(({ check }) => check === 'less_than')?.value
  const whole = checks.some(({ format }) => format === 'safeint' || format === 'int32')
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  return whole ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true, noDefaultInfinity: true })
}

/**
 * Values that no schema asks for: wrong types, huge and deep values, NaN and the like, and names that every object
 * has.
 */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    1e308,
    2 ** 53,
    '',
    'NaN',
    '__proto__',
    'constructor',
    '\u0000\ud800\u202e',
    [],
    {},
    [[]],
    true,
  ),
  fc.constant('9'.repeat(100_000)),
  fc.constantFrom('x', '\n', '\ud83d').map(one => one.repeat(30_000)),
  fc.integer({ min: 2, max: 800 }).map(depth => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
  fc
    .integer({ min: 2, max: 300 })
    .map(depth => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown),
  fc
    .constantFrom('__proto__', 'constructor', 'toString', 'toJSON', 'then', 'length')
    .map(name => JSON.parse(`{"${name}":{"polluted":true}}`) as unknown),
  fc.array(fc.constant('1'), { minLength: 4090, maxLength: 4100 }),
  fc.uint8Array({ maxLength: 20 }).map(bytes => Buffer.from(bytes)),
  fc.anything(),
)

type Spoiling = 'replace' | 'remove' | 'add' | 'whole'

/** Values with one place that does not fit: a key missing, one too many, or something else in its place. */
export function spoiled(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .record({
      value: good,
      how: fc.constantFrom<Spoiling>('replace', 'replace', 'remove', 'add', 'whole'),
      at: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 }),
      junk,
      name: fc.constantFrom('student', 'who', '__proto__', 'constructor', 'ok', 'verdict', 'as'),
    })
    .map(({ value, how, at, junk, name }) => (how === 'whole' ? junk : spoil(value, how, at, junk, name)))
}

/** A copy of a value with what lies at a path (numbers, taken modulo what there is to choose from) spoiled. */
function spoil(value: unknown, how: Spoiling, path: readonly number[], junk: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return junk
  if (Array.isArray(value)) {
    if (value.length === 0 || how === 'add') return [...value, junk]
    const at = (path[0] ?? 0) % value.length
    return value.map((one, index) => (index === at ? spoil(one, how, path.slice(1), junk, name) : one))
  }
  const entries = Object.entries(value)
  if (how === 'add' || entries.length === 0) {
    // A key of its own, also where it is called `__proto__`: as JSON.parse makes it on the other side.
    return Object.defineProperty({ ...value }, name, { value: junk, enumerable: true })
  }
  const at = (path[0] ?? 0) % entries.length
  const deeper = path.length > 1 && typeof entries[at]?.[1] === 'object' && entries[at]?.[1] !== null
  return Object.fromEntries(
    entries.flatMap(([key, one], index): [string, unknown][] => {
      if (index !== at) return [[key, one]]
      if (deeper) return [[key, spoil(one, how, path.slice(1), junk, name)]]
      return how === 'remove' ? [] : [[key, junk]]
    }),
  )
}
