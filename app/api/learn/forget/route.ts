import { ForgetLearner } from '@/lib/protocol/learner'
import { forget } from '@/lib/server/auth/learners'
import { learning } from '../learning'

export const POST = learning(ForgetLearner, async ({ token }) => {
  await forget(token)
  return { ok: true }
})
