import { cookies } from 'next/headers'
import { Id } from '@/lib/protocol/ids'
import { comerOfSession, type StudentRecord, studentOfSession } from '../db/students'
import { type TeacherRecord, teacherOfSession } from '../db/teachers'
import { deskCookie, hashOfToken, teacherCookie } from './cookies'

/** The teacher signed in to this browser, or null; for pages. */
export async function currentTeacher(): Promise<TeacherRecord | null> {
  const hash = hashOfToken((await cookies()).get(teacherCookie())?.value)
  return hash === null ? null : teacherOfSession(hash, Date.now())
}

/** The student whose desk in this class is open on this browser, or null; for pages. */
export async function currentStudent(classId: string): Promise<StudentRecord | null> {
  if (!Id.safeParse(classId).success) return null
  const hash = hashOfToken((await cookies()).get(deskCookie(classId))?.value)
  const student = hash === null ? null : await studentOfSession(hash)
  return student?.classId === classId ? student : null
}

/** The student who waits on this browser to be let in to this class, or null; for pages. */
export async function waitingStudent(classId: string): Promise<StudentRecord | null> {
  if (!Id.safeParse(classId).success) return null
  const hash = hashOfToken((await cookies()).get(deskCookie(classId))?.value)
  const comer = hash === null ? null : await comerOfSession(hash)
  return comer?.waits && comer.student.classId === classId ? comer.student : null
}
