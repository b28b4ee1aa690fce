import { createHash, randomBytes } from 'node:crypto'

/** An opaque token of 256 random bits for a cookie or a link. It is never stored and never logged. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of a token. It needs no salt, because nobody can guess 256 random bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
