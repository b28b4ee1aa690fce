import { existsSync } from 'node:fs'
import { bundlePrograms } from '../build/bundle.mjs'
import { inProject, main, Trouble } from '../project.mjs'
import { demandPackages } from '../ready/install.mjs'
import { runNode } from './process.mjs'

/**
 * `npm run bench -- grade`: a measurement of tests/bench, bundled as the server is, because what a loader compiles on the
 * way runs slower.
 */
await main(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const entry = `tests/bench/${name}.ts`
  if (!/^[a-z-]+$/.test(name) || !existsSync(inProject(entry))) {
    throw new Trouble('Say what to measure: npm run bench -- grade')
  }
  demandPackages()
  // Beside it there may be a program that it starts anew, to see what a process does first.
  const programs = [name, `${name}-cold`].filter(it => existsSync(inProject('tests', 'bench', `${it}.ts`)))
  await bundlePrograms(Object.fromEntries(programs.map(it => [`bench/${it}`, `tests/bench/${it}.ts`])))
  process.exitCode = await runNode([
    '--enable-source-maps',
    inProject('build', 'bench', `${name}.js`),
    ...args,
  ])
})
