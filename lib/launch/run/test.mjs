import { mkdir, readFile, rm } from 'node:fs/promises'
import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { buildFolder, inProject, main, root, Trouble } from '../project.mjs'
import { findBrowser } from '../ready/browser.mjs'
import { install } from '../ready/install.mjs'
import { demandWritable } from '../ready/writable.mjs'
import { oneCheck, playwrightCounts, sum, verdict, vitestCounts } from './counts.mjs'
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

const announce = title => console.log(`\n=== ${title}`)

async function check(title, args) {
  announce(title)
  const code = await runNode(args, { env: testEnv() })
  if (code === 0) console.log('ok')
  return oneCheck(code)
}

async function vitest(title, name, where) {
  announce(title)
  await freshReport(name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`]
  const code = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...where, ...reporters], {
    env: testEnv(),
  })
  return vitestCounts(code, await readReport(name))
}

async function playwright(title, browser) {
  announce(title)
  await freshReport('e2e')
  const env = testEnv({ CHALKGRAD_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('e2e') })
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    env,
  })
  return playwrightCounts(code, await readReport('e2e'))
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
    await check('Types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    await check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
    await vitest('Architecture', 'architecture', ['tests/architecture.test.ts', 'tests/docs.test.ts']),
    await vitest('Units', 'unit', ['tests/unit/', 'tests/chaos/']),
  ]
}

async function wholeChecks(browser) {
  const integration = await vitest('Server', 'integration', ['tests/integration/'])
  const site = await attempt(buildSite)
  const ready = browser !== null && site.counts.length === 0
  return [integration, ...site.counts, ...(ready ? [await playwright('Classes in a browser', browser)] : [])]
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
  console.log(`\n${verdict(total)}`)
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
})
