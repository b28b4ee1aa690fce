import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { faults, putOn } from './axe'
import { boardCell, picks, step, types } from './people'
import { School } from './school'
import { Seat } from './seat'

// Reduced motion: a colour on its way to another would be measured somewhere between.
const calm = { reducedMotion: 'reduce' } as const

let school: School
/** The board of a class of the test's own, and two of its students. */
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
  ben = await Seat.taken(school, open, '=Ben Bly')
  await ada.answers('C', ['8', '23', '11', '18'])
  await ben.answers('C', ['8', '23', '11', '17'])
  teacher = await school.board(open, { viewport: { width: 1280, height: 720 }, ...calm })
  await expect(boardCell(teacher, '=Ben Bly', 'C')).toHaveAttribute('data-state', 'right')
})

test.afterEach(async () => {
  for (const seat of [ada, ben]) seat?.leaves()
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

/** What can be decided about the cell of a student, in the panel beside the grid. */
async function exceptionsAt(name: string, id: string): Promise<Locator> {
  await boardCell(teacher, name, id).click()
  const panel = teacher.getByTestId('attempts-panel').getByTestId('step-exceptions')
  await panel.getByTestId('make-exception').click()
  return panel
}

async function countsAsRight(): Promise<void> {
  const panel = await exceptionsAt('Ada', 'C')
  await expect(panel.getByTestId('count-right')).toBeDisabled()
  await panel.getByTestId('override-note').fill('18 was a slip of the pen.')
  await panel.getByTestId('count-right').click()
  await expect(panel.getByTestId('override')).toContainText('18 was a slip of the pen.')
}

async function toScores(): Promise<void> {
  await teacher.goto(`${teacher.url().replace(/\/$/, '')}/scores`)
  await expect(teacher.getByTestId('score-row').first()).toBeVisible()
}
const scoreRow = (name: string) => teacher.locator(`[data-testid="score-row"][data-student="${name}"]`)

async function saved(testId: string): Promise<string[][]> {
  const [download] = await Promise.all([
    teacher.waitForEvent('download'),
    teacher.getByTestId(testId).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
}

async function shot(page: Page, name: string): Promise<void> {
  const shots = process.env.CHALKGRAD_SHOTS
  if (!shots) return
  for (const theme of ['paper', 'board']) {
    await page.evaluate(to => document.documentElement.setAttribute('data-theme', to), theme)
    await page.screenshot({ path: `${shots}/${name}-${theme}.png` })
  }
}

test('a verdict overridden at a cell: the board marks it, the student reads why, and it can be taken back', async () => {
  const desk = await ada.page()
  await expect(step(desk, 'C')).toHaveAttribute('data-state', 'wrong')
  await countsAsRight()
  const cell = boardCell(teacher, 'Ada', 'C')
  await expect(cell).toHaveAttribute('data-state', 'right')
  await expect(cell).toHaveAccessibleName(/right, 1 wrong try, as a teacher decided/)
  await expect(step(desk, 'C')).toHaveAttribute('data-state', 'right')
  await types(desk, 'C', [])
  await expect(step(desk, 'C').getByTestId('override')).toContainText('Your teacher counts this as right.')
  await expect(step(desk, 'C').getByTestId('override')).toContainText('18 was a slip of the pen.')
  await shot(teacher, 'override-board')
  await shot(desk, 'override-desk')
  await teacher.getByTestId('attempts-panel').getByRole('button', { name: 'take back' }).click()
  await expect(cell).toHaveAttribute('data-state', 'wrong')
  await expect(step(desk, 'C').getByTestId('override')).toBeHidden()
})

test('a step excused, and another due date, at the whole desk of a student', async () => {
  const [adas, bens] = await Promise.all([ada.page(), ben.page()])
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('homework-set').click()
  await expect(teacher.getByTestId('homework-state')).toContainText('This class is homework')
  await teacher.keyboard.press('Escape')
  await teacher.locator('[data-testid="student-name"]', { hasText: 'Ada' }).click()
  const dialog = teacher.getByTestId('student-desk')
  await dialog.getByTestId('student-due-date').fill('2031-05-06T18:00')
  await dialog.getByTestId('student-due-set').click()
  await expect(dialog.getByTestId('student-due')).toContainText(/\bMay\b/)
  await expect(adas.getByTestId('homework-due')).toContainText('due for you')
  await expect(bens.getByTestId('homework-due')).not.toContainText('for you')
  const asked = dialog.locator('[data-testid="student-step"][data-step="dL/dA"]')
  await asked.getByTestId('make-exception').click()
  await asked.getByTestId('excuse').click()
  await expect(asked.getByTestId('excused')).toBeVisible()
  await expect(step(adas, 'dL/dA')).toHaveAttribute('data-state', 'excused')
  await shot(teacher, 'exceptions-dialog')
})

test('what counts and what everybody has is seen before any file is', async () => {
  await countsAsRight()
  const panel = await exceptionsAt('Ada', 'dL/dA')
  await panel.getByTestId('excuse').click()
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAccessibleName(/excused/)
  await toScores()
  await expect(teacher.getByTestId('scores-homework')).toContainText('nothing is due')
  const weights = teacher.getByTestId('weights')
  await weights.locator('summary').first().click()
  await expect(weights.getByTestId('step-points').first()).toContainText('1 point')
  await teacher.getByTestId('scores-of').selectOption({ index: 1 })
  await expect(scoreRow('Ada').locator('[data-step="C"]')).toHaveText('1*')
  await expect(scoreRow('Ada').locator('[data-step="dL/dA"]')).toHaveText('exc.')
  await expect(scoreRow('=Ben Bly').locator('[data-step="C"]')).toHaveText('1')
  await expect(scoreRow('=Ben Bly').locator('[data-step="dL/dA"]')).toHaveText('–')
  await expect(teacher.getByTestId('moodle-left')).toContainText('2 of 2 are not in the file')
  await expect(teacher.getByTestId('save-moodle')).toBeDisabled()
})

const gradebook = [
  'Student,ID,SIS User ID,SIS Login ID,Section,Matrix multiplication (77)',
  '    Points Possible,,,,,10',
  '"Lovelace, Ada",501,S1,ada,One,4',
  '"Lovelace, Ada",502,S2,ada2,Two,',
  '"Bly, =Ben",503,S3,ben,One,',
  '"Gauss, Carl",504,S4,carl,One,9',
].join('\n')

test('Canvas’s own export is matched; what is ambiguous and what is nobody is listed, and can be settled', async () => {
  await toScores()
  const canvas = teacher.getByTestId('canvas')
  const file = canvas.getByTestId('canvas-file')
  await file.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') })
  await expect(canvas.getByRole('alert')).toContainText('not a grade book')
  await file.setInputFiles({ name: 'grades.csv', mimeType: 'text/csv', buffer: Buffer.from(gradebook) })
  await expect(canvas.getByTestId('canvas-matched')).toContainText('1 student found')
  const unsure = canvas.getByTestId('canvas-ambiguous').locator('[data-student="Ada"]')
  await expect(unsure.getByRole('combobox')).toHaveValue('')
  await expect(canvas.getByTestId('canvas-left')).toContainText('Gauss, Carl')
  await unsure.getByRole('combobox').selectOption({ label: 'Lovelace, Ada · S2 · ada2 · Two' })
  await expect(canvas.getByTestId('canvas-goal')).toContainText('become 10 there')
  const rows = await saved('save-canvas')
  expect(rows[0]).toEqual([
    'Student',
    'ID',
    'SIS User ID',
    'SIS Login ID',
    'Section',
    'Matrix multiplication (77)',
  ])
  expect(rows.slice(1).map(([name, id]) => [name, id])).toEqual([
    ['    Points Possible', ''],
    ['Lovelace, Ada', '502'],
    ['Bly, =Ben', '503'],
  ])
  expect(Number(rows[3]?.[5])).toBeGreaterThan(0)
})

test('axe finds nothing on the page of scores, and it fits, in either theme and at four widths', async () => {
  await countsAsRight()
  await toScores()
  await teacher
    .getByTestId('canvas-file')
    .setInputFiles({ name: 'grades.csv', mimeType: 'text/csv', buffer: Buffer.from(gradebook) })
  await expect(teacher.getByTestId('canvas-ambiguous')).toBeVisible()
  for (const [width, height] of [
    [360, 740],
    [1280, 720],
    [1366, 650],
    [1920, 1080],
  ] as const) {
    await teacher.setViewportSize({ width, height })
    for (const theme of ['paper', 'board']) {
      await putOn(theme, teacher)
      expect(await faults(teacher, theme === 'paper' ? {} : { only: ['color-contrast'] })).toEqual([])
      expect(await teacher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      // What counts most is seen without scrolling the table.
      await scoreRow('Ada').scrollIntoViewIfNeeded()
      for (const count of ['total', 'share'])
        await expect(scoreRow('Ada').locator(`[data-count="${count}"]`)).toBeInViewport({ ratio: 1 })
      const shots = process.env.CHALKGRAD_SHOTS
      if (shots) await teacher.screenshot({ path: `${shots}/scores-${width}-${theme}.png`, fullPage: true })
    }
  }
})
