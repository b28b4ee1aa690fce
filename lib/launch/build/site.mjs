import { existsSync } from 'node:fs'
import { sources } from './bundle.mjs'
import { runNode, tail } from '../run/process.mjs'
import { fingerprint, unlessFresh } from './freshness.mjs'
import { inProject, logFile, Trouble } from '../project.mjs'
import { stage } from '../run/stage.mjs'

const siteFolder = () => process.env.CHALKGRAD_NEXT_DIR ?? '.next'

/** Builds the pages with Next, if their sources have changed. */
export async function buildSite() {
  const folder = siteFolder()
  const print = await fingerprint(sources, [process.versions.node, process.platform, process.arch, folder])
  const there = () => existsSync(inProject(folder, 'BUILD_ID'))
  await unlessFresh('site', print, there, () =>
    stage('Building the pages (a minute or two)', async () => {
      const log = logFile('site')
      const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
      const code = await runNode(['node_modules/next/dist/bin/next', 'build'], { env, log })
      if (code !== 0)
        throw new Trouble(`The pages could not be built:\n\n${await tail(log, 30)}\n\nThe whole log: ${log}`)
    }),
  )
}
