import { UseLearnerPass } from '@/lib/protocol/learner'
import { useLearnerPass } from '@/lib/server/auth/learners'
import { learning } from '../../learning'

export const POST = learning(UseLearnerPass, useLearnerPass)
