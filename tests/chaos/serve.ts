import { newOwnerLink } from '@/lib/server/auth/links'
import { serverSecret } from '@/lib/server/auth/secret'
import { databaseFile, openDatabase, setDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { env } from '@/lib/server/env'
import { listen } from '@/lib/server/listen'
import { seed } from '@/lib/server/seed'
import { serveRoutes } from '@/tests/integration/routes'

/* Everything of main.ts but Next and its pages: it starts quickly, and needs no build of them. */
const { CHALKGRAD_DATA, PORT, HOST, TRUST_PROXY } = env()
const file = databaseFile(CHALKGRAD_DATA)
await migrate(file)
setDatabase(await openDatabase(file), file)
serverSecret()
await seed()
const server = await listen({
  port: PORT,
  host: HOST,
  development: false,
  trust: { trustProxy: TRUST_PROXY === '1', origin: null },
  handler: serveRoutes,
})
const origin = `http://${HOST}:${server.port}`
console.log(`Students: ${origin}\nTeacher: ${origin}${await newOwnerLink()}`)
