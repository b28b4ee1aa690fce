import * as z from 'zod/mini'

/** 128 random bits in base64url. Made by `newId`; browsers make the ids of submissions, the server all others. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'))

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Uses getRandomValues, because randomUUID exists only on secure origins and a classroom runs on plain HTTP. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22))
  return Array.from(bytes, byte => alphabet[byte & 63]).join('')
}

/** Symbols of class and recovery codes: no vowels (no words), no 0/O or 1/I/L to confuse. 28 of them. */
export const codeAlphabet = '23456789BCDFGHJKMNPQRSTVWXYZ'
export const classCodeLength = 7
export const recoveryCodeLength = 8

/** What was typed as a code, brought to its one spelling: upper case, without the dashes and spaces of print. */
export function foldCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—.]/g, '')
}

/** A code as it is printed and read aloud: `K7MX-4RQ`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
