import { join, resolve } from 'node:path'
import { root, Trouble } from '../project.mjs'

/** The folder that holds the database, absolute. */
export const dataFolder = () => resolve(root, process.env.CHALKGRAD_DATA || './data')

/**
 * Takes the data folder for this process until it ends, however it ends, because the operating system holds the lock,
 * on a file of its own. Two servers on one database would each believe to be the only authority over a class. Throws
 * a Trouble where another has the folder.
 */
export async function takeDataFolder(folder) {
  const { default: Database } = await import('better-sqlite3')
  const lock = new Database(join(folder, 'server.lock'), { timeout: 2000 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error.code !== 'SQLITE_BUSY') throw error
    throw new Trouble(
      `Another Chalkgrad already serves the data in ${folder}.\n` +
        'End it first, or give this one a folder of its own: CHALKGRAD_DATA=./other npm start',
    )
  }
  return { release: () => lock.close() }
}
