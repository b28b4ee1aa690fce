import { createHash, randomBytes } from 'node:crypto'

/** An opaque token of 256 random bits, as it stands in a cookie or a link. Never stored, never logged. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of a token. No salt: there is nothing to guess in 256 random bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
