import { expect, type Page, test } from '@playwright/test'
import { textSections } from '@/lib/lessons/text'
import { faultsInBothThemes } from './axe'
import { ChalkgradServer } from './server'

// The text of the lesson as readers get it: from the server alone, on phones and on wide screens.
test.describe.configure({ timeout: 240_000 })

let server: ChalkgradServer

test.beforeAll(async () => {
  server = await ChalkgradServer.fresh()
})

test.afterAll(async () => {
  await server?.stop()
})

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('without JavaScript every section is reached from the one before, whole', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Start the lesson' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('main').locator(`a[href="/learn/${textSections[0]?.slug}"]`).first().click()
  for (const [at, { slug }] of textSections.entries()) {
    await expect(page).toHaveURL(`${server.url}/learn/${slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    expect(await page.getByRole('heading', { level: 2 }).count(), slug).toBeGreaterThan(0)
    expect(await page.locator('main math').count(), slug).toBeGreaterThan(3)
    await expect(page.locator('nav [aria-current="page"]').filter({ visible: true })).toHaveCount(1)
    const on = page.locator('a[rel="next"]')
    if (at + 1 < textSections.length) await on.click()
    else await expect(on).toHaveCount(0)
  }
  await page.locator('a[rel="prev"]').click()
  await expect(page).toHaveURL(`${server.url}/learn/${textSections.at(-2)?.slug}`)
  await context.close()
})

test('an exercise stands in the text with its numbers, its question and a way to it', async ({ page }) => {
  await page.goto(`${server.url}/learn/backwards`)
  const turn = page.getByRole('group', { name: 'The ReLU mask' })
  await expect(turn.getByRole('rowheader')).toHaveCount(3)
  await expect(turn.getByRole('link', { name: 'Work it out' })).toHaveAttribute(
    'href',
    '/learn/exercises/relu-mask',
  )
})

test('an address of no section says so', async ({ page }) => {
  const answer = await page.goto(`${server.url}/learn/nothing`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'nothing at this address' })).toBeVisible()
})

const widths = [360, 1280, 1920]
const paths = ['/learn', ...textSections.map(({ slug }) => `/learn/${slug}`)]

for (const width of widths) {
  test(`at ${width} nothing scrolls sideways and axe finds nothing`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(server.url + path)
      await page.evaluate(() => document.fonts.ready)
      expect(await sideways(page), path).toBeLessThanOrEqual(0)
      // What axe measures does not hang on the width of a page of one column: each page is looked at at one of them.
      if (paths.indexOf(path) % widths.length === widths.indexOf(width)) {
        expect(await faultsInBothThemes(page), path).toEqual([])
      }
    }
    await context.close()
  })
}
