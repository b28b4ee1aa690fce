import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { scopes } from './scopes.mjs'

/**
 * `npm run mutate [-- SCOPE…] [--concurrency=N]`: changes the core in small ways, one at a time, and sees whether a test
 * notices (docs/mutation.md). Takes hours for everything; what did not change since the last run is not run again.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
chdir(root)

const args = process.argv.slice(2)
const concurrency = Number(args.find(arg => arg.startsWith('--concurrency='))?.split('=')[1] ?? 2)
const named = args.filter(arg => !arg.startsWith('--'))
const unknown = named.filter(name => !(name in scopes))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are ${Object.keys(scopes).join(', ')}.`)
  process.exit(1)
}

/** @type {(name: keyof typeof scopes) => import('@stryker-mutator/api/core').PartialStrykerOptions} */
const options = name => ({
  mutate: scopes[name].mutate,
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
  incremental: true,
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
