import { AskLearnerPass } from '@/lib/protocol/learner'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { passLastsMs } from '@/lib/server/auth/device-pass'
import { newLearnerPass } from '@/lib/server/auth/learners'
import { learning } from '../learning'

/** A short-lived code that brings a visitor's progress to one other device. */
export const POST = learning(AskLearnerPass, async (asked, address) => {
  const told = await newLearnerPass(asked, address)
  return told.ok ? { ...told, lastsMs: passLastsMs, addresses: ownAddresses() } : told
})
