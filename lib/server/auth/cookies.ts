import { parseCookie, stringifySetCookie } from 'cookie'
import { keyed } from './secret'
import { newToken, tokenHash } from './tokens'

/**
 * The beginning of every name. Browsers keep one set of cookies for all ports of a host, so the names of two servers on
 * it have to differ, or signing in to one would sign out of the other.
 */
function prefix(): string {
  return `chalkgrad-${keyed('cookies', 'installation').toString('hex').slice(0, 10)}`
}

/** Separate cookies, so that a teacher can try the students' link in the same browser. */
export function teacherCookie(): string {
  return `${prefix()}-teacher`
}

/** One cookie for each class, because a browser may hold desks in several. */
export function deskCookie(classId: string): string {
  return `${prefix()}-desk-${classId}`
}

/** The classes of the desks that are open in a browser with cookies of these names. */
export function classesOfDesks(names: readonly string[]): string[] {
  const begin = deskCookie('')
  return names.flatMap(name => {
    const id = name.startsWith(begin) ? name.slice(begin.length) : ''
    return /^[A-Za-z0-9_-]{22}$/.test(id) ? [id] : []
  })
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
  return { hash: tokenHash(token), cookie: (name, secure) => sessionCookie(name, token, secure) }
}

export function sessionCookie(name: string, token: string, secure: boolean): string {
  return setCookie(name, token, secure, name === teacherCookie() ? teacherSessionMs : studentSessionMs)
}

export function droppedCookie(name: string, secure: boolean): string {
  return setCookie(name, '', secure, 0)
}

function setCookie(name: string, value: string, secure: boolean, lastsMs: number): string {
  const maxAge = Math.floor(lastsMs / 1000)
  return stringifySetCookie(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })
}

/** The cookies of a `Cookie` header. */
export function readCookies(header: string | null | undefined): Readonly<Record<string, string | undefined>> {
  return !header || header.length > 16_384 ? {} : parseCookie(header)
}

/** The hash of the token in a `Cookie` header, or null. Anything that is no token of ours is null too. */
export function sessionHash(header: string | null | undefined, name: string): string | null {
  return hashOfToken(readCookies(header)[name])
}

export function hashOfToken(token: string | undefined): string | null {
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? tokenHash(token) : null
}
