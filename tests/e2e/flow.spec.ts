import { expect, type Locator, type Page, test } from '@playwright/test'
import { answers, joins, picks, step, types } from './people'
import { type OpenedClass, School } from './school'

// What a student meets on the way through an exercise: notices, the focus, why something is right, what comes next.

const short = `title "Short"
given x = [[3], [4]]
y = 2 * x
loss L = sum(y)
ask y, L, dL/dy
`
const long = 'Look at the sign of $dL/dz$ first. '.repeat(8)
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

let school: School
let open: OpenedClass
let teacher: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  await school.savesExercise(short)
})

/** A class of the test's own, with its board. */
async function opens(...exercises: string[]): Promise<void> {
  open = await school.opensClass(exercises, 'Tuesday, second hour: networks')
  teacher = await school.board(open)
}

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

async function says(text: string): Promise<void> {
  await teacher.getByTestId('message').click()
  await teacher.getByTestId('message-text').fill(text)
  if (text.includes('$')) await expect(teacher.getByTestId('message-preview')).toContainText('∂L/∂z')
  await teacher.getByTestId('message-send').click()
  await expect(teacher.getByRole('dialog').getByText('Sent.')).toBeVisible()
  await teacher.keyboard.press('Escape')
}

async function brings(id: string): Promise<void> {
  await teacher.locator(`[data-testid="column-head"][data-step="${id}"]`).first().click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: 'Bring everyone here' }).click()
}

async function holds(value: 'held back' | 'at once'): Promise<void> {
  await picks(teacher, 'open-pacing')
  await teacher.getByRole('group', { name: 'Verdicts' }).getByText(value, { exact: true }).click()
  await teacher.keyboard.press('Escape')
}

/** The cells of the open step that the notices lie over. */
async function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const strip = document.querySelector('[data-testid="notices"]')?.getBoundingClientRect()
    return [...document.querySelectorAll<HTMLElement>('[data-testid="step"] [data-cell]')].flatMap(cell => {
      const { top, bottom } = cell.getBoundingClientRect()
      return strip && top < strip.bottom && bottom > strip.top ? [String(cell.dataset.cell)] : []
    })
  })
}

const cell = (page: Page, id: string, at: number): Locator => step(page, id).locator(`[data-cell="${at}"]`)

test('on a phone the header is one row, and the notices cover no cell of the step that all are brought to', async () => {
  await opens('The full small network')
  const ada = await school.desk(open, 'Ada', phone)
  const header = async () => (await ada.getByTestId('desk-header').boundingBox())?.height
  await expect.poll(header).toBeLessThanOrEqual(56)
  await expect(ada.getByTestId('class-title')).toBeInViewport()
  await expect(step(ada, 'dL/dz')).toBeVisible()
  await brings('dL/dz')
  await expect(ada.getByTestId('brought')).toHaveText('Your teacher brought everyone to ∂L/∂z.')
  await says(long)
  await expect(ada.getByTestId('message')).toContainText('Look at the sign of ∂L/∂z first.')
  const strip = async () => (await ada.getByTestId('notices').boundingBox())?.height
  await expect.poll(strip).toBeLessThanOrEqual(60)
  for (const at of [0, 1, 2]) {
    await cell(ada, 'dL/dz', at).focus()
    await expect(cell(ada, 'dL/dz', at)).toBeInViewport()
    await expect.poll(() => covered(ada)).toEqual([])
  }
  // Everything is there, and folds again.
  await ada.getByTestId('unfold').click()
  await expect(ada.getByTestId('brought')).toBeVisible()
  await expect.poll(() => covered(ada)).toEqual([])
  await ada.getByTestId('unfold').click()
  await expect(ada.getByTestId('brought')).toBeHidden()
})

test('a notice that comes while cells stand at the top of the page moves them down', async () => {
  await opens('The full small network')
  const ada = await school.desk(open, 'Ada', { viewport: { width: 1280, height: 500 } })
  await types(ada, 'dL/dW1', [])
  await cell(ada, 'dL/dW1', 0).evaluate(element => scrollBy(0, element.getBoundingClientRect().top - 4))
  await says('Listen, please.')
  await expect(ada.getByTestId('message')).toBeVisible()
  await expect.poll(() => covered(ada)).toEqual([])
})

test('the focus: the first cell after joining, the first that is not right after a reload, and Tab skips the echo', async () => {
  await opens('Short')
  const ada = await school.page()
  await joins(ada, school.server.url, open.code, 'Ada')
  await expect(cell(ada, 'y', 0)).toBeFocused()
  const wide = '1+2+3+4+5+6+7+8+9+1+2+3+4+5+6+7+8+9+1+2+3+4+5+6+7+8+9+1+2+3+4+5+6+7+8+9'
  await cell(ada, 'y', 0).fill(wide)
  await cell(ada, 'y', 1).fill(wide)
  await ada.keyboard.press('Tab')
  await expect(step(ada, 'y').getByTestId('check')).toBeFocused()
  await answers(ada, 'y', ['6', '9'])
  await expect(step(ada, 'y')).toHaveAttribute('data-state', 'wrong')
  await ada.reload()
  await expect(cell(ada, 'y', 1)).toBeFocused()
  await cell(ada, 'y', 1).fill('8')
  await ada.keyboard.press('Enter')
  await expect(cell(ada, 'L', 0)).toBeFocused()
  await step(ada, 'y').getByRole('button').first().click()
  await ada.reload()
  await expect(cell(ada, 'L', 0)).toBeFocused()
})

test('a printout is pasted into the cells, a row is offered as a column, and what is not understood is said', async () => {
  await opens('Short')
  const ada = await school.page()
  await joins(ada, school.server.url, open.code, 'Ada')
  const texts = () =>
    step(ada, 'y')
      .locator('[data-cell]')
      .evaluateAll(all => all.map(one => (one as HTMLInputElement).value))
  const pastes = (text: string) =>
    cell(ada, 'y', 0).evaluate((input, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  await expect(cell(ada, 'y', 0)).toBeFocused()
  await pastes('tensor([[6.],\n        [8.]], grad_fn=<MulBackward0>)')
  await expect.poll(texts).toEqual(['6.', '8.'])
  await ada.keyboard.press('Control+z')
  await expect.poll(texts).toEqual(['', ''])
  await pastes('[[6. ... 8.]]')
  await expect(step(ada, 'y').getByRole('status').filter({ hasText: 'Nothing was filled in.' })).toBeVisible()
  await pastes('[[6, 8]]')
  await step(ada, 'y').getByRole('button', { name: 'Turn it and fill it in' }).click()
  await expect.poll(texts).toEqual(['6', '8'])
  await ada.keyboard.press('Enter')
  await expect(step(ada, 'y')).toHaveAttribute('data-state', 'right')
})

test('why an answer is right stays in sight, a follower names what it follows, and the end shows the way on', async () => {
  await opens('Short', 'The full small network')
  const ada = await school.desk(open, 'Ada', { viewport: { width: 1280, height: 720 } })
  await answers(ada, 'y', ['6', '8'])
  await expect(cell(ada, 'L', 0)).toBeFocused()
  await expect(step(ada, 'y').getByTestId('why')).toContainText('Right, both entries.')
  await expect(step(ada, 'y').getByTestId('why').locator('math').first()).toBeInViewport()
  await answers(ada, 'y', ['6', '9'])
  await answers(ada, 'L', ['15'])
  await expect(step(ada, 'L')).toHaveAttribute('data-state', 'follows')
  await expect(step(ada, 'L')).toContainText('right for your y')
  await answers(ada, 'dL/dy', ['1', '1'])
  await expect(ada.getByTestId('finished')).toBeFocused()
  await expect(ada.getByTestId('on-to-next')).toBeInViewport({ ratio: 1 })
  await expect(ada.locator('[data-cell]')).toHaveCount(0)
  await ada.getByTestId('on-to-next').click()
  await expect(cell(ada, 'z', 0)).toBeFocused()
})

test('while verdicts are held back new answers wear no tick, and earlier ticks stay', async () => {
  await opens('Short')
  const ada = await school.desk(open, 'Ada')
  await answers(ada, 'y', ['6', '8'])
  await expect(step(ada, 'y')).toHaveAttribute('data-state', 'right')
  await holds('held back')
  await answers(ada, 'L', ['14'])
  await expect(step(ada, 'L')).toHaveAttribute('data-state', 'received')
  await expect(step(ada, 'y')).toHaveAttribute('data-state', 'right')
  await ada.reload()
  await expect(step(ada, 'L')).toHaveAttribute('data-state', 'received')
  await expect(step(ada, 'y')).toHaveAttribute('data-state', 'right')
  await holds('at once')
  await expect(step(ada, 'L')).toHaveAttribute('data-state', 'right')
})

test('a dark system gets a dark page until a theme is chosen, which stays', async () => {
  const page = await school.page({ colorScheme: 'dark' })
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.goto(school.server.url)
  expect(await ground()).toBe('rgb(21, 33, 29)')
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground()).toBe('rgb(250, 248, 243)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Light theme' }).click()
  expect(await ground()).toBe('rgb(250, 248, 243)')
  await page.reload()
  expect(await ground()).toBe('rgb(250, 248, 243)')
})
