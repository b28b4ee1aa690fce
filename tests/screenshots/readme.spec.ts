import { expect, type Page, test } from '@playwright/test'
import { Demonstration } from '../e2e/demonstration'
import { answers, classOpens, joins, ownerComes, step } from '../e2e/people'
import { School } from '../e2e/school'

const trace: readonly (readonly [string, readonly string[]])[] = [
  ['z', ['1.2', '-0.6', '0.5']],
  ['h', ['1.2', '0', '0.5']],
  ['yhat', ['-0.7']],
  ['L', ['2.25']],
  ['dL/dyhat', ['-3']],
  ['dL/dW2', ['-3.6', '0', '-3/2']],
  ['dL/db2', ['-3']],
  ['dL/dh', ['1.5', '6', '-0.6']],
  ['dL/dz', ['1.5', '0', '-0.6']],
]

/** What a picture shows is settled: its fonts are there, and nothing is on its way or fading in. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
}

test('a desk', async ({ browser }) => {
  test.setTimeout(300_000)
  const school = await School.opens(browser)
  try {
    const { server } = school
    const teacher = await school.page()
    await ownerComes(teacher, server.teacherLink)
    const code = await classOpens(teacher, 'ML 101 · Tuesday', ['full small network'])
    const desk = await school.page({ viewport: { width: 1280, height: 900 } })
    await joins(desk, server.url, code, 'Ada')
    for (const [id, cells] of trace) {
      await answers(desk, id, cells)
      await expect(step(desk, id)).toHaveAttribute('data-state', 'right')
    }
    await answers(desk, 'dL/dW1', ['3/2', '3', '0', '0', '-0.6', '-0.6'])
    await expect(step(desk, 'dL/dW1').locator('[data-verdict]')).toHaveCount(6)
    await expect(desk.getByText('Checking…')).toHaveCount(0)
    await settled(desk)
    await desk.screenshot({ path: 'docs/screenshots/desk.png' })
  } finally {
    await school.closes()
  }
})

test('the board of a class in a box', async ({ browser }) => {
  // On a busy machine the class comes in slowly; the picture waits for what it shows, and for no time.
  test.setTimeout(900_000)
  const demo = await Demonstration.opens()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 940 } })
    await page.goto(demo.board)
    await page.getByRole('button', { name: /Open Chalkgrad/ }).click()
    await page.getByTestId('class-code').waitFor()
    const right = page.locator('[data-testid="board-cell"][data-state="right"]')
    const patient = { timeout: 600_000 }
    await expect(async () => {
      expect(await right.count()).toBeGreaterThan(80)
      expect(await page.getByTestId('hand').count()).toBeGreaterThan(1)
      expect(await page.getByTestId('mistake-line').count()).toBeGreaterThan(2)
    }).toPass(patient)
    await page.getByTestId('mistake-line').first().getByRole('button').first().click()
    await page.getByTestId('typed').first().waitFor()
    await settled(page)
    await page.screenshot({ path: 'docs/screenshots/board.png' })
    await page.context().close()
  } finally {
    await demo.closes()
  }
})
