import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { logFile, Trouble } from '../project.mjs'
import { run, runNode } from '../run/process.mjs'
import { stage } from '../run/stage.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const isExecutable = file => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Every Chromium that may be on this machine already, the likeliest first.
 *
 * @param {Record<string, string | undefined>} env
 */
export function candidates(env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...usualPlaces].filter(isExecutable)
}

/**
 * Whether a browser really renders a page. A file called chromium may be a stub that asks for a snap, and a
 * downloaded browser may lack the system's libraries.
 */
export function renders(file) {
  const page = 'data:text/html,<p>chalk</p>'
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--dump-dom', page]
  return new Promise(done => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
    let dom = ''
    child.stdout.on('data', chunk => {
      dom += chunk
    })
    child.on('error', () => done(false))
    child.on('close', () => done(dom.includes('<p>chalk</p>')))
  })
}

async function firstThatRenders(files) {
  for (const file of files) if (await renders(file)) return file
  return null
}

/** Where Playwright keeps its own Chromium, there or not. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return file && existsSync(file) ? [file] : []
}

async function downloadByPlaywright() {
  const log = logFile('browser-download')
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { log })
}

/** Debian's package, where this process may install one without asking for a password. */
async function installDebianPackage() {
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '')
  if (!/^ID(_LIKE)?=.*debian/m.test(system) || /^ID=ubuntu/m.test(system)) return
  const root = process.getuid?.() === 0
  if (!root && (await run('sudo', ['-n', 'true'], { log: logFile('browser-sudo') })) !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = args => {
    const settings = { env, log: logFile(`browser-apt-${args[0]}`) }
    return root ? run('apt-get', args, settings) : run('sudo', ['-n', 'apt-get', ...args], settings)
  }
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', 'chromium'])
}

const none = () =>
  new Trouble(
    'The browser tests need a Chromium, and none could be found, downloaded or installed.\n' +
      'Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test\n' +
      `What was tried is in ${dirname(logFile('browser'))}`,
  )

/**
 * The path of a Chromium that works: the one named in CHROMIUM_PATH, one of this system, Playwright's own (downloaded if
 * need be), or Debian's package. Throws a Trouble where there is none to be had.
 *
 * @param {Record<string, string | undefined>} env
 */
export async function findBrowser(env = process.env) {
  const named = env.CHROMIUM_PATH || env.CHALKGRAD_CHROMIUM
  if (named) {
    if (await renders(named)) return named
    throw new Trouble(`CHROMIUM_PATH=${named} does not run as a Chromium does.`)
  }
  const there = await firstThatRenders([...candidates(env), ...(await playwrightsOwn())])
  if (there) return there
  return stage('Getting a browser for the tests', async () => {
    await downloadByPlaywright()
    const downloaded = await firstThatRenders(await playwrightsOwn())
    if (downloaded) return downloaded
    await installDebianPackage()
    const packaged = await firstThatRenders(candidates(env))
    if (packaged) return packaged
    throw none()
  })
}
