import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { inProject, main } from '../project.mjs'
import { demandPackages } from '../ready/install.mjs'

/** Paths are taken from where the person stands, which npm tells in INIT_CWD (it runs scripts in the project's folder). */
const here = process.env.INIT_CWD ?? process.cwd()

/** `npm run chalk -- …`: the command line for exercises. */
await main(async () => {
  demandPackages()
  const args = [
    '--import',
    pathToFileURL(inProject('node_modules', 'tsx', 'dist', 'loader.mjs')).href,
    inProject('lib', 'cli', 'chalk.ts'),
    ...process.argv.slice(2),
  ]
  const { status } = spawnSync(process.execPath, args, {
    cwd: here,
    env: { ...process.env, TSX_TSCONFIG_PATH: inProject('tsconfig.json') },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
})
