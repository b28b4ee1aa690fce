import { defineConfig } from '@playwright/test'
import base from '../../playwright.config'

/** The second part of `npm run weight`: times, which hold for nothing. Not a part of `npm test`. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../e2e/.results',
  reporter: 'line',
  // What else the machine does makes a paint late.
  workers: 1,
})
