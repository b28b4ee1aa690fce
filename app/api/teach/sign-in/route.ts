import { SignIn } from '@/lib/protocol/http'
import { teacherCookie } from '@/lib/server/auth/cookies'
import { signIn } from '@/lib/server/auth/teachers'
import { answering } from '../../answering'

export const POST = answering(SignIn, async (message, asking) => {
  const signed = await signIn(message, asking.address)
  if (!signed.ok) return signed
  return { ok: true, cookies: [signed.session.cookie(teacherCookie(), asking.secure)] }
})
