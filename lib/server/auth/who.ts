import { type StudentRecord, studentOfSession } from '../db/students'
import { type TeacherRecord, teacherOfSession } from '../db/teachers'
import { deskCookie, sessionHash, teacherCookie } from './cookies'

/** Who is asking, known from the `Cookie` header alone, and the hash of the session, to end or recheck it. */
export type Signed<T> = { readonly who: T; readonly session: string }

export async function teacherAsking(
  cookieHeader: string | null | undefined,
): Promise<Signed<TeacherRecord> | null> {
  const session = sessionHash(cookieHeader, teacherCookie())
  const who = session === null ? null : await teacherOfSession(session, Date.now())
  return who && session !== null ? { who, session } : null
}

/** The student of this class; a cookie that belongs to a student of another class does not count. */
export async function studentAsking(
  cookieHeader: string | null | undefined,
  classId: string,
): Promise<Signed<StudentRecord> | null> {
  const session = sessionHash(cookieHeader, deskCookie(classId))
  const who = session === null ? null : await studentOfSession(session)
  return who && session !== null && who.classId === classId ? { who, session } : null
}
