import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildKey, readExercise } from '@/lib/exercise'
import { judgeOrder, type OrderItem, orderItem } from '@/lib/grading'
import { builtInOf } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { orders } from '@/lib/lessons/orders'
import { orderLimits } from '@/lib/protocol/learn-order'
import { plainSentence } from '@/lib/words/sentence'

const seeds = [null, ...Array.from({ length: 20 }, (_, nth) => orderLimits.seedLeast + 7919 * nth)]

function itemOf(slug: string, seed: number | null): OrderItem {
  const rung = builtInOf(slug)
  const own = readFileSync(`lib/lessons/${rung?.file}`, 'utf8')
  const drawn = seed === null ? null : withDraws(own, readFileSync(`lib/lessons/${rung?.draws}`, 'utf8'))
  const read = readExercise(drawn?.ok ? drawn.source : own)
  const built = read.ok ? buildKey(read.exercise, seed === null ? {} : { seed }) : read
  if (!built.ok) throw new Error(`${slug} cannot be read`)
  const item = orderItem(built.key, orders[slug] ?? '')
  if (item === null) throw new Error(`${slug} has no lines with the seed ${seed}`)
  return item
}

/** What stands on the left of a line, and the names in its formula, read from its text alone. */
function readLine(text: string): { left: string; uses: Set<string> } {
  const [left = '', formula = ''] = text.split(' = ')
  return { left, uses: new Set(formula.match(/dL\/d\w+|[A-Za-z]\w*/g)) }
}

/** An oracle of its own: every name that another right line has on its left stands above. */
function follows(item: OrderItem, placed: readonly number[]): boolean {
  const all = item.lines.filter(({ mistake }) => mistake === null).map(({ text }) => readLine(text))
  const known = new Set<string>()
  return placed.every(place => {
    const { left, uses } = readLine(item.lines[place]?.text ?? '')
    const fits = all.every(other => !uses.has(other.left) || known.has(other.left))
    known.add(left)
    return fits
  })
}

function permutations(places: readonly number[]): number[][] {
  if (places.length < 2) return [[...places]]
  return places.flatMap((first, at) => permutations(places.toSpliced(at, 1)).map(rest => [first, ...rest]))
}

function rightPlaces({ lines }: OrderItem): number[] {
  return lines.flatMap(({ mistake }, place) => (mistake === null ? [place] : []))
}

test('an item stands in at least four sections', () => {
  expect(Object.keys(orders).length).toBeGreaterThanOrEqual(4)
})

test.each(Object.keys(orders))(
  '%s: just those orders are right in which each line follows, and no wrong line is',
  slug => {
    for (const seed of seeds) {
      const item = itemOf(slug, seed)
      const right = rightPlaces(item)
      const wrong = item.lines.flatMap(({ mistake }, place) => (mistake === null ? [] : [place]))
      expect(right.length).toBeGreaterThan(1)
      expect(item.lines.length).toBeLessThanOrEqual(orderLimits.lines)
      expect(wrong).toHaveLength(2)
      expect(new Set(item.lines.map(({ text }) => text)).size).toBe(item.lines.length)
      const orderly = permutations(right).filter(order => follows(item, order))
      expect(orderly.length).toBeGreaterThan(0)
      for (const order of orderly.slice(0, 50)) {
        expect(judgeOrder(item, order)).toMatchObject({ right: true, at: null })
        for (const [at] of order.entries()) {
          // Two neighbours change places: right exactly where neither uses the other.
          const after = order[at + 1]
          if (after !== undefined) {
            const swapped = order.toSpliced(at, 2, after, order[at] ?? -1)
            expect(judgeOrder(item, swapped).right, swapped.join()).toBe(follows(item, swapped))
          }
          // One that is left out is missing, here or where it is used.
          expect(judgeOrder(item, order.toSpliced(at, 1)).right).toBe(false)
          for (const place of wrong) {
            const kept = judgeOrder(item, order.toSpliced(order.length, 0, place))
            expect(kept).toMatchObject({ right: false, at: order.length, says: { id: 'order.wrong-line' } })
            expect(plainSentence(kept.says)).toMatch(/^Line \d+ is wrong\. \S.{8,}\. \S/)
          }
        }
      }
    }
  },
  120_000,
)

test.each(Object.keys(orders))(
  '%s: every order of its right lines, by brute force',
  slug => {
    for (const seed of seeds.slice(0, 2)) {
      const item = itemOf(slug, seed)
      for (const order of permutations(rightPlaces(item))) {
        const { right, at } = judgeOrder(item, order)
        if (right !== follows(item, order)) throw new Error(`${order}: ${right}`)
        // The first that does not follow: all above it do.
        if (at !== null && (follows(item, order.slice(0, at + 1)) || !follows(item, order.slice(0, at)))) {
          throw new Error(`${order}: not first at ${at}`)
        }
      }
    }
  },
  60_000,
)

test('a line twice, one that there is not, and no line', () => {
  const item = itemOf('chain-of-three', null)
  const [first = 0] = permutations(rightPlaces(item)).find(order => follows(item, order)) ?? []
  expect(judgeOrder(item, [first, first])).toMatchObject({ right: false, at: 1 })
  expect(judgeOrder(item, [99])).toMatchObject({ right: false, at: 0 })
  expect(judgeOrder(item, [])).toMatchObject({ right: false, at: null, says: { id: 'order.not-all' } })
})
