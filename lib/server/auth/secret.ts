import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../env'

/**
 * The secret of this installation, made at the first use and kept beside the database. Recovery codes and the names of
 * cookies are derived from it, so a backup needs both files. The whole file is linked into place, so that two processes that both find
 * none end up with the same secret.
 */
export function serverSecret(): Buffer {
  const folder = env().CHALKGRAD_DATA
  const file = join(folder, 'secret')
  const known = cached.get(file)
  if (known) return known
  let secret = read(file)
  if (!secret) {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}.${randomBytes(6).toString('hex')}`
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      rmSync(draft, { force: true })
    }
    secret = read(file)
  }
  if (!secret) throw new Error(`${file} does not hold a secret of 32 bytes`)
  cached.set(file, secret)
  return secret
}

/** Bytes that only who has the secret can compute from a text. `purpose` keeps those of one use apart from another's. */
export function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', serverSecret()).update(`${purpose}\n${text}`).digest()
}

const cached = new Map<string, Buffer>()

function read(file: string): Buffer | null {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
    return secret.length === 32 ? secret : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
