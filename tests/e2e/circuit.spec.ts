import { expect, type Locator, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { School } from './school'

// A circuit, answered on its picture: by keyboard, with verdicts in place, and as a list on a phone.

const fork = `title "A fork"
given x = 1
given y = 2
given z = 0
loss circuit f = (x + y) * max(y, z)
ask circuit f hint "Look at the gate."
`
const neuron = `title "A neuron"
given w = [2, -3]
given x = [-1, -2]
param b = -3
loss circuit f = 1 / (1 + exp(-(w[1] * x[1] + w[2] * x[2] + b)))
ask circuit f rounded 2
`
const laptop = { viewport: { width: 1280, height: 720 } }
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** In the order of Tab. */
const right: readonly (readonly [string, string])[] = [
  ['f_1', '3'],
  ['f_2', '2'],
  ['f', '6'],
  ['dL/df', '1'],
  ['dL/df_2', '3'],
  ['dL/df_1', '2'],
  ['dL/dx', '2'],
  ['dL/dy.1', '2'],
  ['dL/dy.2', '3'],
  ['dL/dy', '5'],
  ['dL/dz', '0'],
]

let school: School

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  await school.savesExercise(fork)
  await school.savesExercise(neuron)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const step = (page: Page, id: string): Locator => page.locator(`[data-testid="step"][data-step="${id}"]`)
const cell = (page: Page, id: string): Locator => step(page, id).locator('[data-cell]')

test('by keyboard alone: forward in the order of evaluation, then backward, each verdict in its place', async () => {
  const open = await school.opensClass(['A fork'])
  const ada = await school.desk(open, 'Ada', { ...laptop, reducedMotion: 'reduce' })
  await expect(cell(ada, 'f_1')).toBeFocused()
  // Tab goes along all cells.
  for (const [id] of right.slice(1)) {
    await ada.keyboard.press('Tab')
    await expect(cell(ada, id)).toBeFocused()
  }
  await cell(ada, 'f_1').focus()
  for (const [id, value] of right) {
    await expect(cell(ada, id)).toBeFocused()
    await ada.keyboard.type(value)
    await ada.keyboard.press('Enter')
    await expect(step(ada, id)).toHaveAttribute('data-state', 'right')
  }
  await expect(ada.getByTestId('finished')).toBeVisible()
})

test('a wrong gradient is named, what follows from it follows, and nothing typed is lost', async () => {
  const open = await school.opensClass(['A fork'])
  const ada = await school.desk(open, 'Ada', laptop)
  await cell(ada, 'dL/df_1').fill('5')
  await expect(ada.locator('[data-gate="f"]')).toHaveAttribute('data-lit', 'true')
  await ada.getByTestId('check').click()
  await expect(step(ada, 'dL/df_1')).toHaveAttribute('data-state', 'wrong')
  await expect(ada.getByTestId('step-message')).toBeVisible()
  await ada.getByTestId('hint').click()
  await expect(ada.getByTestId('hints')).toHaveText('Look at the gate.')
  await cell(ada, 'dL/dy.1').fill('5')
  await cell(ada, 'dL/dy.1').press('Enter')
  await expect(step(ada, 'dL/dy.1')).toHaveAttribute('data-state', 'follows')
  await cell(ada, 'dL/dy').fill('1/2 +')
  await cell(ada, 'dL/dy').press('Enter')
  await expect(cell(ada, 'dL/dy')).toHaveAttribute('aria-invalid', 'true')
  await cell(ada, 'dL/dz').fill('-1/2')
  await expect(cell(ada, 'dL/dz')).toHaveValue('−1/2')
  await ada.reload()
  await expect(cell(ada, 'dL/dz')).toHaveValue('−1/2')
  await expect(cell(ada, 'dL/df_1')).toHaveValue('5')
})

test('a phone has the same as a list, and a wide circuit scrolls within its card', async () => {
  const open = await school.opensClass(['A fork', 'A neuron'])
  const bo = await school.desk(open, 'Bo', phone)
  await expect(bo.getByTestId('circuit')).toHaveCount(0)
  await expect(step(bo, 'f_1').locator('[data-cell]')).toBeVisible()
  await expect(step(bo, 'dL/dy.2')).toBeVisible()
  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(() => width(bo)).toBe(360)
  const ada = await school.desk(open, 'Ada', laptop)
  await ada.getByRole('button', { name: /A neuron/ }).click()
  await expect(ada.locator('[data-gate]')).toHaveCount(8)
  await expect.poll(() => width(ada)).toBe(1280)
})

test('axe finds nothing on it, in both themes', async () => {
  test.setTimeout(120_000)
  const open = await school.opensClass(['A fork'])
  const ada = await school.desk(open, 'Ada', { ...laptop, reducedMotion: 'reduce' })
  await cell(ada, 'f_1').fill('4')
  await cell(ada, 'f_1').press('Enter')
  await expect(step(ada, 'f_1')).toHaveAttribute('data-state', 'wrong')
  await ada.getByText('The circuit as a table').click()
  expect(await faultsInBothThemes(ada)).toEqual([])
})
