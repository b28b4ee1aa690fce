import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject } from '../project.mjs'

/** Where the pages find it (next.config.js). */
export const shakenFile = inProject('build', 'browser', 'zod-mini.js')

/** What runs in browsers and reads messages. */
const rooms = ['lib/protocol', 'lib/client', 'components']

/** The functions of zod/mini that a source calls, as it is imported everywhere: `import * as z`. */
export function calledOf(source) {
  if (!source.includes("from 'zod/mini'")) return []
  return [...source.matchAll(/\bz\.(\w+)\(/g)].map(([, name]) => name)
}

/** All that browsers call. */
export async function called() {
  const names = new Set()
  for (const room of rooms) {
    const files = await readdir(inProject(room), { recursive: true })
    for (const file of files.filter(name => /\.tsx?$/.test(name))) {
      for (const name of calledOf(await readFile(join(inProject(room), file), 'utf8'))) names.add(name)
    }
  }
  return [...names].sort()
}

/**
 * Writes the part of zod/mini that browsers use. Next's bundler leaves the library's unused functions in, which are two thirds
 * of it; esbuild takes them out. It is minified with the pages: as a large module it gets a file of its own, which join page and
 * desk share.
 */
export async function shakeZod(build) {
  await build({
    stdin: { contents: `export { ${(await called()).join(', ')} } from 'zod/mini'`, resolveDir: inProject('.') },
    outfile: shakenFile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
}
