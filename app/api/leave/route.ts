import { Leave } from '@/lib/protocol/http'
import { deskCookie, droppedCookie, sessionHash } from '@/lib/server/auth/cookies'
import { endStudentSession } from '@/lib/server/db/students'
import { answering } from '../answering'

export const POST = answering(Leave, async (message, asking) => {
  const name = deskCookie(message.class)
  const session = sessionHash(asking.cookies, name)
  if (session !== null) await endStudentSession(session)
  return { ok: true, cookies: [droppedCookie(name, asking.secure)] }
})
