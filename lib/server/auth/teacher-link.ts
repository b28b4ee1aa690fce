import { databaseFile, openDatabase, setDatabase } from '../db/client'
import { env } from '../env'
import { newOwnerLink } from './links'

/** Prints a new one-time link for the owner and nothing else. Run as build/teacher-link.js. */
async function main(): Promise<void> {
  const { CHALKGRAD_DATA, ORIGIN, PORT } = env()
  const database = await openDatabase(databaseFile(CHALKGRAD_DATA))
  setDatabase(database)
  const path = await newOwnerLink()
  console.log(`${ORIGIN ?? `http://localhost:${PORT}`}${path}`)
  await database.$disconnect()
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : 'no link could be made')
  process.exit(1)
})
