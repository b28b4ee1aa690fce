import { defineConfig } from '@playwright/test'

/**
 * Whole classes in a browser. `npm test` sets CHALKGRAD_CHROMIUM to the Chromium that it found. Each test file
 * starts a server of its own (tests/e2e/server.ts), so there is none here.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/e2e/.results',
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has found something: it fails.
  retries: 0,
  // Each file has a server and classes of its own. Two of them at a time pass on two cores that have much else to do.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // A trace of each test costs a fifth of its time: CHALKGRAD_TRACE=1 asks for those of the tests that fail.
    trace: process.env.CHALKGRAD_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHALKGRAD_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name that is this machine's but not localhost: browsers withhold there what needs a secure origin.
        '--host-resolver-rules=MAP chalkgrad.test 127.0.0.1',
      ],
    },
  },
})
