import { expect, type Page, test } from '@playwright/test'
import { faultsInBothThemes, faultsOfWall } from './axe'
import { answers, boardCell, picks, step } from './people'
import { type OpenedClass, School } from './school'

test.describe.configure({ timeout: 240_000 })

const phone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const
const laptop = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const

let school: School
let open: OpenedClass
let teacher: Page
let desk: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
})
test.beforeEach(async () => {
  open = await school.opensClass(['The full small network'], 'A class that reads')
  teacher = await school.board(open, laptop)
  desk = await school.desk(open, 'Ada', phone)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

/** The dialog picks a section and begins it. */
async function begins(title: string): Promise<void> {
  await picks(teacher, 'choose-section')
  await teacher.getByRole('radio', { name: title }).check()
  await teacher.getByTestId('section-begin').click()
  await expect(teacher.getByTestId('section-begin')).toBeHidden()
  await expect(teacher.getByTestId('section-mark')).toContainText(title)
}

async function ends(): Promise<void> {
  await teacher.getByTestId('section-mark').click()
  await teacher.getByTestId('section-end').click()
  await expect(teacher.getByTestId('section-mark')).toBeHidden()
}

const fold = () => desk.getByTestId('section-fold')
const text = () => desk.getByTestId('section-text')
/** Nothing of the page lies beside it. */
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

test('a section runs: its exercises are on the board, its text and a figure on a phone’s desk', async () => {
  await expect(fold()).toBeHidden()
  await picks(teacher, 'choose-section')
  await expect(teacher.getByTestId('section-list').getByRole('radio').first()).toBeChecked()
  await teacher.getByRole('radio', { name: '3. Several paths' }).check()
  expect(await faultsInBothThemes(teacher, { within: 'dialog[open]' })).toEqual([])
  await teacher.getByTestId('section-begin').click()
  await expect(teacher.getByTestId('section-mark')).toContainText('3. Several paths')
  // What the class had stays, and comes first.
  await expect(teacher.getByTestId('exercise-tab')).toHaveCount(7)
  await expect(teacher.getByTestId('exercise-tab').first()).toContainText('The full small network')

  await expect(fold()).toContainText('Read: 3. Several paths')
  await desk.getByTestId('section-open').click()
  await expect(text().getByRole('heading', { name: 'One number, two uses' })).toBeVisible()
  await expect(text().getByText('Now on your desk: Two partials')).toBeAttached()
  const figure = text().getByRole('figure').first()
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.locator('[data-live="yes"]')).toBeVisible()
  await fits(desk)
  expect(await faultsInBothThemes(desk)).toEqual([])
  await desk.getByTestId('section-open').click()
  await expect(text()).toBeHidden()
})

test('its exercises are answered as any other, and stay when it ends; the text leaves the desk', async () => {
  await begins('3. Several paths')
  await expect(fold()).toBeVisible()
  await desk.getByTestId('section-open').click()
  await expect(text()).toBeVisible()
  await desk.getByRole('button', { name: 'Two partials' }).click()
  await expect(step(desk, 'p')).toBeVisible()
  await answers(desk, 'p', ['-6'])
  await teacher.getByTestId('exercise-tab').filter({ hasText: 'Two partials' }).click()
  await expect(boardCell(teacher, 'Ada', 'p')).toHaveAttribute('data-state', 'right')
  await ends()
  await expect(fold()).toBeHidden()
  await expect(teacher.getByTestId('exercise-tab')).toHaveCount(7)
  await expect(step(desk, 'L')).toBeVisible()
})

test('the teacher leads through its parts on the wall, which is readable and leaves with the section', async () => {
  await begins('3. Several paths')
  await teacher.getByTestId('open-show').click()
  const opens = teacher.context().waitForEvent('page')
  await teacher.getByTestId('open-projector').click()
  const wall = await opens
  await wall.setViewportSize({ width: 1920, height: 1080 })
  school.watch(wall)
  const stage = wall.getByTestId('stage')
  const part = wall.getByTestId('projected-part')
  const remote = teacher.getByTestId('section-remote')
  await expect(stage).toHaveAttribute('data-scene', 'join')

  await teacher.getByTestId('show-section').click()
  await expect(stage).toHaveAttribute('data-scene', 'section')
  await expect(part).toHaveAttribute('data-part', '0')
  await expect(part.getByRole('heading', { name: 'One number, two uses' })).toBeVisible()
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText('3. Several paths')
  await expect(remote).toHaveAttribute('data-part', '0')
  await expect(teacher.getByTestId('part-back')).toBeDisabled()

  for (const [at, heading] of ['Why paths add', 'The slope of a product', 'Path by path'].entries()) {
    await expect(teacher.getByTestId('part-next')).toBeEnabled()
    await teacher.getByTestId('part-next').click()
    await expect(part).toHaveAttribute('data-part', String(at + 1))
    await expect(part.getByRole('heading', { name: heading, exact: true })).toBeVisible()
    await expect(remote).toHaveAttribute('data-part', String(at + 1))
  }
  await expect(part.locator('[data-live="yes"]')).toBeVisible()
  await expect.poll(() => smallest(part)).toBeGreaterThanOrEqual(24)
  expect(await faultsOfWall(wall)).toEqual([])
  const over = () =>
    wall.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
      return [scrollHeight - clientHeight, scrollWidth - clientWidth]
    })
  await expect.poll(over).toEqual([0, 0])

  await teacher.getByTestId('part-back').click()
  await expect(part).toHaveAttribute('data-part', '2')
  await ends()
  await expect(stage).toHaveAttribute('data-scene', 'join')
})

/** The size in px of the smallest prose on the wall; formulas have smaller indices. */
const smallest = (part: ReturnType<Page['getByTestId']>) =>
  part.evaluate(element => {
    const blocks = [...element.querySelectorAll('.prose :is(h2, p, li, td, th)')]
    return Math.min(...blocks.map(block => Number.parseFloat(getComputedStyle(block).fontSize)))
  })
