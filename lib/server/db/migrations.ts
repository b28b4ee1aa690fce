import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { MigrationList } from './schema-engine'

/** Where the migrations lie; every process of Chalkgrad runs in the project's folder. */
export const migrationsFolder = 'prisma/migrations'
export const schemaFile = 'prisma/schema.prisma'

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The migrations on disk, oldest first, as the schema engine wants them. */
export async function readMigrations(folder: string = migrationsFolder): Promise<MigrationList> {
  const baseDir = resolve(folder)
  const entries = await readdir(baseDir, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async path => {
      const sql = await textOf(join(baseDir, path, 'migration.sql'))
      const content =
        sql === null
          ? { tag: 'error' as const, value: `${path} has no migration.sql` }
          : { tag: 'ok' as const, value: sql }
      return { path, migrationFile: { path: 'migration.sql', content } }
    }),
  )
  const lockfile = {
    path: 'migration_lock.toml',
    content: await textOf(join(baseDir, 'migration_lock.toml')),
  }
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories }
}
