import { Join } from '@/lib/protocol/http'
import { deskCookie } from '@/lib/server/auth/cookies'
import { join } from '@/lib/server/auth/joining'
import { answering } from '../answering'

export const POST = answering(Join, async (message, asking) => {
  const joined = await join(message, asking.address)
  if (!joined.ok) return joined
  if ('alike' in joined) return { ok: true, body: { alike: joined.alike, mark: joined.mark } }
  const { classId } = joined.student
  return {
    ok: true,
    body: { class: classId, waiting: joined.waits },
    cookies: [joined.session.cookie(deskCookie(classId), asking.secure)],
  }
})
