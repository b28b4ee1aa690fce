import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { inProject, main, Trouble } from '../project.mjs'
import { stopWithTheShell } from './shell.mjs'

const students = 30

/** The built-in exercises that the class works on, in the library's order: one idea, another, and both together. */
const chosen = ['matrix-multiplication', 'relu-mask', 'full-small-network']

/** Their versions, as the server has just stored them. */
async function builtInVersions(folder) {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(join(folder, 'chalkgrad.db'), { readonly: true })
  try {
    return database
      .prepare(
        `SELECT v.id, v.source FROM ExerciseVersion v JOIN Exercise e ON e.id = v.exerciseId
         WHERE e.slug IN (?, ?, ?) ORDER BY e.position`,
      )
      .all(...chosen)
  } finally {
    database.close()
  }
}

/** Starts the server as `npm start` does; resolves with what it printed at its end. */
function startServer(env) {
  const child = spawn(process.execPath, [inProject('lib', 'launch', 'start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const announced = new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', chunk => {
      said += chunk
      if (/Teacher:\s+\S+\n/.test(said)) resolve(said)
    })
    child.once('error', reject)
    child.once('exit', code => {
      if (code !== 0) process.exitCode = code ?? 1
      reject(new Trouble('The server ended.'))
    })
  })
  return { child, announced }
}

/** Another link for the owner: the first one is the demonstration's own. */
async function boardLink(env, classId) {
  const { stdout } = await promisify(execFile)(process.execPath, [inProject('build', 'teacher-link.js')], {
    env: { ...env, NODE_ENV: 'production' },
  })
  return `${stdout.trim()}?class=${classId}`
}

function announcement({ addresses, code, link, folder }) {
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`
  return [
    '',
    `A class with ${students} simulated students is at work.`,
    '',
    `Board:     ${link}`,
    ...addresses.map(address => `Students:  ${address}/join/${code}`),
    '',
    `The link to the board works once; the class’s code is ${shown}, and you can join beside the others.`,
    `Nothing is kept: the data lies in ${folder} until the end.`,
    'Press Ctrl+C to stop.',
  ].join('\n')
}

/**
 * `npm run demo`: a server on a data folder of its own, which goes away at the end, with a class of simulated students in
 * it. PORT, HOST and ORIGIN as for `npm start`.
 */
await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chalkgrad-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const env = { ...process.env, CHALKGRAD_DATA: folder }
  const { child, announced } = startServer(env)
  let box = null
  const ended = new Promise(resolve => child.once('exit', resolve))
  const stop = async () => {
    child.off('exit', stop)
    await box?.end()
    child.kill('SIGTERM')
    await ended
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  stopWithTheShell()
  try {
    const said = await announced
    const addresses = [...said.matchAll(/Students:\s+(\S+)/g)].map(([, address]) => address)
    const ownerLink = /Teacher:\s+(\S+)/.exec(said)?.[1] ?? ''
    const { classInABox } = await import(pathToFileURL(inProject('build', 'demo.js')).href)
    const origin = process.env.ORIGIN || (addresses[0] ?? '')
    box = await classInABox({ origin, ownerLink, exercises: await builtInVersions(folder), students })
    const link = await boardLink(env, box.id)
    console.log(announcement({ addresses, code: box.code, link, folder }))
    child.once('exit', stop)
  } catch (error) {
    child.kill('SIGTERM')
    await ended
    throw error
  }
})
