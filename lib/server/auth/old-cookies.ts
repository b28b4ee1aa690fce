import { comerOfSession } from '../db/students'
import { teacherOfSession } from '../db/teachers'
import { deskCookie, droppedCookie, hashOfToken, readCookies, sessionCookie, teacherCookie } from './cookies'

/** The names of earlier versions, which every server on a host shared. */
const oldName = /^chalkgrad-(?:teacher|desk-([A-Za-z0-9_-]{22}))$/

/** Each costs a look into the database; hundreds in a forged header are not looked up. */
const most = 12

export interface Renewed {
  /** The `Cookie` header as it would be under the names of today. */
  readonly header: string
  /** What moves them in the browser: lines of `Set-Cookie`. */
  readonly lines: (secure: boolean) => string[]
}

/**
 * Finds sessions of this server under the old names, so that whoever was signed in before an update still is. Null where
 * there are none: an old name may also be that of another server, whose cookie is left alone.
 */
export async function renewOldCookies(header: string | undefined): Promise<Renewed | null> {
  const jar = readCookies(header)
  const found: { old: string; name: string; token: string }[] = []
  for (const old of Object.keys(jar)
    .filter(name => oldName.test(name))
    .slice(-most)) {
    const classId = oldName.exec(old)?.[1]
    const token = jar[old] ?? ''
    if (!(await isOurs(token, classId))) continue
    found.push({ old, name: classId === undefined ? teacherCookie() : deskCookie(classId), token })
  }
  if (!header || found.length === 0) return null
  // A session of today goes before an earlier one, which then only disappears.
  const taken = found.filter(({ name }) => jar[name] === undefined)
  return {
    header: [header, ...taken.map(({ name, token }) => `${name}=${token}`)].join('; '),
    lines: secure => [
      ...taken.map(({ name, token }) => sessionCookie(name, token, secure)),
      ...found.map(({ old }) => droppedCookie(old, secure)),
    ],
  }
}

async function isOurs(token: string, classId: string | undefined): Promise<boolean> {
  const hash = hashOfToken(token)
  if (hash === null) return false
  if (classId === undefined) return (await teacherOfSession(hash, Date.now())) !== null
  return (await comerOfSession(hash))?.student.classId === classId
}
