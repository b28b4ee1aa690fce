import { newOwnerLink } from '@/lib/server/auth/links'
import { serverSecret } from '@/lib/server/auth/secret'
import { databaseFile, openDatabase, setDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { env } from '@/lib/server/env'
import { listen } from '@/lib/server/listen'
import { countingBuffers } from './buffered'
import { serveRoutes } from './routes'

/* The server of the integration tests: everything of main.ts but Next and the true engine. */
const { CHALKGRAD_DATA, PORT } = env()
/** Milliseconds, where a test waits for a connection that says nothing any more. */
const { HEARTBEAT } = process.env
/** The true engine and exercises for it, where a test is about both. */
const { ENGINE, SOURCES = '[]' } = process.env
const file = databaseFile(CHALKGRAD_DATA)
await migrate(file)
const database = await openDatabase(file)
setDatabase(database, file)
serverSecret()

for (const [at, [name, id]] of [
  ['first', 'first00000000000000000'],
  ['second', 'second0000000000000000'],
  ['drawn', 'drawn00000000000000000'],
].entries() as IterableIterator<[number, [string, string]]>) {
  await database.exercise.upsert({
    where: { slug: name },
    create: {
      id: `${name}-exercise`,
      slug: name,
      position: at,
      createdAt: 0,
      versions: { create: { id, number: 1, title: name, source: name, createdAt: 0 } },
    },
    update: {},
  })
}

for (const [at, source] of (JSON.parse(SOURCES) as string[]).entries()) {
  const [slug, id] = [`written-${at}`, `written00000000000000${at}`]
  const versions = { create: { id, number: 1, title: slug, source, createdAt: 0 } }
  await database.exercise.upsert({
    where: { slug },
    create: { id: `${slug}-exercise`, slug, position: 9 + at, createdAt: 0, versions },
    update: {},
  })
}

const server = await listen({
  port: PORT,
  host: '127.0.0.1',
  development: false,
  trust: { trustProxy: true, origin: null },
  handler: countingBuffers(serveRoutes),
  workerFile: ENGINE ?? './tests/integration/engine.mjs',
  ...(HEARTBEAT && { heartbeat: { intervalMs: Number(HEARTBEAT), timeoutMs: Number(HEARTBEAT) } }),
})
process.on('SIGTERM', () => {
  void server
    .close()
    .then(() => database.$disconnect())
    .then(() => process.exit(0))
})
console.log(`ready ${server.port} ${await newOwnerLink()}`)
