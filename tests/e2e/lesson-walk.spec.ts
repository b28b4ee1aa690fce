import { expect, type Page, test } from '@playwright/test'
import { dayMs } from '@/lib/learning/reviews'
import { textSections } from '@/lib/lessons/text'
import { Learner } from './learner'
import { answers, step } from './people'
import { School } from './school'

// Somebody who has only the address of the lesson: through its text, and through its exercises.
test.describe.configure({ timeout: 300_000 })

let school: School
test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const rung = (page: Page, slug: string) => page.locator(`[data-testid="rung"][data-rung="${slug}"]`)

/** What is done of each section, up to the one with the descent step. */
const turns = [
  ['partial-derivative', 'gradient-vector'],
  ['one-chain', 'links-of-a-chain'],
  ['several-paths', 'max-node'],
  ['matrix-product', 'reading-off-partials'],
  ['product-gradients', 'one-entry'],
  ['small-network', 'forward'],
  ['backwards', 'first-layer'],
  ['nudge-everything', 'equal-nudges'],
  ['one-step-downhill', 'one-step'],
] as const

/** Leaves the worked example of the item that is opening. */
async function begins(learner: Learner): Promise<void> {
  await expect(learner.page.getByTestId('example')).toBeVisible()
  await learner.turns('begin')
}

/** Answers a step wrongly that nobody has answered. */
async function errs(page: Page, id: string, cells: readonly string[]): Promise<void> {
  await answers(
    page,
    id,
    cells.map(() => '0.123'),
  )
  await expect(step(page, id)).toHaveAttribute('data-state', 'wrong')
}

test('the lesson is walked from its first section to the descent step, with wrong answers and right ones', async () => {
  expect(turns.map(([section]) => section)).toEqual(
    textSections.slice(0, turns.length).map(({ slug }) => slug),
  )
  const page = await school.page()
  const learner = new Learner(page)
  await page.goto(`${school.server.url}/learn`)
  await page.getByRole('link', { name: 'Start reading' }).click()
  for (const [section, slug] of turns) {
    await expect(page).toHaveURL(`${school.server.url}/learn/${section}`)
    await page.getByRole('main').locator(`a[href="/learn/exercises/${slug}"]`).click()
    await begins(learner)
    const [[first = '', cells = []] = []] = learner.right(slug)
    await expect(step(page, first)).toHaveAttribute('data-state', 'untouched')
    // Nothing is missed in the last one, so that after it all steps are asked.
    if (slug === 'one-step') break
    await errs(page, first, cells)
    await answers(page, first, cells)
    await expect(step(page, first)).toHaveAttribute('data-state', 'right')
    if (slug === 'first-layer') await learner.finishes(slug)
    await page.getByTestId('back-to-text').click()
    await expect(page).toHaveURL(`${school.server.url}/learn/${section}#turn-${slug}`)
    await page.locator('a[rel="next"]').click()
  }
  await learner.finishes('one-step')
  await learner.turns('fresh')
  const right = learner.right('one-step')
  const [descent = ''] = [...right.keys()].filter(id => id.startsWith('descend'))
  await errs(page, descent, right.get(descent) ?? [])
  await learner.finishes('one-step')
  for (const id of right.keys()) await expect(step(page, id)).toHaveAttribute('data-state', 'right')
})

const five = ['max-node', 'relu-mask', 'squared-loss', 'leaky-relu', 'mean-of-a-window'] as const

test('five exercises of the library are mastered; a day later they return, and what is done then waits for longer', async () => {
  const page = await school.page()
  const learner = new Learner(page)
  const exercises = `${school.server.url}/learn/exercises`
  await page.goto(exercises)
  for (const [at, slug] of five.entries()) {
    await rung(page, slug).click()
    await begins(learner)
    await learner.finishes(slug)
    for (const done of ['1 of 2', 'mastered']) {
      await learner.turns('fresh')
      await learner.finishes(slug)
      await expect(page.getByTestId('mastery')).toContainText(done)
    }
    await expect(page.getByTestId('mastered-of')).toContainText(`${at + 1} of `)
    await page.getByRole('link', { name: 'All exercises' }).click()
    // It may come next already, as the older one of every four.
    await expect(rung(page, slug)).toHaveAttribute('data-state', /mastered|next/)
    await expect(page.getByTestId('review-due')).toBeHidden()
  }

  // The text knows it too.
  await page.goto(`${school.server.url}/learn/several-paths`)
  const card = page.getByRole('group', { name: 'A max node' })
  await expect(card.getByTestId('exercise-mark')).toContainText('mastered')
  await expect(page.getByTestId('exercise-mark')).toHaveCount(1)

  const start = Date.now()
  const daysLater = async (days: number): Promise<void> => {
    await page.clock.setFixedTime(start + days * dayMs + 60_000)
    await page.goto(exercises)
    await expect(page.getByTestId('next').getByRole('link')).toBeVisible()
  }
  await daysLater(1)
  for (const slug of five) await expect(rung(page, slug)).toHaveAttribute('data-state', /due|next/)
  const again = page.getByTestId('review-due').getByRole('link')
  const slug = (await again.getAttribute('href'))?.split('/').at(-1) ?? ''
  expect(five).toContain(slug)
  await again.click()
  await expect(page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  await learner.finishes(slug)
  await expect(page.getByTestId('item-done')).toContainText('3 days')

  await daysLater(2)
  for (const other of five) {
    await expect(rung(page, other)).toHaveAttribute('data-state', other === slug ? /mastered/ : /due|next/)
  }
  await daysLater(4)
  await expect(rung(page, slug)).toHaveAttribute('data-state', /due|next/)
})
