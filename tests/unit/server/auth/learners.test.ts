import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { noProgress } from '@/lib/learning'

const folder = mkdtempSync(join(tmpdir(), 'learners-'))
process.env.CHALKGRAD_DATA = folder
vi.mock('@/lib/server/db/learners', () => ({
  bringProgress: async () => ({ fresh: true, progress: noProgress, keptUntil: 1 }),
}))
const { newLearnerPass } = await import('@/lib/server/auth/learners')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('one address stores 600 times an hour and no more, which hinders no other', async () => {
  const asks = (address: string) => newLearnerPass({ token: null, progress: noProgress }, address)
  const told = await Promise.all(Array.from({ length: 601 }, () => asks('a')))
  const [refused, ...others] = told.filter(({ ok }) => !ok)
  expect(others).toEqual([])
  expect(refused).toMatchObject({ code: 'too-fast', retryInMs: expect.any(Number) })
  expect(await asks('b')).toMatchObject({ ok: true })
})
