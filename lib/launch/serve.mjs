import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { runNode, tail } from './command.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { takeDataFolder } from './one-server.mjs'
import { inProject, logFile, main, root, Trouble } from './project.mjs'
import { dataFolder, demandFreePort, demandWritable, portOf } from './readiness.mjs'
import { stopWithTheShell } from './shell.mjs'
import { buildSite } from './site.mjs'

/** Migrates before the long build, so that a database that cannot be brought up to date is known within seconds. */
async function migrate() {
  const log = logFile('migrate')
  const code = await runNode(['build/migrate.js'], { log })
  if (code !== 0) throw new Trouble(`The database could not be brought up to date:\n\n${await tail(log)}`)
}

/** Held for as long as the process lives, because an unreferenced lock may be closed. */
let held = null

/** `npm start`, `npm run dev` (--dev) and `npm run build` (--build-only). */
await main(async () => {
  const development = process.argv.includes('--dev')
  const serves = !process.argv.includes('--build-only')
  console.error(`Chalkgrad: ${serves ? 'starting' : 'building'}`)
  demandWritable(root, 'for the build')
  if (serves) {
    demandWritable(dataFolder(), 'for the database; CHALKGRAD_DATA names another folder')
    await demandFreePort(portOf(process.env.PORT), process.env.HOST || '0.0.0.0')
  }
  await install()
  await generate()
  await bundle()
  if (serves) {
    held = await takeDataFolder(dataFolder())
    await migrate()
  }
  if (!development) await buildSite()
  if (!held) return
  process.env.NODE_ENV = development ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.setSourceMapsEnabled(true)
  stopWithTheShell()
  // The server takes over this process, so that signals and its exit code pass directly.
  await import(pathToFileURL(inProject('build', 'server.js')).href)
})
