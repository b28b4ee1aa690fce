import { expect, type Page, test } from '@playwright/test'
import { boardCell, picks, step } from './people'
import { School } from './school'

let school: School
/** The board of a class of the test's own, and Ada's desk in it. */
let teacher: Page
let ada: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
})

test.beforeEach(async () => {
  const open = await school.opensClass(['Matrix multiplication'], 'Second thoughts')
  const laptop = { viewport: { width: 1280, height: 720 } }
  const pages = await Promise.all([school.board(open, laptop), school.desk(open, 'Ada')])
  teacher = pages[0]
  ada = pages[1]
  await expect(boardCell(teacher, 'Ada', 'C')).toBeVisible()
})

test.afterEach(async () => {
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

async function reveals(): Promise<void> {
  await teacher.locator('[data-testid="column-head"][data-step="C"]').first().click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: 'Reveal its solution' }).click()
  await teacher.getByRole('button', { name: 'Reveal to everyone' }).click()
}

test('a reveal waits in sight: undone it never comes, and it comes by itself, or now', async () => {
  const bar = teacher.getByTestId('undo')
  await reveals()
  await expect(bar).toBeInViewport()
  await expect(bar.getByTestId('undo-seconds')).toHaveText(/^in \d+ s$/)
  const shots = process.env.CHALKGRAD_SHOTS
  if (shots) {
    await teacher.screenshot({ path: `${shots}/undo-1280.png` })
    await teacher.setViewportSize({ width: 360, height: 740 })
    await teacher.screenshot({ path: `${shots}/undo-360.png` })
    await teacher.setViewportSize({ width: 1280, height: 720 })
  }
  await bar.getByTestId('undo-back').click()
  await expect(bar).toHaveCount(0)
  await teacher.locator('[data-testid="column-head"][data-step="C"]').first().click()
  await expect(teacher.getByRole('button', { name: 'Reveal its solution' })).toBeVisible()
  await teacher.keyboard.press('Escape')
  await reveals()
  await bar.getByTestId('undo-now').click()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'revealed')
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'revealed')
})

test('a student who was removed, and a code that has ended, are back by one press in the dialog', async () => {
  const dialog = teacher.locator('dialog[open]')
  await picks(teacher, 'open-people')
  await dialog.getByRole('button', { name: 'Remove Ada' }).click()
  await expect(dialog.getByTestId('undo')).toBeInViewport()
  await dialog.getByTestId('undo-back').click()
  await expect(dialog.locator('[data-testid="person"][data-name="Ada"]')).toBeVisible()
  await expect(boardCell(teacher, 'Ada', 'C')).toBeVisible()
  await dialog.getByRole('button', { name: 'Joining' }).click()
  await dialog.getByTestId('end-code').click()
  await expect(dialog.getByText('has ended', { exact: true })).toBeVisible()
  await dialog.getByTestId('undo-back').click()
  await expect(dialog.getByTestId('end-code')).toHaveText('End this code')
})
