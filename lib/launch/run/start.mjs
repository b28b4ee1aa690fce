import { pathToFileURL } from 'node:url'
import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { inProject, logFile, main, root, Trouble } from '../project.mjs'
import { dataFolder, takeDataFolder } from '../ready/data-folder.mjs'
import { install } from '../ready/install.mjs'
import { demandFreePort, portOf } from '../ready/port.mjs'
import { demandWritable } from '../ready/writable.mjs'
import { runNode, tail } from './process.mjs'
import { stopWithTheShell } from './shell.mjs'

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
