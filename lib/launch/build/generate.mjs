import { existsSync } from 'node:fs'
import { runNode, tail } from '../run/process.mjs'
import { fingerprint, unlessFresh } from './freshness.mjs'
import { inProject, logFile, Trouble } from '../project.mjs'
import { stage } from '../run/stage.mjs'

/** Prisma's command line, told to look for nothing on the network. */
function prismaEnv() {
  return {
    ...process.env,
    // `generate` insists on a schema engine, and would download it, but never runs it: any executable will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}

/** Writes the database client (lib/server/db/generated) if it is not that of this schema. */
export async function generate() {
  const print = await fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'], [])
  const there = () => existsSync(inProject('lib', 'server', 'db', 'generated', 'client.ts'))
  await unlessFresh('generate', print, there, () =>
    stage('Generating the database client', async () => {
      const log = logFile('generate')
      const code = await runNode(['node_modules/prisma/build/index.js', 'generate'], {
        env: prismaEnv(),
        log,
      })
      if (code !== 0)
        throw new Trouble(`The database client could not be generated:\n\n${await tail(log)}\n\n${log}`)
    }),
  )
}
