import { mkdirSync } from 'node:fs'
import { env } from '../env'
import { print, report } from '../report'
import { databaseFile } from './client'
import { MigrationRefused, migrate } from './migrate'

/** The program build/migrate.js: brings the database of this installation up to date. */
try {
  const { CHALKGRAD_DATA } = env()
  mkdirSync(CHALKGRAD_DATA, { recursive: true })
  const applied = await migrate(databaseFile(CHALKGRAD_DATA))
  for (const name of applied) print(`Applied ${name}`)
} catch (error) {
  if (error instanceof MigrationRefused) report(error.message)
  else report('the migrations failed', error)
  process.exit(1)
}
