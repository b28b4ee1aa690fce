import { mistakeName, nameOf } from '@/lib/exercise'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { nudgeOf } from '../nudge'
import type { OrderItem } from './lines'

export interface OrderVerdict {
  readonly right: boolean
  /** The place of the first line that does not follow, from 0; null where every line follows. */
  readonly at: number | null
  readonly says: Message
}

/**
 * Whether lines, by their places in the item, are a worked solution: each uses only what is given or stands above it, all right ones are
 * there and no wrong one. Every order that holds to this is right. A place that there is not, or one twice, does not follow.
 */
export function judgeOrder({ lines, exercise }: OrderItem, placed: readonly number[]): OrderVerdict {
  const above = new Set<string>()
  for (const [at, place] of placed.entries()) {
    const line = lines[place]
    if (line === undefined || placed.indexOf(place) < at) {
      return { right: false, at, says: message('order.unknown') }
    }
    const { mistake } = line
    if (mistake !== null) {
      const says = message('order.wrong-line', {
        nth: at + 1,
        name: mistakeName(mistake.mistake),
        nudge: nudgeOf(mistake, exercise),
      })
      return { right: false, at, says }
    }
    const missing = line.uses.find(name => !above.has(name))
    if (missing !== undefined) {
      const says = message('order.too-early', { nth: at + 1, name: math(nameOf(exercise, missing).text) })
      return { right: false, at, says }
    }
    above.add(line.quantity)
  }
  const left = lines.filter(({ mistake }) => mistake === null).length - placed.length
  if (left > 0) return { right: false, at: null, says: message('order.not-all', { count: placed.length }) }
  return { right: true, at: null, says: message('order.right') }
}
