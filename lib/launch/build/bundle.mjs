import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fingerprint, unlessFresh } from './freshness.mjs'
import { shakenFile, shakeZod } from './shaken.mjs'
import { buildFolder, inProject, Trouble } from '../project.mjs'
import { stage } from '../run/stage.mjs'

/** What becomes a program of its own: name under build/ and entry. */
export const programs = {
  server: 'lib/server/main.ts',
  worker: 'lib/server/workers/worker.ts',
  migrate: 'lib/server/db/apply-migrations.ts',
  'teacher-link': 'lib/server/auth/teacher-link.ts',
  demo: 'lib/simulator/demo.ts',
}

/** The sources of everything that is built. */
export const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/**
 * Throws where a module of ours is missing. The bundler takes it for a package and would not notice before run time.
 */
function demandWhole({ outputs }) {
  const imports = Object.values(outputs).flatMap(output => output.imports)
  const lost = imports
    .filter(({ external, path }) => external && path.startsWith('@/'))
    .map(({ path }) => path)
  if (lost.length > 0) throw new Error(`These modules are not there: ${[...new Set(lost)].join(', ')}`)
}

/** Writes each entry with what it imports of ours as one program for Node, under build/. */
export async function bundlePrograms(entries) {
  const { build } = await import('esbuild')
  await mkdir(buildFolder, { recursive: true })
  try {
    const { metafile } = await build({
      entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: inProject(entry), out })),
      outdir: buildFolder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      sourcemap: true,
      tsconfig: inProject('tsconfig.json'),
      metafile: true,
      logLevel: 'silent',
    })
    demandWhole(metafile)
  } catch (error) {
    throw new Trouble(`The programs could not be bundled:\n\n${error.message}`)
  }
}

/** Writes build/server.js, the other programs, and what the pages take from here, if their sources have changed. */
export async function bundle() {
  const print = await fingerprint(sources, [process.versions.modules, process.platform, process.arch])
  const files = [...Object.keys(programs).map(name => inProject('build', `${name}.js`)), shakenFile]
  const there = () => files.every(file => existsSync(file))
  await unlessFresh('bundle', print, there, () =>
    stage('Bundling the server', async () => {
      await bundlePrograms(programs)
      const { build } = await import('esbuild')
      await shakeZod(build)
    }),
  )
}
