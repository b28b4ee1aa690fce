import { expect, type Locator, type Page, test } from '@playwright/test'
import { Browser } from '@/lib/simulator/browser'
import { SimulatedDesk } from '@/lib/simulator/desk'
import { answers, boardCell, classOpens, deskOpens, step } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'

let school: School
let server: ChalkgradServer
let teacher: Page

const right = ['15', '11', '12', '13']
const transposed = ['15', '12', '11', '13']

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser, { variables: { TRUST_PROXY: '1' } })
  server = school.server
})

test.afterEach(async () => {
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

/** A class of the test's own: its board, and three students at their desks, who came in this order. */
async function opens(): Promise<Record<'ada' | 'ben' | 'cleo', Page>> {
  const open = await school.opensClass(['Matrix multiplication'], 'The board')
  const [board, [ada, ben, cleo]] = await Promise.all([
    school.board(open, { viewport: { width: 1280, height: 800 } }),
    school.desks(open, ['Ada', 'Ben', 'Cleo']),
  ])
  teacher = board
  await expect(boardCell(teacher, 'Cleo', 'dL/dA')).toBeVisible()
  return { ada, ben, cleo }
}

/** Ada writes down the transpose three times, each time in another spelling. */
async function threeTimes(ada: Page): Promise<void> {
  for (const [before, first] of ['15', '15.0', '15.00'].entries()) {
    await answers(ada, 'dL/dA', [first, ...transposed.slice(1)])
    await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-attempts', String(before + 1))
    await expect(step(ada, 'dL/dA')).toHaveAttribute('data-state', 'wrong')
  }
}

const row = (page: Page, name: string): Locator =>
  page.locator('[data-row]', { has: page.locator(`[data-testid="student-name"]`, { hasText: name }) })

const order = (page: Page) => page.getByTestId('student-name').allTextContents()

async function seen(page: Page, visible: boolean): Promise<void> {
  await page.evaluate(
    now => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    visible ? 'visible' : 'hidden',
  )
}

test('who looks elsewhere is away, who comes back is here, who closes the page is gone', async () => {
  const { ben, cleo } = await opens()
  await expect(teacher.getByText('3 here', { exact: true })).toBeVisible()
  await seen(ben, false)
  await expect(row(teacher, 'Ben').getByText('away')).toBeVisible()
  await expect(teacher.getByText('1 away', { exact: true })).toBeVisible()
  await seen(ben, true)
  await expect(row(teacher, 'Ben').getByText('away')).toHaveCount(0)
  const page = await cleo.context().newPage()
  await page.goto(cleo.url())
  await deskOpens(page)
  await seen(cleo, false)
  await expect(teacher.getByText('3 here', { exact: true })).toBeVisible()
  await page.close()
  await expect(row(teacher, 'Cleo').getByText('away')).toBeVisible()
  await seen(cleo, true)
  const address = cleo.url()
  await cleo.goto('about:blank')
  await expect(row(teacher, 'Cleo').getByText('gone')).toBeVisible()
  await cleo.goto(address)
  await expect(teacher.getByText('3 here', { exact: true })).toBeVisible()
})

test('a mistake that two make is a line with what they typed and who they are, and goes with the last but one', async () => {
  const { ada, ben, cleo } = await opens()
  const line = teacher.locator('[data-testid="mistake-line"][data-step="dL/dA"]')
  await answers(ada, 'dL/dA', transposed)
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'wrong')
  await expect(line).toHaveCount(0)
  await answers(ben, 'dL/dA', ['15.0', '12', '11', '13'])
  await expect(line).toContainText('Wrote down the transpose of the right matrix')
  await expect(line).toContainText('Ada, Ben')
  await line.getByRole('button').first().click()
  const typed = line.getByTestId('typed')
  await expect(typed).toHaveCount(2)
  await expect(typed.first()).toContainText('15')
  await expect(typed.first().locator('.matrix-brackets')).toBeVisible()
  // Live while it is open.
  await answers(cleo, 'dL/dA', transposed)
  await expect(line.locator('[data-testid="typed"][data-count="2"]')).toContainText('Cleo')
  await answers(cleo, 'dL/dA', right)
  await expect(typed).toHaveCount(2)
  await answers(ben, 'dL/dA', right)
  await expect(line).toHaveCount(0)
})

test('the same mistake three times is stuck, and what needs the teacher rises', async () => {
  const { ada, ben, cleo } = await opens()
  await teacher.mouse.move(2, 2)
  await Promise.all([ben, cleo].map(page => answers(page, 'dL/dA', right)))
  for (const name of ['Ben', 'Cleo'])
    await expect(boardCell(teacher, name, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await threeTimes(ada)
  await expect(row(teacher, 'Ada').getByText('stuck', { exact: true })).toBeVisible()
  await answers(cleo, 'dL/dB', ['1', '2', '3', '4'])
  await expect(boardCell(teacher, 'Cleo', 'dL/dB')).toHaveAttribute('data-state', 'wrong')
  await expect.poll(() => order(teacher)).toEqual(['Ada', 'Ben', 'Cleo'])
  await cleo.getByTestId('hand-up').click()
  await expect(row(teacher, 'Cleo').getByText('hand up')).toBeVisible()
  await expect.poll(() => order(teacher)).toEqual(['Cleo', 'Ada', 'Ben'])
  const sorts = teacher.getByRole('combobox', { name: 'Order of the students' })
  await sorts.selectOption('Stuck first')
  await expect.poll(() => order(teacher)).toEqual(['Ada', 'Cleo', 'Ben'])
  await sorts.selectOption('By progress')
  await expect.poll(() => order(teacher)).toEqual(['Ben', 'Cleo', 'Ada'])
  await sorts.selectOption('Idle first')
  await expect.poll(() => order(teacher)).toEqual(['Ada', 'Ben', 'Cleo'])
})

test('the queue of hands: in order, with a reload in between, lowered by the teacher or by oneself', async () => {
  const { ben, cleo } = await opens()
  const hands = teacher.getByTestId('hand')
  await cleo.getByTestId('hand-up').click()
  await expect(hands).toHaveCount(1)
  await ben.getByTestId('hand-up').click()
  await expect(hands).toHaveCount(2)
  await expect(hands.nth(0)).toContainText('Cleo')
  await expect(hands.nth(1)).toContainText('Ben')
  await expect(hands.nth(1)).toContainText('just now')
  await cleo.reload()
  await expect(cleo.getByTestId('hand-up')).toHaveAttribute('aria-pressed', 'true')
  await answers(cleo, 'dL/dB', ['6', '11', '19', '16'])
  await expect(hands).toHaveCount(2)
  await teacher.getByRole('button', { name: 'Lower the hand of Cleo' }).click()
  await expect(hands).toHaveCount(1)
  await expect(cleo.getByTestId('hand-up')).toHaveAttribute('aria-pressed', 'false')
  await ben.getByTestId('hand-up').click()
  await expect(teacher.getByTestId('hand-queue')).toHaveCount(0)
})

test('a name leads to the desk: each step, the latest answer, all attempts, hints, live', async () => {
  const { ada } = await opens()
  await threeTimes(ada)
  await step(ada, 'dL/dA').getByTestId('hint').click()
  await row(teacher, 'Ada').getByTestId('student-name').click()
  const desk = teacher.getByTestId('student-desk')
  await expect(desk.getByTestId('student-presence')).toHaveText('here')
  const at = desk.locator('[data-testid="student-step"][data-step="dL/dA"]')
  await expect(at).toContainText('1 hint')
  await expect(at).toContainText('A gradient has the shape of its matrix')
  await expect(at.getByTestId('attempt')).toHaveCount(1)
  await expect(at.getByTestId('attempt')).toContainText('15.00')
  await at.getByTestId('all-attempts').click()
  await expect(at.getByTestId('attempt')).toHaveCount(3)
  await expect(at.getByTestId('attempt').last()).toContainText('transpose')
  await answers(ada, 'dL/dA', right)
  await expect(at).toHaveAttribute('data-state', 'right')
  await expect(at.getByTestId('attempt')).toHaveCount(4)
  await seen(ada, false)
  await expect(desk.getByTestId('student-presence')).toHaveText('away')
  await teacher.keyboard.press('Escape')
  await expect(desk).toHaveCount(0)
  await seen(ada, true)
})

test('the name is a place of the grid for the keyboard', async () => {
  await opens()
  await boardCell(teacher, 'Ada', 'C').click()
  await teacher.keyboard.press('ArrowLeft')
  await expect(row(teacher, 'Ada').getByTestId('student-name')).toBeFocused()
  await teacher.keyboard.press('Enter')
  await expect(teacher.getByTestId('student-desk')).toBeVisible()
  await teacher.keyboard.press('Escape')
  await teacher.keyboard.press('Escape')
  await expect(teacher.getByTestId('attempts-panel')).toHaveCount(0)
})

test('40 students by 12 steps and more are one screen at 1920 x 1080; of 500 only those in sight are drawn', async () => {
  test.setTimeout(400_000)
  teacher = await school.ownersPage('/teach', { viewport: { width: 1920, height: 1080 } })
  const code = await classOpens(teacher, 'A large class', ['full small network'])
  const id = teacher.url().split('/').at(-1) ?? ''
  const desks: SimulatedDesk[] = []
  const comes = async (nth: number) => {
    // From addresses of their own: so many from one would be told to wait.
    const browser = new Browser(server.url, { 'X-Forwarded-For': `10.${nth >> 8}.${nth & 255}.1` })
    await browser.join(code, `Student ${nth}`)
    const desk = new SimulatedDesk({ browser, class: id })
    await desk.arrive()
    desks.push(desk)
  }
  const come = async (from: number, to: number) => {
    const together = 10
    for (let first = from; first < to; first += together) {
      await Promise.all(Array.from({ length: together }, (_, at) => comes(first + at)))
    }
  }
  await come(0, 40)
  await expect(teacher.getByTestId('student-name')).toHaveCount(40)
  const grid = teacher.getByTestId('board')
  expect(await grid.getByTestId('column-head').count()).toBeGreaterThanOrEqual(12)
  const hidden = () =>
    grid.evaluate(({ parentElement: box }) => [
      (box?.scrollHeight ?? 0) - (box?.clientHeight ?? 0),
      (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0),
    ])
  // Rows grow lower as more students come.
  await expect.poll(hidden).toEqual([0, 0])

  await come(40, 500)
  await expect(teacher.getByText('500 students')).toBeVisible()
  await expect.poll(() => teacher.locator('[data-row]').count()).toBeLessThan(120)
  await grid.evaluate(({ parentElement: box }) => box?.scrollTo(0, box.scrollHeight))
  await expect(teacher.getByTestId('student-name').filter({ hasText: /^Student 499$/ })).toBeVisible()
  expect(await teacher.locator('[data-row]').count()).toBeLessThan(120)
  for (const desk of desks) desk.close()
})
