import { AskPass } from '@/lib/protocol/http'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { newPass, passLastsMs } from '@/lib/server/auth/device-pass'
import { studentAsking } from '@/lib/server/auth/who'
import { answering } from '../answering'
import { signedOut } from '../signed-in'

/** A short-lived code for one other device of the student who asks. */
export const POST = answering(AskPass, async (message, asking) => {
  const student = await studentAsking(asking.cookies, message.class)
  if (!student) return signedOut()
  return {
    ok: true,
    body: { pass: await newPass(student.who.id), lastsMs: passLastsMs, addresses: ownAddresses() },
  }
})
