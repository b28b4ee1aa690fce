import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { underCurrentNode } from './node-version.mjs'
import { inProject } from './project.mjs'

/**
 * `npm run chalk -- …`: the command line for exercises. Paths are taken from where the person stands, which npm
 * tells in INIT_CWD (it runs scripts in the project's folder).
 */
underCurrentNode(() => {
  const loader = inProject('node_modules', 'tsx', 'dist', 'loader.mjs')
  if (!existsSync(loader)) {
    console.error('Chalkgrad’s packages are not installed. Run npm start or npm ci first.')
    process.exit(1)
  }
  const args = [
    '--import',
    pathToFileURL(loader).href,
    inProject('lib', 'cli', 'chalk.ts'),
    ...process.argv.slice(2),
  ]
  const { status } = spawnSync(process.execPath, args, {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: inProject('tsconfig.json') },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
})
