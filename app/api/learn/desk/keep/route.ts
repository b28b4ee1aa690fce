import { KeepWithDesk } from '@/lib/protocol/learner'
import { keepWithDesk } from '@/lib/server/auth/learners'
import { studentAsking } from '@/lib/server/auth/who'
import { answering } from '../../../answering'
import { signedOut } from '../../../signed-in'

/** Somebody who has joined a class wants the progress from before to be kept with the desk. */
export const POST = answering(KeepWithDesk, async (asked, { cookies, address }) => {
  const student = await studentAsking(cookies, asked.class)
  if (!student) return signedOut()
  const told = await keepWithDesk(asked, student.who.id, address)
  return told.ok ? { ok: true, body: told } : told
})
