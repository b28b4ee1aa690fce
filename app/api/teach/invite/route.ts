import { Invite } from '@/lib/protocol/http'
import { newInvite } from '@/lib/server/auth/links'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  Invite,
  forTeacher(async (_message, teacher) => {
    if (!teacher.who.owner) return refusal('forbidden', message('http.owner-invites'))
    return { ok: true, body: { path: await newInvite(teacher.who.id) } }
  }),
)
