import { mkdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { buildFolder, inProject, main, root, Trouble } from '../project.mjs'
import { findBrowser } from '../ready/browser.mjs'
import { install } from '../ready/install.mjs'
import { demandWritable } from '../ready/writable.mjs'
import {
  oneCheck,
  playwrightCounts,
  playwrightFailures,
  secondsByPart,
  sum,
  verdict,
  vitestCounts,
  vitestFailures,
} from './counts.mjs'
import { runNode } from './process.mjs'

/** A person's settings must not lead a test to their class's database or port. */
function testEnv(more = {}) {
  const {
    NODE_ENV: _n,
    PORT: _p,
    HOST: _h,
    CHALKGRAD_DATA: _d,
    ORIGIN: _o,
    TRUST_PROXY: _t,
    ...env
  } = process.env
  return { ...env, NEXT_TELEMETRY_DISABLED: '1', ...more }
}

const reportFile = name => inProject('build', 'reports', `${name}.json`)

async function readReport(name) {
  return readFile(reportFile(name), 'utf8').then(JSON.parse, () => null)
}

async function freshReport(name) {
  await mkdir(inProject('build', 'reports'), { recursive: true })
  await rm(reportFile(name), { force: true })
}

/** The parts that ran, in their order, with the seconds that each took. */
const parts = []

/** What failed, a line each. */
const failures = []

/** Runs a part of the tests under its title and notes how long it takes. */
async function part(title, work) {
  console.log(`\n=== ${title}`)
  const begun = performance.now()
  const done = await work()
  parts.push({ title, seconds: (performance.now() - begun) / 1000 })
  return done
}

async function check(args) {
  const code = await runNode(args, { env: testEnv() })
  if (code === 0) console.log('ok')
  else failures.push(`node ${args.join(' ')}`)
  return oneCheck(code)
}

async function vitest(name, where) {
  await freshReport(name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`]
  const code = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...where, ...reporters], {
    env: testEnv(),
  })
  const report = await readReport(name)
  failures.push(...vitestFailures(report, root))
  return vitestCounts(code, report)
}

async function playwright(browser) {
  await freshReport('e2e')
  const env = testEnv({ CHALKGRAD_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('e2e') })
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    env,
  })
  const report = await readReport('e2e')
  failures.push(...playwrightFailures(report))
  return playwrightCounts(code, report)
}

/**
 * Runs a preparation. Its failure is printed and counted, so that everything else still runs and the last line is
 * right.
 */
async function attempt(work) {
  try {
    return { value: await work(), counts: [] }
  } catch (error) {
    console.log(error instanceof Trouble ? `\n${error.message}` : error)
    return { value: null, counts: [{ passed: 0, failed: 1 }] }
  }
}

async function quickChecks() {
  // Types of the routes and next-env.d.ts, which the type check reads and a fresh clone does not have.
  await runNode(['node_modules/next/dist/bin/next', 'typegen'], {
    env: testEnv(),
    log: reportFile('typegen'),
  })
  return [
    await part('Types', () => check(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])),
    await part('Lint', () =>
      check(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
    ),
    await part('Architecture and documents', () =>
      vitest('architecture', ['tests/architecture.test.ts', 'tests/docs.test.ts']),
    ),
    await part('Units', () =>
      vitest('unit', ['tests/unit/', 'tests/chaos/', `--maxWorkers=${availableParallelism()}`]),
    ),
  ]
}

async function wholeChecks(browser) {
  const integration = await part('Server', () => vitest('integration', ['tests/integration/']))
  const site = await part('Pages', () => attempt(buildSite))
  const ready = browser !== null && site.counts.length === 0
  const classes = ready ? [await part('Classes in a browser', () => playwright(browser))] : []
  return [integration, ...site.counts, ...classes]
}

/** `npm test`, and `npm run check` (--check): everything that needs neither a browser nor a build of the pages. */
await main(async () => {
  const quick = process.argv.includes('--check')
  demandWritable(root, 'for the build')
  demandWritable(buildFolder, 'for the build')
  const prepared = await attempt(async () => {
    await install()
    await generate()
    return true
  })
  const results = [...prepared.counts]
  if (prepared.value) {
    const bundled = await attempt(bundle)
    const browser = quick ? { value: null, counts: [] } : await attempt(findBrowser)
    results.push(...bundled.counts, ...browser.counts, ...(await quickChecks()))
    if (!quick) results.push(...(await wholeChecks(browser.value)))
  }
  const total = sum(results)
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map(line => `  ${line}`).join('\n')}`)
  console.log(`\n${secondsByPart(parts)}\n${verdict(total)}`)
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
})
