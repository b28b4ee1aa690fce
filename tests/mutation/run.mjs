import { readFileSync } from 'node:fs'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'

/**
 * `npm run mutate [-- SCOPE…] [--concurrency=N] [--every=N] [--from=N]`: changes the core in small ways, one at a time, and sees whether
 * a test notices (docs/mutation.md). Takes hours for everything; what did not change since the last run is not run again.
 * `--every=5` changes only what stands within every fifth line: a sample. `--from=2` begins with the second line, for a sample
 * that no test was written for.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
chdir(root)
const { scopes } = await import('./scopes.mjs')

const args = process.argv.slice(2)
const setting = (name, without) =>
  Number(args.find(arg => arg.startsWith(`--${name}=`))?.split('=')[1] ?? without)
const concurrency = setting('concurrency', 2)
const every = setting('every', 1)
const from = setting('from', every)
const named = args.filter(arg => !arg.startsWith('--'))
const unknown = named.filter(name => !(name in scopes))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are ${Object.keys(scopes).join(', ')}.`)
  process.exit(1)
}

/** Every Nth line of a file, from line `from` on, as a range that Stryker knows. */
function sampled(file) {
  const count = readFileSync(file, 'utf8').split('\n').length
  const lines = Array.from({ length: count }, (_, at) => at + 1).filter(line => line % every === from % every)
  return lines.map(line => `${file}:${line}-${line}`)
}

/** @type {(name: keyof typeof scopes) => import('@stryker-mutator/api/core').PartialStrykerOptions} */
const options = name => ({
  mutate: every === 1 ? scopes[name].mutate : scopes[name].mutate.flatMap(sampled),
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Not there, on purpose: TypeScript 7 cannot be asked to read one.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // What a module does while it is loaded cannot be switched on for one test.
  ignoreStatic: true,
  concurrency,
  dryRunTimeoutMinutes: 60,
  timeoutMS: 20_000,
  timeoutFactor: 1.5,
  incremental: every === 1,
  incrementalFile: `build/mutation/${name}.incremental.json`,
  tempDirName: 'build/mutation/sandbox',
  ignorePatterns: ['.next', 'build', 'data', 'docs', 'public', 'app', 'components'],
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: `build/mutation/${name}.json` },
  allowConsoleColors: false,
})

const scores = []
for (const name of named.length > 0 ? named : Object.keys(scopes)) {
  console.log(`\n=== ${name}`)
  process.env.MUTATION_TESTS = scopes[name].tests.join(';')
  const results = await new Stryker(options(name)).runMutationTest()
  const count = status => results.filter(result => result.status === status).length
  const killed = count('Killed') + count('Timeout')
  const alive = count('Survived') + count('NoCoverage')
  const score = ((100 * killed) / (killed + alive)).toFixed(1)
  scores.push(
    `${name}: ${score} % (${killed} of ${killed + alive}; ${count('NoCoverage')} reached by no test)`,
  )
  console.log(scores.at(-1))
  for (const { status, fileName, location, mutatorName, replacement } of results) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue
    const { line, column } = location.start
    const shown = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 60)
    console.log(`  ${fileName.slice(root.length)}:${line}:${column} ${mutatorName} ${shown}`)
  }
}
console.log(`\n${scores.join('\n')}`)
