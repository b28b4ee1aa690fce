import { expect, test, vi } from 'vitest'
import { Lanes } from '@/lib/server/realtime/room/lanes'

/** Work that ends when the test says so. */
function held(log: string[], name: string) {
  const begun = vi.fn()
  let end = (): void => undefined
  let fail = (_: Error): void => undefined
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return {
    begun,
    end,
    fail,
    async work() {
      begun()
      await ended
      log.push(name)
    },
  }
}

test('one key in order, other keys beside it, a failure stops nobody, too many are refused', async () => {
  const lanes = new Lanes(3)
  const log: string[] = []
  const [a1, a2, a3, a4, b1] = ['a1', 'a2', 'a3', 'a4', 'b1'].map(name => held(log, name))
  const first = lanes.run('a', a1!.work)
  const rest = [lanes.run('a', a2!.work), lanes.run('b', b1!.work), lanes.run('a', a3!.work)]
  expect(rest).not.toContain(null)
  expect(lanes.run('a', a4!.work)).toBeNull()
  // The tasks behind could end at once, but have not begun.
  for (const { end } of [a2!, a3!, b1!]) end()
  await rest[1]
  expect(log).toEqual(['b1'])
  expect(a2!.begun).not.toHaveBeenCalled()
  a1!.fail(new Error('as asked'))
  await expect(first).rejects.toThrow('as asked')
  await Promise.all(rest)
  await vi.waitFor(() => expect(lanes.busy).toBe(false))
  expect(log).toEqual(['b1', 'a2', 'a3'])
})
