import { mkdir } from 'node:fs/promises'
import next from 'next'
import { announcement } from './announce'
import { noteAddress } from './auth/last-address'
import { newOwnerLink } from './auth/links'
import { serverSecret } from './auth/secret'
import { databaseFile, openDatabase, setDatabase } from './db/client'
import { forgetOldLearners } from './db/learners'
import { migrate } from './db/migrate'
import { env } from './env'
import { listen } from './listen'
import { print, report } from './report'
import { seed } from './seed'
import { outliveTerminal } from './terminal'

const dayMs = 86_400_000

/** The one process: database, Next and Socket.IO behind one port. Run as build/server.js. */
async function main(): Promise<void> {
  outliveTerminal()
  const { PORT, HOST, CHALKGRAD_DATA, ORIGIN, TRUST_PROXY, NODE_ENV } = env()
  const development = NODE_ENV === 'development'

  await mkdir(CHALKGRAD_DATA, { recursive: true })
  const file = databaseFile(CHALKGRAD_DATA)
  await migrate(file)
  const database = await openDatabase(file)
  setDatabase(database, file)
  serverSecret()
  await seed()
  await forgetOldLearners(Date.now())
  // A server runs for months; what is kept for a time goes on the day on which its time is over.
  setInterval(
    () => forgetOldLearners(Date.now()).catch(error => report('old learners stay', error)),
    dayMs,
  ).unref()

  const app = next({ dev: development, dir: process.cwd(), hostname: HOST, port: PORT })
  await app.prepare()
  const handler = app.getRequestHandler()
  const server = await listen({
    port: PORT,
    host: HOST,
    development,
    trust: { trustProxy: TRUST_PROXY === '1', origin: ORIGIN ?? null },
    handler: (request, response) => handler(request, response),
  })
  noteAddress(CHALKGRAD_DATA, ORIGIN ?? `http://localhost:${server.port}`)
  const linkPath = await newOwnerLink()
  print(announcement({ port: server.port, origin: ORIGIN, host: HOST, linkPath }))

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // The process ends within seconds even if something hangs; what was acknowledged is on the disk already.
    setTimeout(() => process.exit(1), 8000).unref()
    await server.close()
    await app.close()
    setDatabase(undefined)
    await database.$disconnect()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch(error => {
        report('stopping failed', error)
        process.exit(1)
      })
    })
  }
}

// One forgotten promise must not end the class for everybody. An uncaught exception does end the process, because
// nobody knows what it left half done; the outboxes then send again what was open.
process.on('unhandledRejection', reason => {
  report('an unhandled rejection', reason)
})

main().catch(error => {
  report(error instanceof Error ? error.message : 'the start failed')
  process.exit(1)
})
