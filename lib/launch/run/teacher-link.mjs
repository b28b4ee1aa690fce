import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject, main, Trouble } from '../project.mjs'
import { dataFolder } from '../ready/data-folder.mjs'

/** `npm run teacher-link`: a new one-time link for the owner, beside a running server or not. */
await main(async () => {
  const program = inProject('build', 'teacher-link.js')
  if (!existsSync(program) || !existsSync(inProject('node_modules'))) {
    throw new Trouble('Chalkgrad has not been built here yet. Run npm start first; it prints a link itself.')
  }
  if (!existsSync(join(dataFolder(), 'chalkgrad.db'))) {
    throw new Trouble(
      `There is no database in ${dataFolder()}. Run npm start first, or name the folder: CHALKGRAD_DATA.`,
    )
  }
  process.env.NODE_ENV ??= 'production'
  await import(pathToFileURL(program).href)
})
