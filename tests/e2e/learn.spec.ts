import { mkdirSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { publicView } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading'
import { dayMs } from '@/lib/learning/reviews'
import { sentenceOf } from '@/lib/words/sentence'
import { faultsInBothThemes, putOn } from './axe'
import { Learner } from './learner'
import { answers, step, types } from './people'
import { School } from './school'

test.describe.configure({ timeout: 180_000 })

let school: School
test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const exercises = () => `${school.server.url}/learn/exercises`
const rung = (page: Page, slug: string) => page.locator(`[data-testid="rung"][data-rung="${slug}"]`)

test('without a name somebody answers the first item; a reload loses nothing; all of it can be deleted', async () => {
  const page = await school.page()
  await page.goto(exercises())
  await expect(page.getByTestId('kept-here')).toContainText('on this device')
  const next = page.getByTestId('next')
  const slug = (await next.getAttribute('data-rung')) ?? ''
  await next.getByRole('link').click()
  const learner = new Learner(page)
  await expect(page.getByTestId('example')).toBeVisible()
  // The worked example asks for nothing.
  await expect(page.locator('[data-testid="step"]')).toHaveCount(0)
  await learner.turns('begin')

  const [id = '', cells = []] = [...learner.right(slug)][0] ?? []
  const wrong = cells.map(() => '0.123')
  await answers(page, id, wrong)
  await expect(step(page, id)).toHaveAttribute('data-state', 'wrong')
  await step(page, id).locator('[data-cell="0"]').fill('2/7')
  await page.reload()
  await expect(step(page, id)).toHaveAttribute('data-state', 'wrong')
  await expect(step(page, id).locator('[data-cell="0"]')).toHaveValue('2/7')
  for (const [at, text] of wrong.entries()) {
    if (at > 0) await expect(step(page, id).locator(`[data-cell="${at}"]`)).toHaveValue(text)
  }
  await learner.finishes(slug)
  await page.goto(exercises())
  await expect(page.getByTestId('export')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByTestId('export').click()
  expect((await download).suggestedFilename()).toBe('chalkgrad-progress.json')
  await page.getByTestId('delete-all').click()
  await page.getByTestId('delete-yes').click()
  await expect(page.getByTestId('export')).toBeHidden()
  await page.reload()
  await expect(page.getByTestId('next')).toHaveAttribute('data-rung', slug)
  await expect(page.getByTestId('export')).toBeHidden()
  expect(await page.context().cookies()).toEqual([])
})

test('[G11] a mistake is named; after two runs alone a rung is mastered, and a day later it returns', async () => {
  const slug = 'relu-mask'
  const page = await school.page()
  const learner = new Learner(page)
  await learner.opens(`${exercises()}/${slug}`)
  await learner.turns('begin')
  // One step is filled in and takes no answer.
  await expect(step(page, 'dL/dz')).toHaveAttribute('data-state', 'revealed')
  await learner.finishes(slug)
  await learner.turns('fresh')

  // The gate is forgotten: all that arrives goes through.
  const key = learner.key(slug)
  const through = publicView(key, slug, sentenceOf).upstream?.values ?? []
  const { verdict } = gradeStep(key, 'dL/dz', through, new Map())
  expect(verdict.mistakes.length).toBeGreaterThan(0)
  await answers(page, 'dL/dz', through)
  await expect(step(page, 'dL/dz')).toHaveAttribute('data-state', 'wrong')
  await expect(step(page, 'dL/dz')).toContainText('?')
  expect(learner.told.at(-1)).toContain(JSON.stringify(verdict.sentences.map(sentenceOf).join(' ')))
  for (const id of verdict.mistakes) expect(learner.told.join('\n')).not.toContain(id)
  await learner.finishes(slug)
  await expect(page.getByTestId('mastery')).toContainText('0 of 2')

  await learner.turns('fresh')
  await learner.finishes(slug)
  await expect(page.getByTestId('mastery')).toContainText('1 of 2')
  await learner.turns('fresh')
  await learner.finishes(slug)
  await expect(page.getByTestId('mastery')).toContainText('mastered')

  await page.goto(exercises())
  await expect(rung(page, slug)).toHaveAttribute('data-state', 'mastered')
  await expect(page.getByTestId('review-due')).toBeHidden()
  await page.clock.setFixedTime(Date.now() + dayMs + 60_000)
  await page.reload()
  await expect(rung(page, slug)).toHaveAttribute('data-state', /due|next/)
  await expect(page.getByTestId('review-due')).toBeVisible()
  await page.getByTestId('review-due').getByRole('link').click()
  await expect(page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  await learner.finishes(slug)
  await expect(page.getByTestId('item-done')).toContainText('3 days')
})

test('who gives a step up sees its solution and how it comes about, and fresh numbers after it', async () => {
  const slug = 'relu-mask'
  const page = await school.page()
  const learner = new Learner(page)
  await learner.opens(`${exercises()}/${slug}`)
  await learner.turns('begin')
  await types(page, 'h', ['1', '1', '1', '1'])
  await step(page, 'h').getByTestId('give-up').click()
  await expect(step(page, 'h')).toHaveAttribute('data-state', 'revealed')
  await expect(step(page, 'h').getByTestId('solution')).toBeVisible()
  await step(page, 'h').getByTestId('see-how').click()
  await expect(step(page, 'h').getByTestId('worked-line').first()).toBeVisible()
  await expect(page.getByTestId('item-done')).toBeVisible()
  await learner.turns('fresh')
  await expect(step(page, 'h')).toHaveAttribute('data-state', 'untouched')
})

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]

test('the ladder and an item fit the page and are accessible, in both themes', async () => {
  const page = await school.page({ reducedMotion: 'reduce' })
  const learner = new Learner(page)
  const folder = process.env.CHALKGRAD_PICTURES
  if (folder) mkdirSync(folder, { recursive: true })
  const looks = async (name: string): Promise<void> => {
    for (const size of sizes) {
      await page.setViewportSize(size)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${name} at ${size.width}`).toBeLessThanOrEqual(0)
      for (const theme of folder ? ['paper', 'board'] : []) {
        await putOn(theme, page)
        await page.screenshot({ path: `${folder}/${name}-${size.width}-${theme}.png` })
      }
    }
    expect(await faultsInBothThemes(page), name).toEqual([])
  }
  await page.goto(exercises())
  await expect(page.getByTestId('next').getByRole('link')).toBeVisible()
  await looks('ladder')
  await learner.opens(`${exercises()}/relu-mask`)
  await looks('example')
  await learner.turns('begin')
  await learner.finishes('relu-mask')
  await looks('done')
  await learner.turns('fresh')
  await answers(page, 'h', Array(6).fill('1'))
  await expect(step(page, 'h')).toHaveAttribute('data-state', 'wrong')
  await looks('wrong')
})
