import { SignOut } from '@/lib/protocol/http'
import { droppedCookie, sessionHash, teacherCookie } from '@/lib/server/auth/cookies'
import { endTeacherSession } from '@/lib/server/db/teachers'
import { answering } from '../../answering'

export const POST = answering(SignOut, async (_message, asking) => {
  const session = sessionHash(asking.cookies, teacherCookie())
  if (session !== null) await endTeacherSession(session)
  return { ok: true, cookies: [droppedCookie(teacherCookie(), asking.secure)] }
})
