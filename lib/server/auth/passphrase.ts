import { hash, verify } from '@node-rs/argon2'
import { limits } from '@/lib/protocol/limits'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** Normalises to NFKC, so that the same keys on another machine give the same passphrase. */
export function readPassphrase(
  typed: string,
): { ok: true; passphrase: string } | { ok: false; message: Message } {
  const passphrase = typed.slice(0, 4 * limits.passphraseMax).normalize('NFKC')
  const length = [...passphrase].length
  if (length < limits.passphraseMin || passphrase.trim() === '') {
    return { ok: false, message: message('auth.passphrase-short', { least: limits.passphraseMin }) }
  }
  if (length > limits.passphraseMax || typed.length > 4 * limits.passphraseMax) {
    return { ok: false, message: message('auth.passphrase-long', { most: limits.passphraseMax }) }
  }
  return { ok: true, passphrase }
}

/** How many hashes run at once and how many may wait. Each takes 19 MiB and one of the threads that also read files. */
const atOnce = 2
const waitAtMost = 50
let running = 0
const waiting: (() => void)[] = []

/** Null where too many are waiting already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= atOnce) {
    if (waiting.length >= waitAtMost) return null
    await new Promise<void>(resolve => waiting.push(resolve))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** Argon2id with OWASP's parameters (the library's defaults); null where the server is too busy. */
export async function hashPassphrase(passphrase: string): Promise<string | null> {
  return inTurn(() => hash(passphrase))
}

let decoy: Promise<string> | undefined

/** Takes as long for a missing hash as for a wrong passphrase, so that times do not tell which names exist. */
export async function verifyPassphrase(passHash: string | null, passphrase: string): Promise<boolean | null> {
  decoy ??= hash('decoy')
  const against = passHash ?? (await decoy)
  const same = await inTurn(() => verify(against, passphrase))
  return same === null ? null : same && passHash !== null
}
