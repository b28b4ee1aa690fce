import { parseCookie, stringifySetCookie } from 'cookie'
import { newToken, tokenHash } from './tokens'

/** Separate cookies, so that a teacher can try the students' link in the same browser. */
export const teacherCookie = 'chalkgrad-teacher'

/** One cookie for each class, because a browser may hold desks in several. */
export function deskCookie(classId: string): string {
  return `chalkgrad-desk-${classId}`
}

export const teacherSessionMs = 90 * 24 * 3_600_000
const studentSessionMs = 365 * 24 * 3_600_000

/** A session about to be opened: its hash goes to the database, its cookie to the browser. */
export interface NewSession {
  readonly hash: string
  readonly cookie: (name: string, secure: boolean) => string
}

export function newSession(): NewSession {
  const token = newToken()
  return {
    hash: tokenHash(token),
    cookie: (name, secure) =>
      setCookie(name, token, secure, name === teacherCookie ? teacherSessionMs : studentSessionMs),
  }
}

export function droppedCookie(name: string, secure: boolean): string {
  return setCookie(name, '', secure, 0)
}

function setCookie(name: string, value: string, secure: boolean, lastsMs: number): string {
  const maxAge = Math.floor(lastsMs / 1000)
  return stringifySetCookie(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })
}

/** The hash of the token in a `Cookie` header, or null. Anything that is no token of ours is null too. */
export function sessionHash(header: string | null | undefined, name: string): string | null {
  if (!header || header.length > 16_384) return null
  return hashOfToken(parseCookie(header)[name])
}

export function hashOfToken(token: string | undefined): string | null {
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? tokenHash(token) : null
}
