import { Recover } from '@/lib/protocol/http'
import { deskCookie } from '@/lib/server/auth/cookies'
import { recover } from '@/lib/server/auth/students'
import { answering } from '../answering'

export const POST = answering(Recover, async (message, asking) => {
  const found = await recover(message, asking.address)
  if (!found.ok) return found
  const { classId } = found.student
  return {
    ok: true,
    body: { class: classId },
    cookies: [found.session.cookie(deskCookie(classId), asking.secure)],
  }
})
