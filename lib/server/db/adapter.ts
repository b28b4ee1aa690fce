import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Driver from 'better-sqlite3'

/** How long a statement waits for another process's write (a backup, a migration) before it fails. */
const busyTimeoutMs = 5_000

/**
 * SQLite forgets all of these but the journal mode when a connection closes, so they belong to the opening of
 * one and not to the database. `synchronous = FULL` is what makes an acknowledged answer survive a power cut:
 * in WAL mode the default writes a commit without waiting for the disk.
 */
const durable = [
  `PRAGMA busy_timeout = ${busyTimeoutMs}`,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
].join(';')

/** A connection of the driver's own to a file that is there, as durable as those of Prisma. */
export function durableConnection(file: string): Driver.Database {
  const connection = new Driver(file, { timeout: busyTimeoutMs, fileMustExist: true })
  connection.exec(durable)
  return connection
}

async function made(connection: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> {
  const adapter = await connection
  await adapter.executeScript(durable)
  return takingTheLockFirst(adapter)
}

/**
 * The adapter begins transactions that take the write lock with their first write. One that has read before and whose
 * file another process (a new teacher's link) has changed since then could not go on, nor wait: it would fail at once.
 */
function takingTheLockFirst(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const begin = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async isolation => {
    const transaction = await begin(isolation)
    try {
      for (const sql of ['COMMIT', 'BEGIN IMMEDIATE'])
        await transaction.executeRaw({ sql, args: [], argTypes: [] })
    } catch (error) {
      await transaction.rollback()
      throw error
    }
    return transaction
  }
  return adapter
}

/**
 * The schema engine replays a migration into its scratch database as one statement, which better-sqlite3 refuses
 * of a file with many; as a script it takes it.
 */
async function scratch(connection: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> {
  const adapter = await connection
  const single = adapter.executeRaw.bind(adapter)
  adapter.executeRaw = async query => {
    if (query.args.length > 0) return single(query)
    await adapter.executeScript(query.sql)
    return 0
  }
  return adapter
}

/** Prisma's SQLite adapter for a file, each of whose connections is durable. Nothing is opened yet. */
export function sqliteAdapter(file: string): SqlMigrationAwareDriverAdapterFactory {
  const sqlite = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: busyTimeoutMs })
  return {
    provider: sqlite.provider,
    adapterName: sqlite.adapterName,
    connect: () => made(sqlite.connect()),
    connectToShadowDb: () => scratch(sqlite.connectToShadowDb()),
  }
}
