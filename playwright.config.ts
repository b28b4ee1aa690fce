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
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
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
