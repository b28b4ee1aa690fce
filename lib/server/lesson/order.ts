import { buildKey, readExercise } from '@/lib/exercise'
import { orderItem, toldOrder } from '@/lib/grading'
import { orders } from '@/lib/lessons/orders'
import type { ShownOrder } from '@/lib/protocol/learn-order'
import { sentenceOf } from '@/lib/words/sentence'
import { chalkOf } from './exercise'

const shown = new Map<string, ShownOrder>()

/** The lines of an exercise's worked solution that are to be put in order; null where the exercise has no such item. */
export function shownOrder(slug: string): ShownOrder | null {
  const source = chalkOf(slug)
  const step = Object.hasOwn(orders, slug) ? orders[slug] : undefined
  if (source === null || step === undefined) return null
  const made = shown.get(slug) ?? makeOrder(slug, source, step)
  shown.set(slug, made)
  return made
}

function makeOrder(slug: string, source: string, step: string): ShownOrder {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  const item = built.ok ? orderItem(built.key, step) : null
  if (!built.ok || item === null) throw new Error(`a worked solution cannot be put in order: ${slug}`)
  const title = built.key.exercise.title
  return { slug, title, lines: toldOrder(item, null, sentenceOf).lines }
}
