import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/client'
import { missingMigration } from '@/lib/server/db/draft-migration'
import { copyName, MigrationRefused, migrate } from '@/lib/server/db/migrate'
import { migrationsFolder, readMigrations } from '@/lib/server/db/migrations'

let home: string
let file: string
let migrations: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'chalkgrad-migrate-'))
  file = join(home, 'chalkgrad.db')
  migrations = join(home, 'migrations')
  await cp(migrationsFolder, migrations, { recursive: true })
})

afterEach(() => rm(home, { recursive: true, force: true }))

const names = async (): Promise<string[]> =>
  (await readMigrations(migrations)).migrationDirectories.map(({ path }) => path)

async function adds(name: string, sql: string): Promise<void> {
  await mkdir(join(migrations, name))
  await writeFile(join(migrations, name, 'migration.sql'), sql)
}

async function rows(sql: string, database = file): Promise<unknown[]> {
  const client = await openDatabase(database)
  try {
    return await client.$queryRawUnsafe(sql)
  } finally {
    await client.$disconnect()
  }
}

describe('migrate', () => {
  test.skipIf(process.platform === 'win32')(
    'no other account of the machine may read the database',
    async () => {
      await migrate(file, migrations)
      await adds('20990101000000_note', 'CREATE TABLE "Note" ("id" TEXT NOT NULL PRIMARY KEY);')
      await migrate(file, migrations)
      for (const path of [file, copyName(file, '20990101000000_note')])
        expect((await stat(path)).mode & 0o077, path).toBe(0)
    },
  )

  test('a new database gets every migration in order, and a second run nothing', async () => {
    expect(await migrate(file, migrations)).toEqual(await names())
    expect(await migrate(file, migrations)).toEqual([])
    expect(await rows('SELECT count(*) AS n FROM "Submission"')).toEqual([{ n: 0n }])
  })

  test('the next migration is applied alone, and the database is copied before it', async () => {
    await migrate(file, migrations)
    await rows(`INSERT INTO "Teacher" VALUES ('t', 'Dana', 'dana', NULL, 1, 0)`)
    await adds('30000101000000_next', 'ALTER TABLE "Teacher" ADD COLUMN "motto" TEXT;')
    expect(await migrate(file, migrations)).toEqual(['30000101000000_next'])
    expect(await rows('SELECT name, motto FROM "Teacher"')).toEqual([{ name: 'Dana', motto: null }])
    const copy = copyName(file, '30000101000000_next')
    expect(await rows('SELECT name FROM "Teacher"', copy)).toEqual([{ name: 'Dana' }])
    await expect(rows('SELECT motto FROM "Teacher"', copy)).rejects.toThrow(/motto/)
  })

  test('a migration that fails halfway is named at the next start, with the copy to put back', async () => {
    await migrate(file, migrations)
    await adds('30000101000000_broken', 'CREATE TABLE "Half" ("a" TEXT); CREATE TABLE "Half" ("b" TEXT);')
    await expect(migrate(file, migrations)).rejects.toThrow()
    const again = migrate(file, migrations)
    await expect(again).rejects.toThrow(MigrationRefused)
    await expect(again).rejects.toThrow(copyName(file, '30000101000000_broken'))
    await cp(copyName(file, '30000101000000_broken'), file)
    await writeFile(
      join(migrations, '30000101000000_broken', 'migration.sql'),
      'CREATE TABLE "Half" ("a" TEXT);',
    )
    expect(await migrate(file, migrations)).toEqual(['30000101000000_broken'])
  })

  test('a database of a newer version is refused, and left as it was', async () => {
    await adds('30000101000000_newer', 'CREATE TABLE "Newer" ("a" TEXT);')
    await migrate(file, migrations)
    await rm(join(migrations, '30000101000000_newer'), { recursive: true })
    const older = migrate(file, migrations)
    await expect(older).rejects.toThrow(MigrationRefused)
    await expect(older).rejects.toThrow('30000101000000_newer')
    expect(await rows('SELECT count(*) AS n FROM "Newer"')).toEqual([{ n: 0n }])
  })

  test('an applied migration that was edited is refused', async () => {
    await migrate(file, migrations)
    const [first] = await names()
    await writeFile(join(migrations, first!, 'migration.sql'), 'CREATE TABLE "Other" ("a" TEXT);')
    await expect(migrate(file, migrations)).rejects.toThrow(/must not be edited/)
  })

  test('built-in exercises of an older database keep their ids and their order, which gets a column of its own', async () => {
    const added = '20261130184810_position_of_exercises'
    await cp(join(migrations, added), join(home, added), { recursive: true })
    await rm(join(migrations, added), { recursive: true })
    await migrate(file, migrations)
    const exercise = (id: string, slug: string, at: number) =>
      rows(`INSERT INTO "Exercise" ("id", "slug", "createdAt") VALUES ('${id}', ${slug}, ${at})`)
    await exercise('m', "'relu-mask'", 2)
    await exercise('p', "'matrix-multiplication'", 1)
    await exercise('o', 'NULL', 7)
    await rows(
      `INSERT INTO "ExerciseVersion" VALUES ('v', 'm', 1, 'T', 's', 500), ('w', 'm', 2, 'T', 's', 900)`,
    )
    await cp(join(home, added), join(migrations, added), { recursive: true })
    await migrate(file, migrations)
    expect(await rows('SELECT id, slug, position, createdAt FROM "Exercise" ORDER BY id')).toEqual([
      { id: 'm', slug: 'relu-mask', position: 2, createdAt: 500n },
      { id: 'o', slug: null, position: null, createdAt: 7n },
      { id: 'p', slug: 'matrix-multiplication', position: 1, createdAt: 1n },
    ])
  })

  test('two processes that start at once leave one history', async () => {
    const both = await Promise.allSettled([migrate(file, migrations), migrate(file, migrations)])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    const applied = await rows(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    )
    expect(applied).toEqual((await names()).map(name => ({ name })))
  })
})

describe('the migrations and the schema', () => {
  test('lead to the same tables', async () => {
    expect(await missingMigration()).toBeNull()
  })

  test('and where the schema has more, the difference is told', async () => {
    const schema = join(home, 'schema.prisma')
    await cp('prisma/schema.prisma', schema)
    await writeFile(schema, '\nmodel Extra {\n  id String @id\n}\n', { flag: 'a' })
    expect(await missingMigration(migrations, schema)).toMatch(/CREATE TABLE "Extra"/)
  })
})
