import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { orders } from '@/lib/lessons/orders'
import type { AskOrder, ToldOrder } from '@/lib/protocol/learn-order'
import { message } from '@/lib/words/message'
import { sharedPool } from '../workers/shared-pool'
import { crowded, takeTurn } from './budget'
import { numberedRung } from './numbered'

/** The lines of a worked solution, or the verdict on the order in which a visitor has put them. */
export async function orderOf(asked: AskOrder, address: string): Promise<OrRefused<ToldOrder>> {
  const { slug, seed, placed } = asked
  const full = await takeTurn(address)
  if (full) return full
  const step = Object.hasOwn(orders, slug) ? orders[slug] : undefined
  if (step === undefined) return refused('not-found', message('learn.no-such-rung'))
  const made = await numberedRung(slug, seed)
  if (!made.ok) return made
  const { version, source, exercise } = made.numbered
  const job = { version, source, seed: exercise.seed, step, placed }
  const outcome = await sharedPool().run('order', job, 'visitors')
  if (!outcome.ok)
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('desk.not-checked'))
  const { order } = outcome.answer
  return order ? { ok: true, ...order } : refused('not-found', message('learn.no-such-numbers'))
}
