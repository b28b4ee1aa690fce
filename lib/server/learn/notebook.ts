import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { AskNotebook } from '@/lib/protocol/learn'
import { message } from '@/lib/words/message'
import { sharedPool } from '../workers/shared-pool'
import { crowded, takeTurn } from './budget'
import { rungText } from './rungs'

/** The notebook of a rung. It holds all answers: whoever asks for it has done with these numbers (decision 34). */
export async function notebookFor(
  { slug, seed, library }: AskNotebook,
  address: string,
): Promise<OrRefused<{ notebook: string }>> {
  const full = await takeTurn(address)
  if (full) return full
  const text = await rungText(slug, seed !== null)
  if (!text) return refused('not-found', message('learn.no-such-rung'))
  const ask = { ...text, library, ...(seed !== null && { seed }) }
  const outcome = await sharedPool().run('notebook', ask, 'visitors')
  if (!outcome.ok) {
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('desk.not-prepared'))
  }
  const { notebook } = outcome.answer
  if (notebook === null) return refused('not-found', message('learn.no-such-notebook'))
  return { ok: true, notebook }
}
