import { bundlePrograms } from '../build/bundle.mjs'
import { inProject, main, Trouble } from '../project.mjs'
import { demandPackages } from '../ready/install.mjs'
import { runNode } from './process.mjs'

/** `npm run chaos [-- --rounds 200]`: builds the server, and kills it and its connections under load (tests/chaos). */
await main(async () => {
  demandPackages()
  const built = await runNode([inProject('lib', 'launch', 'start.mjs'), '--build-only'])
  if (built !== 0) throw new Trouble('The server could not be built.')
  await bundlePrograms({ 'chaos/cli': 'tests/chaos/cli.ts' })
  const program = inProject('build', 'chaos', 'cli.js')
  process.exitCode = await runNode(['--enable-source-maps', program, ...process.argv.slice(2)])
})
