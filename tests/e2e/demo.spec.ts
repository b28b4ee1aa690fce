import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { Demonstration } from './demonstration'
import { watch } from './people'

test.describe.configure({ mode: 'serial' })

let demo: Demonstration
let page: Page
const errors: string[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  demo = await Demonstration.opens()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 940 } })).newPage()
  watch(page, errors)
})

test.afterEach(() => {
  expect(errors).toEqual([])
})

test.afterAll(async () => {
  await demo?.closes()
})

test('the link that it prints leads to a board with thirty at work, who make mistakes and put their hands up', async () => {
  test.setTimeout(300_000)
  await page.goto(demo.board)
  await page.getByRole('button', { name: /Open Chalkgrad/ }).click()
  await expect(page.getByText('30 students')).toBeVisible()
  const cells = page.getByTestId('board-cell')
  const inState = (state: string) => cells.and(page.locator(`[data-state="${state}"]`))
  const patient = { timeout: 120_000 }
  await expect(inState('right').first()).toBeVisible(patient)
  await expect(inState('wrong').first()).toBeVisible(patient)
  await expect(page.getByTestId('hand').first()).toBeVisible(patient)
  await expect(page.getByTestId('mistake-line').first()).toBeVisible(patient)
  const before = await inState('right').count()
  await expect(async () => expect(await inState('right').count()).toBeGreaterThan(before)).toPass(patient)
})

test('its board opens at the exercise where most of them work, and whoever goes away comes back', async () => {
  test.setTimeout(300_000)
  // The class goes on meanwhile, so a moment may be missed in which two exercises have equally many.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('30 students')).toBeVisible()
    const tabs = await page.getByTestId('exercise-tab').evaluateAll(all =>
      all.map(tab => ({
        here: Number(tab.querySelector<HTMLElement>('[data-here]')?.dataset.here),
        open: tab.getAttribute('aria-current') === 'page',
      })),
    )
    expect(tabs.length).toBeGreaterThan(1)
    expect(tabs.find(({ open }) => open)?.here).toBe(Math.max(...tabs.map(({ here }) => here)))
  }).toPass({ timeout: 120_000 })
  const patient = { timeout: 150_000 }
  const absent = page.locator('tr[data-row]').filter({ hasText: /away|gone/ })
  let who = ''
  // Whoever is away may come back before being asked for the name.
  await expect(async () => {
    who = (await absent.first().getAttribute('data-row', { timeout: 1000 })) ?? ''
    expect(who).not.toBe('')
  }).toPass(patient)
  await expect(absent.and(page.locator(`[data-row="${who}"]`))).toHaveCount(0, patient)
})

test('it leaves nothing behind', async () => {
  await page.context().close()
  expect(existsSync(demo.folder)).toBe(true)
  await demo.closes()
  expect(existsSync(demo.folder)).toBe(false)
})
