import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { buildFolder, root } from '../project.mjs'

/** All files below `path` (or itself), sorted, without what is generated or belongs to an editor. */
async function filesOf(path) {
  let entries
  try {
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    if (error.code === 'ENOENT') return []
    throw error
  }
  const visible = entries.filter(
    ({ name }) => name !== 'generated' && !name.startsWith('.') && !name.endsWith('~'),
  )
  const below = await Promise.all(visible.map(({ name }) => filesOf(join(path, name))))
  return below.flat().sort()
}

/**
 * A fingerprint of the contents of files and folders (relative to `base`) and of some words beside them. It looks at
 * contents and not at times, so that a checkout or a copy of the same text counts as the same build.
 */
export async function fingerprint(paths, words, base = root) {
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}\0`)
  const files = (await Promise.all(paths.map(path => filesOf(join(base, path))))).flat()
  for (const file of files) {
    const content = await readFile(file)
    hash.update(`${relative(base, file).split(sep).join('/')}\0${content.length}\0`)
    hash.update(content)
  }
  return hash.digest('hex')
}

/**
 * Does `work` unless it was done to its end with the same fingerprint before. The stamp is removed before the work
 * begins and written after it, so interrupted work is stale.
 */
export async function unlessFresh(name, print, stillThere, work, folder = buildFolder) {
  const stamp = join(folder, `${name}.stamp`)
  const before = await readFile(stamp, 'utf8').catch(() => '')
  if (before === print && stillThere()) return false
  await rm(stamp, { force: true })
  await work()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, print)
  return true
}
