import { expect, type Locator, type Page, test } from '@playwright/test'
import { buildKey, readExercise } from '@/lib/exercise'
import { orderItem } from '@/lib/grading'
import { orders } from '@/lib/lessons/orders'
import { lessonSource } from '../lesson-files'
import { faultsInBothThemes } from './axe'
import { ChalkgradServer } from './server'

// The lines of a worked solution, put in order in the text of the lesson.
test.describe.configure({ timeout: 240_000 })

let server: ChalkgradServer

test.beforeAll(async () => {
  server = await ChalkgradServer.fresh()
})

test.afterAll(async () => {
  await server?.stop()
})

const slug = 'chain-of-three'
/** The rest of the page is looked at elsewhere. */
const inCard = { within: `[data-testid="order-${slug}"]` }

/** The lines of the exercise's own numbers: the right ones in an order that is right, and the wrong ones. */
function solution(): { right: string[]; wrong: string[] } {
  const read = readExercise(lessonSource(slug))
  const built = read.ok ? buildKey(read.exercise) : read
  const item = built.ok ? orderItem(built.key, orders[slug] ?? '') : null
  if (item === null) throw new Error(slug)
  const open = item.lines.filter(({ mistake }) => mistake === null)
  const right: typeof open = []
  while (open.length > 0) {
    const at = open.findIndex(({ uses }) => uses.every(name => right.some(line => line.quantity === name)))
    right.push(...open.splice(at, 1))
  }
  const wrong = item.lines.filter(({ mistake }) => mistake !== null)
  return { right: right.map(({ text }) => text), wrong: wrong.map(({ text }) => text) }
}

async function opens(page: Page, begin: (button: Locator) => Promise<void>): Promise<Locator> {
  await page.goto(`${server.url}/learn/one-chain`)
  const card = page.getByTestId(`order-${slug}`)
  const button = card.getByRole('button', { name: 'Put them in order' })
  await expect(async () => {
    if (await button.isVisible()) await begin(button)
    await expect(card.getByTestId('order-work')).toHaveAttribute('data-numbers', 'own', { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  return card
}

const named = (card: Locator, name: string) => card.getByRole('button', { name, exact: true })
const verdict = (card: Locator) => card.getByTestId('order-verdict')

test('on a phone, by touch: a wrong order is told where it breaks, then it is mended', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  const told: string[] = []
  page.on('response', async response => {
    if (response.url().endsWith('/api/learn/order')) told.push(await response.text().catch(() => ''))
  })
  const card = await opens(page, button => button.tap())
  // [G11] Nothing tells the lines apart before somebody has put them.
  expect(told.join('')).not.toMatch(/mistake|uses|quantity|forgotten|own-value/)
  const { right } = solution()
  const [first = '', second = '', ...rest] = right
  for (const [at, line] of [second, first, ...rest].entries()) {
    await named(card, `Take ${line}`).tap()
    await expect(card.getByTestId('order-placed').locator('[data-line]')).toHaveCount(at + 1)
  }
  for (const button of await card.getByTestId('order-placed').getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await named(card, 'Check the order').tap()
  await expect(verdict(card)).toHaveAttribute('data-right', 'false')
  await expect(verdict(card)).toContainText('Line 1 does not follow yet')
  expect(await faultsInBothThemes(page, inCard)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await named(card, `Move ${first} up`).tap()
  await expect(card.getByTestId('order-placed').locator('[data-line]').first()).toHaveAttribute(
    'data-line',
    first,
  )
  await named(card, 'Check the order').tap()
  await expect(verdict(card)).toHaveAttribute('data-right', 'true')
  await context.close()
})

test('by keyboard: a wrong line is named, what moves is said, and the focus stays with it', async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const card = await opens(page, button => button.press('Enter'))
  const { right, wrong } = solution()
  const [kept = ''] = wrong
  await named(card, `Take ${kept}`).press('Enter')
  await expect(card.getByTestId('order-told')).toHaveText(`${kept} is line 1 of 1.`)
  await named(card, 'Check the order').press('Enter')
  await expect(verdict(card)).toContainText('Line 1 is wrong.')
  await named(card, `Leave out ${kept}`).press('Enter')
  await expect(named(card, `Take ${kept}`)).toBeFocused()
  for (const [at, line] of right.toReversed().entries()) {
    await named(card, `Take ${line}`).press('Enter')
    await expect(card.getByTestId('order-placed').locator('[data-line]')).toHaveCount(at + 1)
  }
  // From the reversed order, the first line goes up to the top, then the second, and so on.
  for (const [at, line] of right.entries()) {
    for (let place = right.length - 1; place > at; place -= 1) {
      const up = named(card, `Move ${line} up`)
      await up.press('Enter')
      await expect(up).toBeFocused()
      await expect(card.getByTestId('order-told')).toHaveText(`${line} is line ${place} of ${right.length}.`)
    }
  }
  await named(card, 'Check the order').press('Enter')
  await expect(verdict(card)).toHaveAttribute('data-right', 'true')
  expect(await faultsInBothThemes(page, inCard)).toEqual([])
  await named(card, 'Fresh numbers').press('Enter')
  await expect(card.getByTestId('order-work')).toHaveAttribute('data-numbers', /^\d+$/)
  await page.reload()
  await expect(card.getByTestId('exercise-mark')).toBeVisible()
  await page.close()
})

test('without scripts the lines can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/learn/one-chain`)
  const card = page.getByTestId(`order-${slug}`)
  await expect(card.getByRole('listitem')).toHaveCount(7)
  await expect(card.getByRole('button', { name: 'Put them in order' })).toBeHidden()
  await context.close()
})
