import { AskDeskRungs } from '@/lib/protocol/learner'
import { studentAsking } from '@/lib/server/auth/who'
import { rungsOfClass } from '@/lib/server/db/class-rungs'
import { answering } from '../../answering'
import { signedOut } from '../../signed-in'

/** Which exercises of the library the class has, so that the page can tell how many of them somebody has done before. */
export const POST = answering(AskDeskRungs, async (asked, { cookies }) => {
  const student = await studentAsking(cookies, asked.class)
  return student ? { ok: true, body: { slugs: await rungsOfClass(asked.class) } } : signedOut()
})
