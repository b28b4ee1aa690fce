import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { main } from '../project.mjs'
import { findBrowser } from '../ready/browser.mjs'
import { install } from '../ready/install.mjs'
import { runNode } from './process.mjs'

/** `npm run weight`: what a browser fetches at a student's first visit, and whether it is within its budget. */
await main(async () => {
  await install()
  await generate()
  await bundle()
  await buildSite()
  const env = { ...process.env, CHALKGRAD_CHROMIUM: await findBrowser() }
  const measure = [
    'node_modules/@playwright/test/cli.js',
    'test',
    'tests/e2e/weight.spec.ts',
    '--reporter=line',
  ]
  process.exitCode = await runNode(measure, { env })
})
