import { existsSync } from 'node:fs'
import { underCurrentNode } from './node-version.mjs'

/** `npm run chaos [-- --rounds 200]`: builds the server, and kills it and its connections under load (tests/chaos). */
underCurrentNode(async () => {
  const { inProject, main, Trouble } = await import('./project.mjs')
  await main(async () => {
    const { bundlePrograms } = await import('./bundle.mjs')
    const { runNode } = await import('./command.mjs')
    if (!existsSync(inProject('node_modules', 'esbuild'))) {
      throw new Trouble('Chalkgrad’s packages are not installed. Run npm start or npm ci first.')
    }
    const built = await runNode([inProject('lib', 'launch', 'start.mjs'), '--build-only'])
    if (built !== 0) throw new Trouble('The server could not be built.')
    await bundlePrograms({ 'chaos/cli': 'tests/chaos/cli.ts' })
    const program = inProject('build', 'chaos', 'cli.js')
    process.exitCode = await runNode(['--enable-source-maps', program, ...process.argv.slice(2)])
  })
})
