import { Invite } from '@/lib/protocol/http'
import { refuse } from '@/lib/protocol/replies'
import { newInvite } from '@/lib/server/auth/links'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  Invite,
  forTeacher(async (_message, teacher) => {
    if (!teacher.who.owner) return refuse('forbidden', 'Only the owner invites other teachers.')
    return { ok: true, body: { path: await newInvite(teacher.who.id) } }
  }),
)
