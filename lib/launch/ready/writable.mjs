import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Trouble } from '../project.mjs'

/** Makes a folder and those above it. Node's own recursive mkdir never comes back from places such as /proc/x. */
function makeFolder(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder)
  }
}

/** Throws where `folder` (made if it is not there) cannot be written to. */
export function demandWritable(folder, what) {
  const probe = join(folder, `.writable-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Trouble(`Chalkgrad has to write into ${folder} (${what}), and cannot: ${error.message}`)
  }
}
