import { resolve } from 'node:path'
import { sqliteAdapter } from './adapter'
import { PrismaClient } from './generated/client'
import { Journal } from './journal'

export type Database = PrismaClient

/** A module that both the custom server and a Next route import has two instances; globalThis is shared. */
const home = globalThis as { chalkgradDatabase?: PrismaClient; chalkgradJournal?: Journal }

/** Where the database lies inside the data folder (`CHALKGRAD_DATA`). */
export function databaseFile(dataFolder: string): string {
  return resolve(dataFolder, 'chalkgrad.db')
}

/**
 * Connects to the SQLite database at `url` (`file:/path` or a bare path) with WAL, synchronous=FULL, foreign keys and
 * a busy timeout, and does not return before the connection works. The caller disconnects.
 *
 * All queries of one client share one connection, so a query that runs beside an interactive transaction runs inside
 * it.
 */
export async function openDatabase(url: string): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: sqliteAdapter(url.replace(/^file:/, '')) })
  await client.$connect()
  return client
}

/** The server's one client. It throws where the server has not set it yet, which is a bug. */
export function database(): PrismaClient {
  if (!home.chalkgradDatabase)
    throw new Error('The database is not open: the server opens it before it listens.')
  return home.chalkgradDatabase
}

/** The statements of the answers, beside the one client. */
export function journal(): Journal {
  if (!home.chalkgradJournal)
    throw new Error('The journal is not open: the server opens it before it listens.')
  return home.chalkgradJournal
}

/** Called once by the server (and by tests) with what `openDatabase` gave, and the file; `undefined` takes it away. */
export function setDatabase(client: PrismaClient | undefined, file?: string): void {
  home.chalkgradJournal?.close()
  delete home.chalkgradJournal
  if (file) home.chalkgradJournal = new Journal(file)
  if (client) home.chalkgradDatabase = client
  else delete home.chalkgradDatabase
}
