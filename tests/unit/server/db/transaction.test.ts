import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { takesLong } from '../../../takes-long'

takesLong()

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chalkgrad-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('nobody writes between what a transaction reads and what it writes', async () => {
  const file = join(folder, 'chalkgrad.db')
  await migrate(file)
  const database = await openDatabase(file)
  // Another process, which does not wait.
  const other = new Database(file, { timeout: 0 })
  const exercise = (id: string) => ({ id, createdAt: 0n })
  await database.$transaction(async tx => {
    expect(await tx.exercise.count()).toBe(0)
    expect(() => other.exec(`INSERT INTO Exercise (id, createdAt) VALUES ('other', 0)`)).toThrow('locked')
    await tx.exercise.create({ data: exercise('ours') })
  })
  other.exec(`INSERT INTO Exercise (id, createdAt) VALUES ('other', 0)`)
  await expect(
    database.$transaction(async tx => {
      await tx.exercise.create({ data: exercise('never') })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  expect(await database.exercise.count()).toBe(2)
  other.close()
  await database.$disconnect()
})
