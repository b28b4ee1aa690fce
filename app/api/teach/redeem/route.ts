import { Redeem } from '@/lib/protocol/http'
import { teacherCookie } from '@/lib/server/auth/cookies'
import { redeem } from '@/lib/server/auth/teachers'
import { answering } from '../../answering'

export const POST = answering(Redeem, async (message, asking) => {
  const redeemed = await redeem(message)
  if (!redeemed.ok) return redeemed
  return { ok: true, cookies: [redeemed.session.cookie(teacherCookie(), asking.secure)] }
})
