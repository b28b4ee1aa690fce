import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Database, databaseFile, openDatabase, setDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'

/** A fresh database for the tests of one file, the one that `database()` gives. */
export function freshDatabase(): void {
  let folder: string
  let opened: Database
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'))
    await migrate(databaseFile(folder))
    opened = await openDatabase(databaseFile(folder))
    setDatabase(opened, databaseFile(folder))
  })
  afterAll(async () => {
    setDatabase(undefined)
    await opened.$disconnect()
    await rm(folder, { recursive: true, force: true })
  })
}
