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
  const env = { ...process.env, CHALKGRAD_CHROMIUM: await findBrowser() }
  const playwright = ['node_modules/@playwright/test/cli.js', 'test']
  const weight = [...playwright, 'tests/e2e/weight.spec.ts', '--workers=1', '--reporter=line']
  const paint = [...playwright, '--config=tests/paint/playwright.config.ts']
  const weighed = await runNode(weight, { env })
  process.exitCode = (await runNode(paint, { env })) || weighed
})
