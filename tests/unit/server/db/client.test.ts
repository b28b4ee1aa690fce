import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { durableConnection } from '@/lib/server/db/adapter'
import { type Database, database, openDatabase, setDatabase } from '@/lib/server/db/client'
import { Journal } from '@/lib/server/db/journal'
import { migrate } from '@/lib/server/db/migrate'
import { takesLong } from '../../../takes-long'

takesLong()

let home: string
let client: Database

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'chalkgrad-client-'))
  const file = join(home, 'chalkgrad.db')
  await migrate(file)
  client = await openDatabase(file)
})

afterAll(async () => {
  await client.$disconnect()
  await rm(home, { recursive: true, force: true })
})

const pragma = async (on: Pick<Database, '$queryRawUnsafe'>, name: string): Promise<unknown> =>
  Object.values((await on.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0]!)[0]

// The numbers are SQLite's: synchronous 2 is FULL.
const durable = { synchronous: 2n, journal_mode: 'wal', foreign_keys: 1n, busy_timeout: 5000n }

test('the connection that Prisma uses is durable', async () => {
  for (const [name, value] of Object.entries(durable)) expect(await pragma(client, name), name).toBe(value)
})

test('it stays so within transactions and after them, failed ones too', async () => {
  await client.$transaction(async inside => {
    for (const [name, value] of Object.entries(durable)) expect(await pragma(inside, name), name).toBe(value)
  })
  const failing = client.$transaction(async () => {
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  for (const [name, value] of Object.entries(durable)) expect(await pragma(client, name), name).toBe(value)
})

test('so is one of the driver’s own', () => {
  const connection = durableConnection(join(home, 'chalkgrad.db'))
  for (const [name, value] of Object.entries(durable)) {
    const is = connection.pragma(name, { simple: true })
    expect(is, name).toEqual(typeof value === 'bigint' ? Number(value) : value)
  }
  connection.close()
})

test('the journal refuses what refers to nothing', () => {
  const journal = new Journal(join(home, 'chalkgrad.db'))
  const event = {
    classId: 'nowhere',
    who: null,
    entry: { type: 'paused', data: { paused: true } } as const,
    at: 0,
  }
  expect(() => journal.append([{ kind: 'event', event }])).toThrow(/FOREIGN KEY/)
  journal.close()
})

test('a row that refers to nothing is refused', async () => {
  const orphan = { id: 'c', code: 'CODE', title: 'T', ownerId: 'nobody', createdAt: 0n }
  await expect(client.class.create({ data: orphan })).rejects.toThrow()
  expect(await client.class.count()).toBe(0)
})

test('the one client is what the server put there', () => {
  expect(() => database()).toThrow(/not open/)
  setDatabase(client)
  expect(database()).toBe(client)
  setDatabase(undefined)
  expect(() => database()).toThrow(/not open/)
})
