import { AskRecovery } from '@/lib/protocol/http'
import { showCode } from '@/lib/protocol/ids'
import { recoveryCodeOf } from '@/lib/server/auth/students'
import { studentAsking } from '@/lib/server/auth/who'
import { classById } from '@/lib/server/db/classes'
import { answering } from '../answering'
import { signedOut } from '../signed-in'

/** Both codes that the student needs on another device: the class's code and the recovery code. */
export const POST = answering(AskRecovery, async (message, asking) => {
  const student = await studentAsking(asking.cookies, message.class)
  const own = student && (await classById(message.class))
  if (!student || !own) return signedOut()
  return { ok: true, body: { recovery: recoveryCodeOf(student.who.id), code: showCode(own.code) } }
})
