import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { main } from '../project.mjs'
import { findBrowser } from '../ready/browser.mjs'
import { install } from '../ready/install.mjs'
import { runNode } from './process.mjs'

/** `npm run weight`: what a browser fetches at a first visit, whether it is within its budget, and when the largest paint is. */
await main(async () => {
  await install()
  await generate()
  await bundle()
  await buildSite()
  const env = { ...process.env, CHALKGRAD_CHROMIUM: await findBrowser(), CHALKGRAD_VISITS: '3' }
  const measure = [
    'node_modules/@playwright/test/cli.js',
    'test',
    'tests/e2e/weight.spec.ts',
    'tests/e2e/paint.spec.ts',
    // What else the machine does makes a paint late.
    '--workers=1',
    '--reporter=line',
  ]
  process.exitCode = await runNode(measure, { env })
})
