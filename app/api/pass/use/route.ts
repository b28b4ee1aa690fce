import { UsePass } from '@/lib/protocol/http'
import { deskCookie } from '@/lib/server/auth/cookies'
import { usePass } from '@/lib/server/auth/device-pass'
import { answering } from '../../answering'

export const POST = answering(UsePass, async (message, asking) => {
  const found = await usePass(message.pass, asking.address)
  if (!found.ok) return found
  const { classId } = found.student
  return {
    ok: true,
    body: { class: classId },
    cookies: [found.session.cookie(deskCookie(classId), asking.secure)],
  }
})
