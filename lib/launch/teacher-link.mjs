import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { underCurrentNode } from './node-version.mjs'
import { inProject, main, Trouble } from './project.mjs'

/** `npm run teacher-link`: a new one-time link for the owner, beside a running server or not. */
underCurrentNode(() =>
  main(async () => {
    const program = inProject('build', 'teacher-link.js')
    if (!existsSync(program) || !existsSync(inProject('node_modules'))) {
      throw new Trouble(
        'Chalkgrad has not been built here yet. Run npm start first; it prints a link itself.',
      )
    }
    process.env.NODE_ENV ??= 'production'
    await import(pathToFileURL(program).href)
  }),
)
