import { type StudentRecord, studentOfSession } from '../db/students'
import { type TeacherRecord, teacherOfSession } from '../db/teachers'
import { deskCookie, sessionHash, teacherCookie } from './cookies'

/** Who is asking, from the `Cookie` header alone. The session's hash comes along to end or recheck it. */
export type Signed<T> = { readonly who: T; readonly session: string }

export async function teacherAsking(
  cookieHeader: string | null | undefined,
): Promise<Signed<TeacherRecord> | null> {
  const session = sessionHash(cookieHeader, teacherCookie)
  const who = session === null ? null : await teacherOfSession(session, Date.now())
  return who && session !== null ? { who, session } : null
}

/** The student of this class; a cookie whose student is of another class is no cookie. */
export async function studentAsking(
  cookieHeader: string | null | undefined,
  classId: string,
): Promise<Signed<StudentRecord> | null> {
  const session = sessionHash(cookieHeader, deskCookie(classId))
  const who = session === null ? null : await studentOfSession(session)
  return who && session !== null && who.classId === classId ? { who, session } : null
}
