import { expect, test } from 'vitest'
import { OrderSession, orderRung } from '@/lib/client/learn/order-session'
import { MemoryLearnStore } from '@/lib/client/learn/store'
import { isMastered, rungOf, towardsMastery } from '@/lib/learning'
import type { AskOrder, ToldOrder } from '@/lib/protocol/learn-order'

/** A server for which the order 1, 0 is right. */
function device() {
  const store = new MemoryLearnStore()
  const asked: AskOrder[] = []
  let drawn = 0
  const session = new OrderSession('chain-of-three', {
    ask: async one => {
      asked.push(one)
      const right = one.placed?.join() === '1,0'
      const verdict = one.placed && { right, at: right ? null : 0, says: right ? 'Right.' : 'Wrong.' }
      const told: ToldOrder = { lines: [], verdict }
      return { ok: true, ...told }
    },
    store: async () => store,
    now: () => 1_000_000_000_000,
    draw: () => {
      drawn += 10
      return drawn
    },
  })
  const rung = async () => rungOf(await store.progress(), orderRung('chain-of-three'))
  return { session, store, asked, rung }
}

test('two right orders at the first try, with other numbers each, master it', async () => {
  const { session, asked, rung } = device()
  await session.open()
  await session.check([1, 0])
  expect(towardsMastery(await rung())).toBe(1)
  await session.fresh()
  await session.check([1, 0])
  expect(isMastered(await rung())).toBe(true)
  expect(asked[0]?.seed).toBeNull()
  expect(asked[2]?.seed).not.toBeNull()
})

test('a wrong order first does not count, and the same numbers right twice count once', async () => {
  const { session, store, rung } = device()
  await session.open()
  await session.check([0, 1])
  await session.check([1, 0])
  expect(towardsMastery(await rung())).toBe(0)
  await session.fresh()
  await session.check([1, 0])
  await session.check([1, 0])
  expect(towardsMastery(await rung())).toBe(1)
  expect((await store.progress()).items).toBe(2)
})
