import { FetchFromDesk } from '@/lib/protocol/learner'
import { fetchFromDesk } from '@/lib/server/auth/learners'
import { studentAsking } from '@/lib/server/auth/who'
import { answering } from '../../../answering'
import { signedOut } from '../../../signed-in'

export const POST = answering(FetchFromDesk, async (asked, { cookies }) => {
  const student = await studentAsking(cookies, asked.class)
  if (!student) return signedOut()
  const told = await fetchFromDesk(asked.token, student.who.id)
  return told.ok ? { ok: true, body: told } : told
})
