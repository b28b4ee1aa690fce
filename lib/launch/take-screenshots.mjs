import { findBrowser } from './browser.mjs'
import { bundle } from './bundle.mjs'
import { runNode } from './command.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main } from './project.mjs'
import { buildSite } from './site.mjs'

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
