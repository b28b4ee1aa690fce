import { defineConfig } from '@playwright/test'
import base from '../../playwright.config'

/** `npm run screenshots`: the README's pictures, made from a class that really runs. Not a part of `npm test`. */
export default defineConfig({ ...base, testDir: '.', outputDir: '../e2e/.results', reporter: 'line' })
