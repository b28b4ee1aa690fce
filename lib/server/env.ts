import { resolve } from 'node:path'
import * as z from 'zod/mini'

const port = z.pipe(
  z.string().check(z.regex(/^\d{1,5}$/, 'a port is a whole number')),
  z.pipe(
    z.transform((text: string) => Number(text)),
    z.number().check(z.minimum(0), z.maximum(65_535)),
  ),
)

const origin = z.string().check(
  z.refine(text => {
    const url = URL.canParse(text) ? new URL(text) : null
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === text
  }, 'an origin is like https://chalkgrad.example.org, without a path or a slash at its end'),
)

/** What an operator may set; docs/operations.md explains each. An empty text counts as not set. */
const settings = z.object({
  NODE_ENV: z._default(z.enum(['production', 'development', 'test']), 'production'),
  PORT: z._default(port, 3000),
  HOST: z._default(z.string().check(z.minLength(1)), '0.0.0.0'),
  CHALKGRAD_DATA: z._default(z.string(), './data'),
  ORIGIN: z.optional(origin),
  TRUST_PROXY: z._default(z.enum(['0', '1']), '0'),
})

export interface Env {
  readonly NODE_ENV: 'production' | 'development' | 'test'
  /** 0 asks the system for any free port. */
  readonly PORT: number
  readonly HOST: string
  /** Absolute path of the folder with the database. */
  readonly CHALKGRAD_DATA: string
  /** The one public origin, where a proxy stands in front; otherwise an origin is judged by the Host header. */
  readonly ORIGIN: string | undefined
  /** Whether the last hop of X-Forwarded-For is believed. */
  readonly TRUST_PROXY: '0' | '1'
}

/**
 * Reads the settings from `variables`; `ok: false` carries one line for each setting that is wrong.
 * A relative data folder is taken from the current folder.
 */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>>,
): { ok: true; env: Env } | { ok: false; message: string } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(issue => {
      const name = issue.path.join('.')
      return `${name}=${JSON.stringify(given[name])}: ${issue.message}`
    })
    return { ok: false, message: lines.join('\n') }
  }
  const { data } = read
  return {
    ok: true,
    env: { ...data, ORIGIN: data.ORIGIN, CHALKGRAD_DATA: resolve(data.CHALKGRAD_DATA) },
  }
}

let known: Env | undefined

/** The settings of this process, read once. Throws, with a line for each, where one is wrong. */
export function env(): Env {
  if (known) return known
  const read = readEnv(process.env)
  if (!read.ok) throw new Error(`These settings are wrong:\n${read.message}`)
  known = read.env
  return known
}
