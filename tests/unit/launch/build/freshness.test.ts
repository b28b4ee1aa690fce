import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, unlessFresh } from '@/lib/launch/build/freshness.mjs'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'chalkgrad-fresh-'))
  await mkdir(join(home, 'lib', 'deep'), { recursive: true })
  await writeFile(join(home, 'lib', 'a.ts'), 'one')
  await writeFile(join(home, 'lib', 'deep', 'b.ts'), 'two')
  await writeFile(join(home, 'package.json'), '{}')
})

afterEach(() => rm(home, { recursive: true, force: true }))

const print = (words: string[] = []): Promise<string> =>
  fingerprint(['lib', 'package.json', 'absent.json'], words, home)

test('the same contents have the same fingerprint, whenever they were written', async () => {
  const before = await print()
  await utimes(join(home, 'lib', 'a.ts'), 0, 0)
  expect(await print()).toBe(before)
})

test.each<[string, () => Promise<unknown>]>([
  ['a changed file', () => writeFile(join(home, 'lib', 'deep', 'b.ts'), 'three')],
  ['a new file', () => writeFile(join(home, 'lib', 'c.ts'), '')],
  ['a new file where there was none', () => writeFile(join(home, 'absent.json'), '')],
  ['a file that is gone', () => rm(join(home, 'lib', 'a.ts'))],
  [
    'text that moved from one file to the next',
    async () => {
      await writeFile(join(home, 'lib', 'a.ts'), 'onetwo')
      await writeFile(join(home, 'lib', 'deep', 'b.ts'), '')
    },
  ],
])('%s changes it', async (_, change) => {
  const before = await print()
  await change()
  expect(await print()).not.toBe(before)
})

test('so does another version of Node', async () => {
  expect(await print(['20'])).not.toBe(await print(['22']))
})

test('what is generated and what editors leave does not', async () => {
  const before = await print()
  await mkdir(join(home, 'lib', 'generated'))
  await writeFile(join(home, 'lib', 'generated', 'client.ts'), 'x')
  await writeFile(join(home, 'lib', '.a.ts.swp'), 'x')
  expect(await print()).toBe(before)
})

test('work is done once, again after a change, and again when its result is gone', async () => {
  let times = 0
  let there = true
  const once = (fingerprint: string) =>
    unlessFresh(
      'work',
      fingerprint,
      () => there,
      async () => void times++,
      home,
    )
  expect([await once('a'), await once('a'), await once('b'), await once('b')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  there = false
  expect(await once('b')).toBe(true)
  expect(times).toBe(3)
})

test('work that was interrupted is stale, although an earlier one with its fingerprint was done', async () => {
  const done = async () => {}
  const interrupted = async () => {
    throw new Error('interrupted')
  }
  await unlessFresh('work', 'a', () => true, done, home)
  await expect(unlessFresh('work', 'b', () => true, interrupted, home)).rejects.toThrow('interrupted')
  expect(await unlessFresh('work', 'a', () => true, done, home)).toBe(true)
})
