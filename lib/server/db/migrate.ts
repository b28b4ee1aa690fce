import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { sqliteAdapter } from './adapter'
import { migrationsFolder, readMigrations } from './migrations'
import { everything, type SchemaEngine, withSchemaEngine } from './schema-engine'

/** The database cannot be brought up to date by applying what is missing; a person has to decide. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

type Diagnosis = Awaited<ReturnType<SchemaEngine['diagnoseMigrationHistory']>>

/** Throws `MigrationRefused` where the database's history and the folder's do not fit together. */
function demandCommonHistory(databaseFile: string, diagnosis: Diagnosis): void {
  const refuse = (what: string, then: string): never => {
    throw new MigrationRefused(`The database ${databaseFile} ${what}\n${then}`)
  }
  const [failed] = diagnosis.failedMigrationNames
  if (failed) {
    refuse(
      `was left half changed by the migration ${failed}.`,
      `Put back the copy made before it (${copyName(databaseFile, failed)}), or another backup, and start again.`,
    )
  }
  const { history } = diagnosis
  if (history && history.diagnostic !== 'databaseIsBehind') {
    refuse(
      `has migrations that this version of Chalkgrad does not know: ${history.unpersistedMigrationNames.join(', ')}.`,
      'A newer or a different version has used it: start that version again, or choose another CHALKGRAD_DATA folder.',
    )
  }
  if (diagnosis.editedMigrationNames.length > 0) {
    refuse(
      `was made by other text of the migrations ${diagnosis.editedMigrationNames.join(', ')}.`,
      'An applied migration must not be edited: restore its file, and put the change into a new migration.',
    )
  }
}

/** The name of the copy of a database that is made before `migration` changes it. */
export function copyName(databaseFile: string, migration: string): string {
  return `${databaseFile}.before-${migration}`
}

/** The database holds names of pupils and what they typed, so only the account that runs the server may read it. */
const ownerOnly = 0o600

/** Makes the file with that mode; SQLite gives the files beside a database the database's mode. */
function makeFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', ownerOnly))
}

async function withConnection<T>(
  file: string,
  work: (connection: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const connection = await sqliteAdapter(file).connect()
  try {
    return await work(connection)
  } finally {
    await connection.dispose()
  }
}

/** Whether Prisma's table of applied migrations is there; the engine fails to diagnose a database without it. */
async function hasHistory(file: string): Promise<boolean> {
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'"
  const { rows } = await withConnection(file, it => it.queryRaw({ sql, args: [], argTypes: [] }))
  return rows.length > 0
}

/** Copies a database before a migration, because SQLite's migrations run outside of a transaction. */
async function copyBefore(file: string, migration: string): Promise<void> {
  const copy = copyName(file, migration)
  if (existsSync(copy)) return
  await withConnection(file, it => it.executeScript(`VACUUM INTO '${copy.replaceAll("'", "''")}'`))
  chmodSync(copy, ownerOnly)
}

/**
 * Brings the SQLite database in `databaseFile` (made if it is not there) up to the newest migration, by Prisma's
 * schema engine as WebAssembly: nothing is downloaded. Returns the names applied, none when it was up to date.
 *
 * A database that already had migrations is copied beside itself before the next one touches it.
 *
 * @throws MigrationRefused where the history of the database is not a beginning of the folder's
 */
export async function migrate(databaseFile: string, folder: string = migrationsFolder): Promise<string[]> {
  const file = databaseFile.replace(/^file:/, '')
  const migrationsList = await readMigrations(folder)
  makeFile(file)
  const fresh = !(await hasHistory(file))
  return withSchemaEngine(sqliteAdapter(file), null, async engine => {
    const apply = () => engine.applyMigrations({ migrationsList, filters: everything })
    if (fresh) return (await apply()).appliedMigrationNames
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: everything,
    })
    demandCommonHistory(file, diagnosis)
    const { history } = diagnosis
    const next = history?.diagnostic === 'databaseIsBehind' ? history.unappliedMigrationNames[0] : undefined
    if (!next) return []
    await copyBefore(file, next)
    return (await apply()).appliedMigrationNames
  })
}
