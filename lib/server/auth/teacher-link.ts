import { databaseFile, openDatabase, setDatabase } from '../db/client'
import { env } from '../env'
import { print, report } from '../report'
import { lastAddress } from './last-address'
import { newOwnerLink } from './links'

/** Prints a new one-time link for the owner and nothing else. Run as build/teacher-link.js. */
async function main(): Promise<void> {
  const { CHALKGRAD_DATA, ORIGIN, PORT } = env()
  const database = await openDatabase(databaseFile(CHALKGRAD_DATA))
  setDatabase(database)
  const path = await newOwnerLink()
  // The server's port was noted when it started, so nobody has to give it again.
  const origin =
    ORIGIN ?? (process.env.PORT ? null : lastAddress(CHALKGRAD_DATA)) ?? `http://localhost:${PORT}`
  print(`${origin}${path}`)
  await database.$disconnect()
}

main().catch(error => {
  report(error instanceof Error ? error.message : 'no link could be made')
  process.exit(1)
})
