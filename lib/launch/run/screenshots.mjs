import { bundle } from '../build/bundle.mjs'
import { generate } from '../build/generate.mjs'
import { buildSite } from '../build/site.mjs'
import { main } from '../project.mjs'
import { findBrowser } from '../ready/browser.mjs'
import { install } from '../ready/install.mjs'
import { runNode } from './process.mjs'

/** `npm run screenshots`: the README's pictures, of a class that really runs. */
await main(async () => {
  await install()
  await generate()
  await bundle()
  await buildSite()
  const env = { ...process.env, CHALKGRAD_CHROMIUM: await findBrowser() }
  const config = 'tests/screenshots/playwright.config.ts'
  process.exitCode = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--config', config], {
    env,
  })
})
