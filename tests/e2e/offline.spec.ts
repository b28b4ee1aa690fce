import { expect, type Page, test } from '@playwright/test'
import { answers, boardCell, joins, picks, serverAway, step, types } from './people'
import { type OpenedClass, School } from './school'
import { Seat } from './seat'

let school: School
const away = new RegExp(`${serverAway.source}|ERR_INTERNET_DISCONNECTED`)

const offline = (page: Page, is: boolean) => page.context().setOffline(is)

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser, { expected: away })
})

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

const opensClass = () => school.opensClass(['Matrix multiplication'], 'On a bad network')

/** Ada's desk under another name than localhost, for which the socket library needs no network. */
const adasDesk = (opened: OpenedClass) => school.desk(opened, 'Ada', { origin: school.server.plainUrl })

/** A class with Ada alone in it. */
async function alone(): Promise<{ teacher: Page; ada: Page }> {
  const opened = await opensClass()
  const [ada, teacher] = await Promise.all([adasDesk(opened), school.board(opened)])
  return { ada, teacher }
}

async function chooses(page: Page, exercise: string): Promise<void> {
  await picks(page, 'choose-exercises')
  await page.getByRole('checkbox', { name: exercise }).check()
  await page.getByTestId('own-numbers').uncheck()
  await page.getByTestId('choose-save').click()
  await expect(page.getByTestId('choose-save')).toBeHidden()
}

async function doesToStep(teacher: Page, id: string, action: string): Promise<void> {
  await teacher.locator(`[data-testid="column-head"][data-step="${id}"]`).first().click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: action }).click()
}

async function reveals(teacher: Page, id: string): Promise<void> {
  await doesToStep(teacher, id, 'Reveal its solution')
  await teacher.getByRole('button', { name: 'Reveal to everyone' }).click()
  await teacher.getByTestId('undo-now').click()
}

test('the class is one bar, from three students on, and says nothing while verdicts are held back', async () => {
  const opened = await opensClass()
  const [teacher, ada, ben] = await Promise.all([
    school.board(opened),
    adasDesk(opened),
    school.desk(opened, 'Ben'),
  ])
  await expect(ben.getByTestId('class-progress')).toHaveCount(0)
  await school.desk(opened, 'Cleo')
  await expect(ben.getByTestId('class-progress')).toHaveAttribute('data-percent', '0')
  await answers(ada, 'C', ['8', '23', '11', '17'])
  // One of three students x four steps.
  await expect(ben.getByTestId('class-progress')).toHaveAttribute('data-percent', '8')
  await expect(ada.getByTestId('class-progress')).toContainText('The class is at 8 %')
  await picks(teacher, 'open-pacing')
  await teacher.getByRole('group', { name: 'Verdicts' }).getByText('held back', { exact: true }).click()
  await expect(ben.getByTestId('class-progress')).toHaveCount(0)
  await teacher.getByRole('group', { name: 'Verdicts' }).getByText('at once', { exact: true }).click()
  await teacher.keyboard.press('Escape')
  await expect(ben.getByTestId('class-progress')).toBeVisible()
})

test('without a network: the line says what is unsent and when it is tried again; it is checked later, in order', async () => {
  const { teacher, ada } = await alone()
  await offline(ada, true)
  await expect(ada.getByTestId('saved-line')).toContainText('Offline, nothing unsent')
  await expect(ada.getByTestId('next-try')).toContainText(/next try in \d s|trying again/)
  await answers(ada, 'dL/dA[1,2]', ['7'])
  await expect(ada.getByTestId('saved-line')).toContainText('Offline, 1 answer waiting')
  await answers(ada, 'dL/dA[1,2]', ['11'])
  await expect(ada.getByTestId('saved-line')).toContainText('Offline, 2 answers waiting')
  await answers(ada, 'dL/dA', ['15', '11', '12', '13'])
  await expect(ada.getByTestId('saved-line')).toContainText('Offline, 3 answers waiting')

  await chooses(teacher, 'full small network')
  await doesToStep(teacher, 'dL/dB', 'Bring everyone here')
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'untouched')

  await offline(ada, false)
  await expect(ada.getByTestId('saved-line')).toContainText('All saved', { timeout: 30_000 })
  await expect(ada.getByTestId('next-try')).toHaveCount(0)
  await expect(boardCell(teacher, 'Ada', 'dL/dA[1,2]')).toHaveAttribute('data-state', 'right')
  await expect(boardCell(teacher, 'Ada', 'dL/dA[1,2]')).toHaveAttribute('data-attempts', '2')
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'right')
})

test('what changed meanwhile stands there in words, leads to its steps, and is put away', async () => {
  const { teacher, ada } = await alone()
  await offline(ada, true)
  await answers(ada, 'dL/dA', ['15', '11', '12', '13'])
  await expect(ada.getByTestId('saved-line')).toContainText('Offline, 1 answer waiting')
  await chooses(teacher, 'full small network')
  await doesToStep(teacher, 'dL/dB', 'Bring everyone here')
  await offline(ada, false)
  await expect(ada.getByTestId('saved-line')).toContainText('All saved', { timeout: 30_000 })
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'right')
  const list = ada.getByTestId('away')
  await ada.getByTestId('unfold').click()
  await expect(list).toContainText('Your teacher added an exercise: The full small network.')
  await expect(list).toContainText('Your teacher brought everyone to ∂L/∂B.')
  // Her own answers are no news.
  await expect(list).not.toContainText('Verdict')
  await list.getByRole('button', { name: /Go there: Your teacher added an exercise/ }).click()
  await expect(ada.getByRole('button', { name: /full small network \d/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
  // Whoever went there finds the list again, folded to its line.
  await ada.getByTestId('away-dismiss').click()
  await expect(list).toHaveCount(0)
})

test('a page that is loaded anew without a network keeps what was typed and checked for later', async () => {
  const { teacher, ada } = await alone()
  await offline(ada, true)
  await expect(ada.getByTestId('saved-line')).toContainText('Offline')
  await answers(ada, 'dL/dB', ['6', '11', '17', '16'])
  await expect(ada.getByTestId('saved-line')).toContainText('1 answer waiting')
  const address = ada.url()
  await expect(ada.goto(address)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await offline(ada, false)
  await ada.goto(address)
  await expect(step(ada, 'dL/dB')).toHaveAttribute('data-state', 'right')
  await expect(ada.getByTestId('saved-line')).toContainText('All saved')
  await expect(boardCell(teacher, 'Ada', 'dL/dB')).toHaveAttribute('data-attempts', '1')
})

test('who closes the page and comes back is told too', async () => {
  const opened = await opensClass()
  const [teacher, ben] = await Promise.all([school.board(opened), school.desk(opened, 'Ben')])
  const address = ben.url()
  await ben.goto('about:blank')
  await expect(teacher.getByText('1 gone', { exact: true })).toBeVisible()
  await reveals(teacher, 'dL/dA[1,2]')
  await expect(boardCell(teacher, 'Ben', 'dL/dA[1,2]')).toHaveAttribute('data-state', 'revealed')
  await ben.goto(address)
  await expect(ben.getByTestId('away')).toContainText('Your teacher showed the solution of ∂L/∂A12.')
  await ben.reload()
  await expect(ben.getByTestId('saved-line')).toContainText('All saved')
  await expect(ben.getByTestId('away')).toHaveCount(0)
})

test('who comes late is where the class is', async () => {
  const opened = await opensClass()
  const seats = [await Seat.taken(school, opened, 'Ada'), await Seat.taken(school, opened, 'Ben')]
  const teacher = await school.board(opened)
  await doesToStep(teacher, 'dL/dB', 'Bring everyone here')
  await reveals(teacher, 'dL/dA[1,2]')
  await expect(boardCell(teacher, 'Ben', 'dL/dA[1,2]')).toHaveAttribute('data-state', 'revealed')
  const dan = await school.desk(opened, 'Dan')
  await expect(step(dan, 'dL/dB').locator('[data-cell="0"]')).toBeVisible()
  await expect(step(dan, 'dL/dA[1,2]')).toHaveAttribute('data-state', 'revealed')
  await expect(dan.getByTestId('class-progress')).toBeVisible()
  await expect(dan.getByTestId('away')).toHaveCount(0)
  for (const seat of seats) seat.leaves()
})

test('closing the page asks only where the browser keeps nothing', async () => {
  const { code } = await opensClass()
  const asked = async (keeps: boolean) => {
    const page = await school.page()
    if (!keeps)
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await joins(page, school.server.url, code, keeps ? 'Kept' : 'Private')
    await types(page, 'dL/dA', ['1'])
    await expect(step(page, 'dL/dA').locator('[data-cell="0"]')).toHaveValue('1')
    let dialogs = 0
    page.on('dialog', dialog => {
      dialogs += 1
      void dialog.accept()
    })
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    return dialogs
  }
  expect(await asked(true)).toBe(0)
  expect(await asked(false)).toBe(1)
})
