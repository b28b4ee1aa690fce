import { existsSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { inProject, logFile, Trouble } from '../project.mjs'
import { runNode, runNpm, tail } from '../run/process.mjs'
import { stage } from '../run/stage.mjs'

const json = async file => JSON.parse(await readFile(file, 'utf8'))

/**
 * What of `wanted` (the `packages` of package-lock.json) is missing in `there` (those of the lockfile that npm leaves
 * in node_modules when an installation is complete). Optional packages may be for other machines, so they may be
 * missing, but must not have another version.
 */
export function missingPackages(wanted, there) {
  return Object.entries(wanted)
    .filter(([place, { link, version, optional, devOptional, peer }]) => {
      if (place === '' || link) return false
      const found = there[place]
      if (!found) return !(optional || devOptional || peer)
      return found.version !== version
    })
    .map(([place]) => place)
}

/** Throws where a command that installs nothing itself would find no packages. */
export function demandPackages() {
  const used = ['esbuild', 'tsx'].map(name => inProject('node_modules', name))
  if (used.every(folder => existsSync(folder))) return
  throw new Trouble('Chalkgrad’s packages are not installed. Run npm start or npm ci first.')
}

/** Whether node_modules is what package-lock.json says. */
async function packagesAreThere() {
  try {
    const [wanted, there] = await Promise.all([
      json(inProject('package-lock.json')),
      json(inProject('node_modules', '.package-lock.json')),
    ])
    const missing = missingPackages(wanted.packages, there.packages)
    if (missing.length > 0) return false
    // A folder that somebody deleted by hand is still in npm's list.
    const direct = Object.keys({
      ...wanted.packages[''].dependencies,
      ...wanted.packages[''].devDependencies,
    })
    await Promise.all(direct.map(name => access(inProject('node_modules', name, 'package.json'))))
    return true
  } catch {
    return false
  }
}

/** Whether SQLite's native part loads and works under this Node. */
async function sqliteWorks() {
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('SELECT 1').get()"
  return (await runNode(['-e', probe], { log: logFile('sqlite-probe') })) === 0
}

/** npm must bring what the build and the tests need, whatever a production machine's settings say. */
function npmEnv() {
  const { NODE_ENV: _, ...env } = process.env
  return env
}

function installTrouble(log, lines) {
  return new Trouble(
    `npm could not install what Chalkgrad needs. Its last lines:\n\n${lines}\n\n` +
      `The whole log: ${log}\n` +
      'Without a connection to npm’s registry: behind a proxy, set HTTPS_PROXY or "npm config set proxy URL"; on a\n' +
      'machine with no network at all, copy node_modules from one with the same system (docs/operations.md).',
  )
}

/** The message for a native module that could be neither downloaded nor compiled. */
export function nativeTrouble(platform, log, lines) {
  const tools = {
    darwin: 'xcode-select --install',
    win32: 'the "Desktop development with C++" workload of Visual Studio Build Tools, and Python 3',
    linux:
      'on Debian or Ubuntu: sudo apt-get install -y build-essential python3\n' +
      '    on Fedora: sudo dnf install -y gcc-c++ make python3\n' +
      '    on Alpine: apk add build-base python3',
  }
  return new Trouble(
    'SQLite’s native module (better-sqlite3) could be neither downloaded nor compiled. Its last lines:\n\n' +
      `${lines}\n\nThe whole log: ${log}\nEither of these solves it; then run the same command again:\n` +
      '  - let this machine reach https://github.com, where the ready-made module lies (behind a proxy: HTTPS_PROXY)\n' +
      `  - install a compiler, so that it can be built here:\n    ${tools[platform] ?? tools.linux}`,
  )
}

async function buildNative() {
  const log = logFile('native')
  // npm 11 and 10 differ in whose install scripts they run; naming the one package is the same under both.
  const args = ['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--foreground-scripts']
  const code = await runNpm(args, { env: npmEnv(), log })
  if (code !== 0 || !(await sqliteWorks())) throw nativeTrouble(process.platform, log, await tail(log))
}

/**
 * Installs what package-lock.json names and node_modules lacks, and SQLite's native part. No other package's
 * install script runs (that of Prisma's engines would download one).
 */
export async function install() {
  if (!(await packagesAreThere())) {
    const log = logFile('install')
    await stage('Installing packages', async () => {
      const args = [
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
      ]
      const code = await runNpm(args, { env: npmEnv(), log })
      if (code !== 0) throw installTrouble(log, await tail(log))
    })
  }
  if (!(await sqliteWorks()))
    await stage('Getting SQLite (downloaded, or compiled for a minute)', buildNative)
}
