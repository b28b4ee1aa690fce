import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { print, report } from '../report'
import { sqliteAdapter } from './adapter'
import { migrationsFolder, readMigrations, schemaFile } from './migrations'
import { everything, withSchemaEngine } from './schema-engine'

/**
 * The SQL that leads from the migrations in `folder` to the schema in `file`; `null` when they agree. The
 * history is replayed into a database in memory, so no file of anybody's is touched.
 */
export async function missingMigration(folder = migrationsFolder, file = schemaFile): Promise<string | null> {
  const [list, content] = await Promise.all([readMigrations(folder), readFile(file, 'utf8')])
  const { stdout, exitCode } = await withSchemaEngine(sqliteAdapter(':memory:'), content, engine =>
    engine.diff({
      from: { tag: 'migrations', ...list },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: true,
      filters: everything,
    }),
  )
  return exitCode === 0 ? null : stdout
}

/** Writes `folder/<now>_<name>/migration.sql` and returns its path, or `null` when nothing is missing. */
export async function draftMigration(
  name: string,
  now: Date,
  folder = migrationsFolder,
): Promise<string | null> {
  const sql = await missingMigration(folder)
  if (sql === null) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const home = join(folder, `${stamp}_${name}`)
  await mkdir(home)
  await writeFile(join(home, 'migration.sql'), `${sql.trim()}\n`)
  return join(home, 'migration.sql')
}

const [, script, name] = process.argv
if (script?.endsWith('draft-migration.ts')) {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    report('Usage: npm run migration -- NAME   (lower case letters, digits, underscores)')
    process.exit(2)
  }
  const written = await draftMigration(name, new Date())
  print(
    written ? `Wrote ${written}. Read it before you commit it.` : 'The migrations match the schema already.',
  )
}
