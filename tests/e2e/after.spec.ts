import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { faults, putOn } from './axe'
import { boardCell, picks, step, types } from './people'
import { School } from './school'
import { Seat } from './seat'

// Reduced motion: a colour on its way to another would be measured somewhere between.
const calm = { reducedMotion: 'reduce' } as const

let school: School
/** The board of a class of the test's own, and two of its students, after what happens in each of them. */
let teacher: Page
let ada: Seat
let ben: Seat

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
})

test.beforeEach(async () => {
  const open = await school.opensClass(['Matrix multiplication'], 'Tuesday')
  ada = await Seat.taken(school, open, 'Ada')
  ben = await Seat.taken(school, open, '=Ben, "the 2nd" 🌻')
  await ada.answers('C', ['8', '23', '11', '18'])
  await ben.answers('C', ['8', '23', '11', '17'])
  teacher = await school.board(open, calm)
  const pause = teacher.getByTestId('pause')
  await pause.click()
  await expect(pause).toHaveText('Go on')
  await pause.click()
  await expect(pause).toHaveText('Pause all')
  await ada.answers('C', ['8', '23', '11', '17'])
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
})

test.afterEach(async () => {
  for (const seat of [ada, ben]) seat?.leaves()
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

async function toHistory(): Promise<void> {
  await picks(teacher, 'to-history')
  await expect(teacher).toHaveURL(/\/history$/)
}

test('the class is replayed on the board’s grid', async () => {
  await toHistory()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  const slider = teacher.getByTestId('time-slider')
  await teacher
    .getByTestId('marks')
    .getByRole('button', { name: /Paused/ })
    .click()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'wrong')
  await expect(teacher.getByTestId('replay')).toContainText('paused')
  await slider.focus()
  await teacher.keyboard.press('Home')
  // The first thing that ever happened is that Ada joined.
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'untouched')
  await expect(teacher.locator('[data-testid="board-cell"][data-step="C"]')).toHaveCount(1)
  await teacher.getByTestId('speed').selectOption('30')
  await teacher.getByTestId('play').click()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  await expect(teacher.getByTestId('play')).toHaveText('Play')
})

test('steps and mistakes are counted, also of a class that goes on', async () => {
  await toHistory()
  const row = teacher.locator('[data-testid="step-row"][data-step="C"]')
  await expect(row.locator('[data-count="answered"]')).toHaveText('2')
  await expect(row.locator('[data-count="firstTry"]')).toHaveText('1')
  await expect(row.locator('[data-count="right"]')).toHaveText('2')
  await expect(row.locator('[data-count="attempts"]')).toHaveText('1.5')
  await ben.answers('dL/dA', ['1', '2', '3', '4'])
  const later = teacher.locator('[data-testid="step-row"][data-step="dL/dA"]')
  await expect(later.locator('[data-count="answered"]')).toHaveText('1', { timeout: 40_000 })
})

async function downloads(testId: string): Promise<Buffer> {
  const [download] = await Promise.all([
    teacher.waitForEvent('download'),
    teacher.getByTestId(testId).click(),
  ])
  return readFile(await download.path())
}

/** Ben is wrong at another step. */
const benGoesOn = () => ben.answers('dL/dA', ['1', '2', '3', '4'])

test('both files come back as they went out', async () => {
  await benGoesOn()
  await toHistory()
  const text = (await downloads('export-csv-answers')).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
  expect(data.map(({ student, verdict }) => [student, verdict])).toEqual([
    ['Ada', 'wrong'],
    ['\'=Ben, "the 2nd" 🌻', 'right'],
    ['Ada', 'right'],
    ['\'=Ben, "the 2nd" 🌻', 'wrong'],
  ])
  const files = unzipSync(await downloads('export-xlsx'))
  const xml = Object.entries(files).map(([path, file]) => ({
    path,
    text: Buffer.from(file).toString('utf8'),
  }))
  const sheets = xml.filter(({ path }) => path.startsWith('xl/worksheets/sheet'))
  expect(sheets).toHaveLength(4)
  for (const { text } of sheets) expect(text).not.toMatch(/<f[ >]/)
  expect(xml.some(({ text }) => text.includes('=Ben, '))).toBe(true)
})

test('axe finds nothing, in either theme and at three widths', async () => {
  await benGoesOn()
  await toHistory()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await teacher.setViewportSize({ width, height })
    for (const theme of ['paper', 'board']) {
      await putOn(theme, teacher)
      expect(await faults(teacher, theme === 'paper' ? {} : { only: ['color-contrast'] })).toEqual([])
      const shots = process.env.CHALKGRAD_SHOTS
      if (shots) await teacher.screenshot({ path: `${shots}/history-${width}-${theme}.png`, fullPage: true })
      expect(await teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
})

/** What the browser's own field for a date and a time takes, `minutes` from now. */
const fromNow = (minutes: number) =>
  teacher.evaluate(later => {
    const at = new Date(Date.now() + later * 60_000)
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }, minutes)

test('reopened as homework: every desk says when it is due, and takes no answer after it', async () => {
  const desk = await ada.page()
  await toHistory()
  await teacher.getByRole('link', { name: 'Board' }).click()
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('homework-date').fill(await fromNow(2 * 24 * 60))
  await teacher.getByTestId('homework-set').click()
  await expect(teacher.getByTestId('homework-state')).toContainText('This class is homework')
  await expect(desk.getByTestId('homework-due')).toContainText('in 2 days')
  const shots = process.env.CHALKGRAD_SHOTS
  if (shots) {
    await teacher.screenshot({ path: `${shots}/homework-dialog.png` })
    await desk.screenshot({ path: `${shots}/homework-desk.png` })
  }
  await types(desk, 'dL/dA', ['77'])
  await teacher.getByTestId('homework-date').fill(await fromNow(-5))
  await teacher.getByTestId('homework-set').click()
  await expect(desk.getByTestId('homework-closed')).toBeVisible()
  await expect(step(desk, 'dL/dA').getByTestId('check')).toBeDisabled()
  await expect(step(desk, 'dL/dA').locator('[data-cell="0"]')).toHaveValue('77')
  await desk.reload()
  await expect(desk.getByTestId('homework-closed')).toBeVisible()
  await teacher.getByTestId('homework-date').fill(await fromNow(120))
  await teacher.getByTestId('homework-set').click()
  await expect(desk.getByTestId('homework-due')).toContainText('in 2 hours')
  await types(desk, 'dL/dA', ['77'])
  await expect(step(desk, 'dL/dA').getByTestId('check')).toBeEnabled()
})
