import { Invite } from '@/lib/protocol/http'
import { invite } from '@/lib/server/auth/teachers'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  Invite,
  forTeacher(async (message, { who }) => {
    const invited = await invite(who, message.class ?? null)
    return invited.ok ? { ok: true, body: { path: invited.path } } : invited
  }),
)
