import type { ToldOrder } from '@/lib/protocol/learn-order'
import type { Speaker } from '@/lib/words/argument'
import { judgeOrder } from './judge'
import type { OrderItem } from './lines'

/** What a browser is told: the lines without what tells them apart, and the verdict on those that somebody has placed. */
export function toldOrder(item: OrderItem, placed: readonly number[] | null, say: Speaker): ToldOrder {
  const lines = item.lines.map(({ text, mathml }) => ({ text, mathml }))
  if (placed === null) return { lines, verdict: null }
  const { right, at, says } = judgeOrder(item, placed)
  return { lines, verdict: { right, at, says: say(says) } }
}
