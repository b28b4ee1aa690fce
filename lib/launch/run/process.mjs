import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { root } from '../project.mjs'

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/** The commands that run now. An end of this process must not leave them behind. */
const running = new Set()

function endAll(signal) {
  for (const child of running) child.kill(signal)
  process.exit(128 + signals[signal])
}

/** Handles signals only while a command runs, because the server that takes over this process has its own handlers. */
function begun(child) {
  if (running.size === 0) for (const signal of Object.keys(signals)) process.on(signal, endAll)
  running.add(child)
}

function ended(child) {
  running.delete(child)
  if (running.size === 0) for (const signal of Object.keys(signals)) process.off(signal, endAll)
}

/**
 * Runs a command to its end and gives its exit code (1 where a signal ended it or it could not begin). With `log`,
 * what it prints goes to that file instead of the terminal. It gets no stdin, because nothing may ask questions.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, log?: string | null, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function run(file, args, { env = process.env, log = null, cwd = root } = {}) {
  if (log) mkdirSync(dirname(log), { recursive: true })
  const sink = log ? createWriteStream(log, { flags: 'w' }) : null
  sink?.write(`$ ${[basename(file), ...args].join(' ')}\n`)
  return new Promise(resolve => {
    const stdio = sink ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(file, args, { cwd, env, stdio })
    begun(child)
    const end = code => {
      if (!running.has(child)) return
      ended(child)
      if (sink) sink.end(() => resolve(code))
      else resolve(code)
    }
    if (sink) {
      child.stdout.pipe(sink, { end: false })
      child.stderr.pipe(sink, { end: false })
    }
    child.on('error', error => {
      sink?.write(`${error.message}\n`)
      end(1)
    })
    child.on('close', code => end(code ?? 1))
  })
}

/** @type {(args: readonly string[], options?: Parameters<typeof run>[2]) => Promise<number>} */
export const runNode = (args, options) => run(process.execPath, args, options)

/** npm's own script: the one that runs us, else the one beside Node. `null`: only the command `npm` is known. */
function npmScript() {
  const beside = dirname(process.execPath)
  const places = [
    /npm-cli\.[cm]?js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return places.find(place => place && existsSync(place)) ?? null
}

export function runNpm(args, options) {
  const script = npmScript()
  return script ? runNode([script, ...args], options) : run('npm', args, options)
}

/** The last lines of a log, for a message about a failure. */
export async function tail(log, lines = 12) {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}
