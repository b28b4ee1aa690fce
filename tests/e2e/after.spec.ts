import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { answers, boardCell, picks, step, types } from './people'
import { School } from './school'

let school: School
/** The board of a class of the test's own, and two of its desks, after what happens in each of them. */
let teacher: Page
let ada: Page
let ben: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
})

test.beforeEach(async () => {
  const open = await school.opensClass(['Matrix multiplication'], 'Tuesday')
  teacher = await school.board(open)
  ada = await school.desk(open, 'Ada')
  ben = await school.desk(open, '=Ben, "the 2nd" 🌻')
  await answers(ada, 'C', ['8', '23', '11', '18'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'wrong')
  await answers(ben, 'C', ['8', '23', '11', '17'])
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'right')
  await teacher.getByTestId('pause').click()
  await expect(ada.getByTestId('paused')).toBeVisible()
  await teacher.getByTestId('pause').click()
  await expect(ada.getByTestId('paused')).toBeHidden()
  await answers(ada, 'C', ['8', '23', '11', '17'])
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
})

test.afterEach(async () => {
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
  await answers(ben, 'dL/dA', ['1', '2', '3', '4'])
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
async function benGoesOn(): Promise<void> {
  await answers(ben, 'dL/dA', ['1', '2', '3', '4'])
  await expect(step(ben, 'dL/dA')).toHaveAttribute('data-state', 'wrong')
}

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
      await teacher.evaluate(name => document.documentElement.setAttribute('data-theme', name), theme)
      const { violations } = await new AxeBuilder({ page: teacher }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
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
  await toHistory()
  await teacher.getByRole('link', { name: 'Board' }).click()
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('homework-date').fill(await fromNow(2 * 24 * 60))
  await teacher.getByTestId('homework-set').click()
  await expect(teacher.getByTestId('homework-state')).toContainText('This class is homework')
  await expect(ada.getByTestId('homework-due')).toContainText('in 2 days')
  const shots = process.env.CHALKGRAD_SHOTS
  if (shots) {
    await teacher.screenshot({ path: `${shots}/homework-dialog.png` })
    await ada.screenshot({ path: `${shots}/homework-desk.png` })
  }
  await types(ada, 'dL/dA', ['77'])
  await teacher.getByTestId('homework-date').fill(await fromNow(-5))
  await teacher.getByTestId('homework-set').click()
  await expect(ada.getByTestId('homework-closed')).toBeVisible()
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeDisabled()
  await expect(step(ada, 'dL/dA').locator('[data-cell="0"]')).toHaveValue('77')
  await ada.reload()
  await expect(ada.getByTestId('homework-closed')).toBeVisible()
  await teacher.getByTestId('homework-date').fill(await fromNow(120))
  await teacher.getByTestId('homework-set').click()
  await expect(ada.getByTestId('homework-due')).toContainText('in 2 hours')
  await types(ada, 'dL/dA', ['77'])
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeEnabled()
})
