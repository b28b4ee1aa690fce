import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. Everything started from here runs in it. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const inProject = (...parts) => join(root, ...parts)

/** What the bundler writes, with the stamps that tell whether it is current. Ignored by git. */
export const buildFolder = inProject('build')

/** Where the output of long stages goes, so that the terminal stays readable. */
export const logFile = name => join(buildFolder, 'logs', `${name}.log`)

/** A problem that a person can solve: shown as its message, without a stack. */
export class Trouble extends Error {
  name = 'Trouble'
}

/** Runs a script's main function; its troubles end the process with a message and code 1. */
export async function main(work) {
  process.chdir(root)
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error)
    process.exit(1)
  }
}
