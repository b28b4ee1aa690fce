import { expect, type Page, test } from '@playwright/test'
import { faults, faultsInBothThemes, faultsOfWall } from './axe'
import { answers, boardCell, picks, serverAway, step, types } from './people'
import { School } from './school'
import { Seat } from './seat'
import type { ChalkgradServer } from './server'

test.describe.configure({ timeout: 240_000 })

const names = ['Ada', 'Benedikt', 'Cleopatra']
const right = ['6/5', '-3/5', '1/2']
const calm = { reducedMotion: 'reduce' } as const

let school: School
let server: ChalkgradServer
/** A class of the test's own: its board, the window for the projector, and three students. */
let teacher: Page
let wall: Page
const seats: Seat[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser, { expected: serverAway })
  server = school.server
})

test.beforeEach(async () => {
  const open = await school.opensClass(['The full small network'], 'Shown')
  teacher = await school.board(open, { viewport: { width: 1440, height: 900 }, ...calm })
  await teacher.getByTestId('open-show').click()
  const opens = teacher.context().waitForEvent('page')
  await teacher.getByTestId('open-projector').click()
  wall = await opens
  await wall.setViewportSize({ width: 1920, height: 1080 })
  school.watch(wall)
  for (const name of names) seats.push(await Seat.taken(school, open, name))
  await expect(boardCell(teacher, 'Cleopatra', 'z')).toBeVisible()
})

test.afterEach(async () => {
  for (const seat of seats.splice(0)) seat.leaves()
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

const seat = (at: number) => seats[at] as Seat
const student = (at: number) => seat(at).page(calm)

/** Two are right at z; Benedikt is wrong there, and right about what follows from it. */
async function work(): Promise<void> {
  await seat(0).answers('z', right)
  await seat(1).answers('z', ['6/5', '-3/5', '7'])
  await seat(2).answers('z', ['6/5', '-3/5', '9'])
  await seat(1).answers('h', ['6/5', '0', '7'])
  await seat(2).answers('z', right)
  await expect(boardCell(teacher, 'Benedikt', 'h')).toHaveAttribute('data-state', 'follows')
  await expect(boardCell(teacher, 'Cleopatra', 'z')).toHaveAttribute('data-state', 'right')
}

/** One of the panel's own choices; it is chosen once the server says so. */
const shows = (words: string) => teacher.getByTestId('show-panel').getByText(words, { exact: true }).click()
const scene = () => wall.getByTestId('stage')

/** The wall fits on the wall: nothing scrolls, and nobody is named on it. */
async function fits(): Promise<void> {
  const over = () =>
    wall.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
      return [scrollHeight - clientHeight, scrollWidth - clientWidth]
    })
  // What is drawn to fit is measured first.
  await expect.poll(over).toEqual([0, 0])
  const said = await wall.locator('body').innerText()
  for (const name of names) expect(said).not.toContain(name)
}

test('(a) the code and its QR, dark whatever the board is', async () => {
  await expect(scene()).toHaveAttribute('data-scene', 'join')
  await expect(wall.getByTestId('projected-code')).toHaveText(
    (await teacher.getByTestId('class-code').textContent()) ?? '?',
  )
  await expect(wall.getByRole('img', { name: /QR code of http/ })).toBeVisible()
  await expect(wall.getByTestId('head-count')).toHaveText('3 here')
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])
})

test('(b) the class on the network’s picture: colours and numbers follow every answer, on the board too', async () => {
  await shows('The network')
  const box = (page: Page, id: string) => page.locator(`[data-testid="class-box"][data-step="${id}"]`)
  await expect(scene()).toHaveAttribute('data-scene', 'network')
  await expect(box(wall, 'z')).toHaveAttribute('data-state', 'untouched')
  const [ada, ben, cleo] = [await student(0), await student(1), await student(2)]
  await answers(ada, 'z', right)
  await expect(box(wall, 'z')).toContainText('1 right, 2 not begun')
  await expect(box(wall, 'z')).toHaveAttribute('data-state', 'right')
  await answers(ben, 'z', ['6/5', '-3/5', '7'])
  await answers(cleo, 'z', ['6/5', '-3/5', '9'])
  await expect(box(wall, 'z')).toContainText('1 right, 2 not right yet')
  await expect(box(wall, 'z')).toHaveAttribute('data-state', 'wrong')
  await answers(ben, 'h', ['6/5', '0', '7'])
  await expect(box(wall, 'h')).toHaveAttribute('data-state', 'follows')
  // Steps that are no node of the picture stand below it.
  await expect(wall.locator('[data-testid="class-step"][data-step="nudge.predicted"]')).toBeVisible()
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])

  await teacher.getByRole('button', { name: 'Network', exact: true }).click()
  const onBoard = teacher.getByTestId('class-network')
  await expect(onBoard.locator('[data-step="z"]')).toHaveAccessibleName(/1 right, 2 not right yet/)
  await answers(cleo, 'z', right)
  await expect(onBoard.locator('[data-step="z"]')).toHaveAccessibleName(/2 right, 1 not right yet/)
  await expect(onBoard.locator('[data-step="z"]')).toHaveAttribute('data-state', 'right')
  await onBoard.locator('[data-step="z"]').click()
  await expect(teacher.getByTestId('step-actions')).toBeVisible()
  await teacher.keyboard.press('Escape')
  await expect(teacher.getByTestId('show-panel')).toBeVisible()
  await teacher.getByRole('button', { name: 'Grid', exact: true }).click()
})

test('(c) the class grid under flowers’ names; hidden, there is no grid and no head count', async () => {
  await work()
  await shows('The class grid')
  await expect(wall.getByTestId('projected-row')).toHaveCount(3)
  const flowers = () => wall.getByTestId('projected-row').locator('th').allInnerTexts()
  const before = await flowers()
  expect(new Set(before).size).toBe(3)
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])
  const panel = teacher.getByTestId('show-panel')
  await panel.getByText('hidden', { exact: true }).click()
  await expect(wall.getByTestId('projected-grid')).toHaveCount(0)
  await expect(wall.getByTestId('head-count')).toHaveCount(0)
  await expect(panel.getByTestId('show-grid')).toBeDisabled()
  await panel.getByText('grid beside', { exact: true }).click()
  await shows('The network')
  await expect(wall.getByTestId('projected-row')).toHaveCount(3)
  await expect(wall.getByTestId('class-picture')).toBeVisible()
  expect(await flowers()).toEqual(before)
  await fits()
  await panel.getByText('head count', { exact: true }).click()
})

test('(d) two answers side by side, their verdicts on and off', async () => {
  await work()
  await boardCell(teacher, 'Ada', 'z').click()
  await teacher.getByTestId('show-answer').click()
  await expect(wall.getByTestId('projected-answer')).toHaveCount(1)
  await boardCell(teacher, 'Benedikt', 'z').click()
  await teacher.getByTestId('show-beside').click()
  await expect(wall.getByTestId('projected-answer')).toHaveCount(2)
  const [one, two] = [
    wall.getByTestId('projected-answer').nth(0),
    wall.getByTestId('projected-answer').nth(1),
  ]
  await expect(one).toContainText('1/2')
  await expect(two).toContainText('7')
  await expect(wall.locator('[data-verdict]')).toHaveCount(0)
  await fits()
  await teacher
    .getByRole('complementary', { name: /What Benedikt typed/ })
    .getByLabel('Close')
    .click()
  await teacher.getByTestId('show-marks').click()
  await expect(two.locator('[data-verdict="wrong"]')).toHaveText(/7/)
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])
  await teacher.getByTestId('show-marks').click()
  await expect(wall.locator('[data-verdict]')).toHaveCount(0)
})

/** Begins the worked solution of z, without any line of it. */
async function solves(): Promise<void> {
  await teacher.getByTestId('solution-step').selectOption('z')
  await teacher.getByTestId('show-solution').click()
}

async function toTheLastLine(): Promise<void> {
  const lines = wall.getByTestId('projected-line')
  while (await teacher.getByTestId('line-next').isEnabled()) {
    const before = await lines.count()
    await teacher.getByTestId('line-next').click()
    await expect(lines).toHaveCount(before + 1)
  }
  await expect(teacher.getByTestId('solution-remote')).toContainText('That was the last line.')
}

/** The whole worked solution is on the wall. */
async function solved(): Promise<void> {
  await solves()
  await expect(scene()).toHaveAttribute('data-scene', 'solution')
  await expect(teacher.getByTestId('solution-remote')).toContainText('Next:')
  await toTheLastLine()
}

test('(e) a worked solution line by line, forth and back; the teacher reads ahead, desks get nothing', async () => {
  await work()
  await solves()
  const lines = wall.getByTestId('projected-line')
  await expect(scene()).toHaveAttribute('data-scene', 'solution')
  await expect(lines).toHaveCount(0)
  await expect(teacher.getByTestId('solution-remote')).toContainText('Next:')
  await teacher.getByTestId('line-next').click()
  await expect(lines).toHaveCount(1)
  await teacher.getByTestId('line-next').click()
  await expect(lines).toHaveCount(2)
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])
  await teacher.getByTestId('line-back').click()
  await expect(lines).toHaveCount(1)
  await toTheLastLine()
  await fits()
  const ben = await student(1)
  await types(ben, 'z', [])
  await expect(step(ben, 'z').getByTestId('solution')).toHaveCount(0)
  await expect(step(ben, 'z').getByTestId('see-how')).toHaveCount(0)
})

test('a student sees how, once the step was revealed, a line at a time', async () => {
  await work()
  const ben = await student(1)
  await types(ben, 'z', [])
  await expect(step(ben, 'z').getByTestId('see-how')).toHaveCount(0)
  await teacher.locator('[data-testid="column-head"][data-step="z"]').click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: 'Reveal its solution' }).click()
  await teacher.getByRole('button', { name: 'Reveal to everyone' }).click()
  await teacher.getByTestId('undo-now').click()
  const card = step(ben, 'z')
  await expect(card.getByTestId('see-how')).toBeVisible()
  await expect(card.getByTestId('worked-line')).toHaveCount(0)
  await card.getByTestId('see-how').click()
  await expect(card.getByTestId('worked-line')).toHaveCount(1)
  await card.getByTestId('next-line').click()
  await expect(card.getByTestId('worked-line')).toHaveCount(2)
  await card.getByRole('button', { name: 'All of it' }).click()
  await expect(card.getByTestId('next-line')).toHaveCount(0)
  expect(await faults(ben, { within: '[data-testid="solution"]' })).toEqual([])
  await card.getByTestId('see-how').click()
  await expect(card.getByTestId('worked-line')).toHaveCount(0)
})

test('(f) a pause and a countdown, large', async () => {
  await solved()
  await teacher.getByTestId('pause').click()
  await expect(wall.getByTestId('projected-pause')).toBeVisible()
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('minutes').fill('5')
  await teacher.getByRole('button', { name: 'Start' }).click()
  await teacher.keyboard.press('Escape')
  await expect(wall.getByTestId('projected-clock')).toHaveText(/^[45]:\d\d$/)
  await fits()
  expect(await faultsOfWall(wall)).toEqual([])
  await teacher.getByTestId('pause').click()
  await expect(wall.getByTestId('projected-pause')).toHaveCount(0)
})

test('the panel has no fault that axe finds, and shows the wall in the small', async () => {
  await work()
  await solved()
  await expect(teacher.getByTestId('on-air').getByTestId('stage')).toHaveAttribute('data-scene', 'solution')
  expect(await faultsInBothThemes(teacher)).toEqual([])
})

test('the server goes and comes: the wall says so in a corner, and shows the same again', async () => {
  await solved()
  const lines = await wall.getByTestId('projected-line').count()
  await server.kill()
  await expect(wall.getByTestId('projector-away')).toBeVisible()
  await expect(wall.getByTestId('projected-line')).toHaveCount(lines)
  await server.start()
  await expect(wall.getByTestId('projector-away')).toHaveCount(0, { timeout: 30_000 })
  await expect(scene()).toHaveAttribute('data-scene', 'solution')
  await expect(wall.getByTestId('projected-line')).toHaveCount(lines)
})

test('who teaches nothing here has no projector', async () => {
  const ada = await student(0)
  await ada.goto(wall.url())
  await expect(ada.getByTestId('stage')).toHaveCount(0)
})
