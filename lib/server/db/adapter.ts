import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Driver from 'better-sqlite3'

/** How long a statement waits for another process's write (a backup, a migration) before it fails. */
const busyTimeoutMs = 5_000

/**
 * SQLite forgets all of these but the journal mode when a connection closes, so they are set whenever a connection
 * opens. `synchronous = FULL` is what makes an acknowledged answer survive a power cut: in WAL mode the default
 * writes a commit without waiting for the disk.
 */
const durable = [
  `PRAGMA busy_timeout = ${busyTimeoutMs}`,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
].join(';')

/** A connection of the driver itself to an existing file, as durable as Prisma's connections. */
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
 * The adapter's own transactions take the write lock with their first write. Such a transaction fails at once,
 * without waiting, if it has read before and another process (a new teacher's link) has written since.
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
 * The schema engine replays a migration into its scratch database as one statement. better-sqlite3 refuses a
 * statement that is a whole file of them, but takes it as a script.
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
