import { expect, type Page, test } from '@playwright/test'
import { answers, boardCell, classOpens, joins, picks, step } from './people'
import { type OpenedClass, School } from './school'
import type { ChalkgradServer } from './server'

let school: School
let server: ChalkgradServer
/** A class of the test's own, the teacher at its board, and its code. */
let open: OpenedClass
let teacher: Page
let code: string
/** A refusal is an HTTP status too, and the browser logs it. */
const refusals = /status of 4(00|01|04|09|29)/

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser, { expected: refusals })
  server = school.server
})

test.beforeEach(async () => {
  open = await school.opensClass(['Matrix multiplication'], 'People')
  code = open.code
  teacher = await school.board(open)
})

test.afterEach(async () => {
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

async function panel(part: RegExp = /In the class/): Promise<void> {
  if (!(await teacher.getByTestId('people').isVisible())) await picks(teacher, 'open-people')
  await teacher.getByTestId('people').getByRole('button', { name: part }).click()
}

async function sets(setting: string, value: string): Promise<void> {
  await panel(/Joining/)
  const group = teacher.getByRole('group', { name: setting, exact: true })
  await group.getByText(value, { exact: true }).click()
  await expect(group.getByRole('radio', { name: value, exact: true })).toBeChecked()
}

const closes = () => teacher.keyboard.press('Escape')
const person = (name: string) => teacher.locator(`[data-testid="person"][data-name="${name}"]`)

test('wrong codes of a neighbour, tried before anybody came, do not keep the class out', async () => {
  for (let n = 0; n < 105; n += 1) {
    const guess = `CCC${String(2222 + n).replace(/[01]/g, 'D')}`
    await teacher.request.post(`${server.url}/api/door`, {
      data: { code: guess },
      headers: { origin: server.url },
    })
  }
  const guessing = await teacher.request.post(`${server.url}/api/door`, {
    data: { code: 'DDDDDDD' },
    headers: { origin: server.url },
  })
  expect(guessing.status()).toBe(429)
  const page = await school.page()
  await joins(page, server.url, code, 'Early')
  await page.close()
})

test('a student is renamed, and reads it at the desk', async () => {
  const [, page] = await school.desks(open, ['Early', 'Xxx'])
  await teacher.getByRole('button', { name: 'Xxx', exact: true }).click()
  await teacher.getByRole('button', { name: 'Rename, merge, remove' }).click()
  await expect(person('Early')).toHaveCount(0)
  await person('Xxx').getByRole('button', { name: 'Rename Xxx' }).click()
  await person('Xxx').getByRole('textbox', { name: 'New name' }).fill('Xenia')
  await person('Xxx').getByRole('textbox', { name: 'Student number' }).fill('4711')
  await person('Xxx').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByTestId('whoami')).toHaveText('Xenia')
  await expect(page.getByText('4711')).toHaveCount(0)
  await closes()
  await expect(boardCell(teacher, 'Xenia', 'C')).toBeVisible()
})

test('a student is removed on every device, which say so, and taken back', async () => {
  const page = await school.desk(open, 'Ada')
  await answers(page, 'C', ['8', '23', '11', '17'])
  await expect(step(page, 'C')).toHaveAttribute('data-state', 'right')
  await panel()
  await person('Ada').getByRole('button', { name: 'Remove Ada' }).click()
  await expect(page.getByText('Your teacher has removed you from this class.')).toBeVisible()
  await expect(person('Ada')).toHaveCount(0)
  await page.reload()
  await expect(page.getByTestId('desk')).toHaveCount(0)
  await teacher.getByText('Removed (1)').click()
  await teacher.getByRole('button', { name: 'Take Ada back' }).click()
  await expect(person('Ada')).toBeVisible()
  await closes()
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  await page.reload()
  await expect(step(page, 'C')).toHaveAttribute('data-state', 'right')
})

test('who was removed is deleted for good after one question', async () => {
  await school.desk(open, 'Mallory')
  await panel()
  await person('Mallory').getByRole('button', { name: 'Remove Mallory' }).click()
  await teacher.getByText('Removed (1)').click()
  await teacher.getByRole('button', { name: 'Delete Mallory for good' }).click()
  await teacher.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(teacher.getByTestId('removed-row')).toHaveCount(0)
  await closes()
})

test('two entries of one person become one; both devices go on as it', async () => {
  const [laptop, phone] = await school.desks(open, ['Ada', 'Ada on the phone'])
  await answers(laptop, 'C', ['8', '23', '11', '17'])
  await expect(step(laptop, 'C')).toHaveAttribute('data-state', 'right')
  await answers(phone, 'dL/dA', ['15', '11', '12', '13'])
  await expect(step(phone, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await panel()
  await person('Ada').getByRole('button', { name: 'Merge Ada with' }).click()
  await teacher.getByTestId('merge-with').selectOption({ label: 'Ada on the phone' })
  await teacher.getByRole('button', { name: 'Merge them' }).click()
  await expect(person('Ada on the phone')).toHaveCount(0)
  await closes()
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(phone.getByTestId('whoami')).toHaveText('Ada')
  await expect(step(phone, 'C')).toHaveAttribute('data-state', 'right')
  await expect(laptop.getByTestId('whoami')).toHaveText('Ada')
  await expect(step(laptop, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await phone.reload()
  await expect(phone.getByTestId('whoami')).toHaveText('Ada')
})

test('another device comes by the short code of the desk', async () => {
  const [laptop, tablet] = [await school.desk(open, 'Tess'), await school.page()]
  await laptop.getByRole('button', { name: 'Another device' }).click()
  const pass = (await laptop.getByTestId('device-pass').textContent()) ?? ''
  await laptop.setViewportSize({ width: 360, height: 740 })
  await tablet.goto(`${server.url}/join/device/${pass}`)
  await tablet.getByTestId('open-by-pass').click()
  await expect(tablet.getByTestId('whoami')).toHaveText('Tess')
  const late = await school.page()
  await late.goto(`${server.url}/join/device`)
  await late.getByTestId('pass').fill(pass)
  await late.getByTestId('open-by-pass').click()
  await expect(late.getByRole('alert').filter({ hasText: 'opens no desk' })).toBeVisible()
})

test('a locked class takes in nobody, and says so before a name is typed', async () => {
  await sets('Joining', 'locked')
  const page = await school.page()
  await page.goto(`${server.url}/join/${code}`)
  await expect(page.getByText('takes in nobody new')).toBeVisible()
  await expect(page.getByTestId('join-submit')).toBeDisabled()
  await sets('Joining', 'open')
  await closes()
})

test('one by one: the waiting page survives a reload, and goes on by itself', async () => {
  await sets('Whoever has the code', 'is let in by me')
  await closes()
  const [yes, no] = [await school.page(), await school.page()]
  for (const [page, name] of [
    [yes, 'Yara'],
    [no, 'Nils'],
  ] as const) {
    await page.goto(`${server.url}/join/${code}`)
    await page.getByTestId('join-name').fill(name)
    await page.getByTestId('join-submit').click()
    await expect(page.getByTestId('waiting')).toContainText(name)
  }
  await yes.reload()
  await expect(yes.getByTestId('waiting')).toContainText('Yara')
  await yes.setViewportSize({ width: 360, height: 740 })
  await expect(teacher.getByTestId('waiting-mark')).toContainText('2 waiting')
  await panel()
  await teacher.setViewportSize({ width: 1280, height: 800 })
  await teacher.getByRole('button', { name: 'Let Yara in' }).click()
  await teacher.getByRole('button', { name: 'Refuse Nils' }).click()
  await expect(no.getByTestId('waiting')).toHaveAttribute('data-at', 'refused')
  await expect(yes.getByTestId('recovery-code')).toBeVisible()
  await yes.getByTestId('to-the-desk').click()
  await expect(yes.getByTestId('whoami')).toHaveText('Yara')
  await sets('Whoever has the code', 'comes in')
  await closes()
})

test('nicknames are drawn', async () => {
  await sets('Names', 'drawn nicknames')
  await closes()
  const page = await school.page()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${server.url}/join/${code}`)
  await expect(page.getByTestId('nickname')).toHaveCount(3)
  const name = await page.getByTestId('nickname').nth(1).inputValue()
  await page.getByTestId('nickname').nth(1).check()
  await page.getByTestId('join-submit').click()
  await page.getByTestId('to-the-desk').click()
  await expect(page.getByTestId('whoami')).toHaveText(name)
  await sets('Names', 'typed')
})

test('a student number is asked for, and stands in the panel alone', async () => {
  await sets('Student number', 'asked for')
  await closes()
  const page = await school.page()
  await page.goto(`${server.url}/join/${code}`)
  await page.getByTestId('join-name').fill('Nora')
  await expect(page.getByTestId('join-number')).toBeVisible()
  await page.getByTestId('join-submit').click()
  await expect(page.getByTestId('join-number')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('join-number').fill('s 99 1')
  await page.getByTestId('join-submit').click()
  await page.getByTestId('to-the-desk').click()
  await panel()
  await expect(person('Nora')).toContainText('S991')
  await sets('Student number', 'not asked')
  await closes()
})

test('a roster: errors at their line, then names to pick, and a name that is taken', async () => {
  await panel(/List/)
  await teacher.getByTestId('roster-text').fill('1;Ada Lovelace\n2;\n3;Ben Bo')
  await expect(teacher.getByTestId('roster-errors')).toContainText('Line 2')
  await expect(teacher.getByTestId('roster-save')).toBeDisabled()
  await teacher.getByTestId('roster-file').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Number,Name\n771,"Lovelace, Ada"\n772,Ben Bo\n'),
  })
  await expect(teacher.getByTestId('roster-line')).toHaveCount(2)
  await teacher.getByTestId('roster-save').click()
  await expect(teacher.getByRole('button', { name: 'List 2' })).toBeVisible()
  await closes()
  const [ben, other] = [await school.page(), await school.page()]
  await ben.setViewportSize({ width: 360, height: 740 })
  await ben.goto(`${server.url}/join/${code}`)
  await ben.getByTestId('join-name').fill('bo')
  await ben.getByTestId('roster-name').filter({ hasText: 'Ben Bo' }).click()
  expect(await ben.content()).not.toContain('772')
  await ben.getByTestId('join-submit').click()
  await ben.getByTestId('to-the-desk').click()
  await expect(ben.getByTestId('whoami')).toHaveText('Ben Bo')
  await other.goto(`${server.url}/join/${code}`)
  await other.getByTestId('roster-name').filter({ hasText: 'Ben Bo' }).click()
  await other.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(other.getByTestId('waiting')).toBeVisible()
  await panel()
  await expect(teacher.getByTestId('waiting-row')).toContainText('one more device')
  await teacher.getByTestId('let-in').click()
  await other.getByTestId('to-the-desk').click()
  await expect(other.getByTestId('whoami')).toHaveText('Ben Bo')
  await panel(/List/)
  await teacher.getByTestId('roster-clear').click()
  await expect(teacher.getByTestId('roster-clear')).toHaveCount(0)
})

test('the code is ended, and renewed: the old one lets nobody in, those inside stay', async () => {
  await school.desk(open, 'Ada')
  await panel(/Joining/)
  await teacher.getByTestId('end-code').click()
  await expect(teacher.getByTestId('people').getByText('has ended').first()).toBeVisible()
  const page = await school.page()
  await page.goto(`${server.url}/join/${code}`)
  await page.getByTestId('join-name').fill('Late')
  await page.getByTestId('join-submit').click()
  await expect(page.getByText(/no class has this code/i)).toBeVisible()
  await teacher.getByTestId('new-code').click()
  await teacher.getByRole('button', { name: 'Make a new code' }).click()
  await closes()
  await expect(teacher.getByTestId('class-code').first()).not.toHaveText(/ended/)
  const renewed = (await teacher.getByTestId('class-code').first().textContent()) ?? ''
  expect(renewed).not.toBe(code)
  await joins(page, server.url, renewed, 'Late')
  await expect(boardCell(teacher, 'Ada', 'C')).toBeVisible()
})

test('a class is deleted after one question that names what goes; open desks and boards say so', async () => {
  await teacher.goto(`${server.url}/teach`)
  const doomed = await classOpens(teacher, 'Doomed', ['The ReLU mask'])
  const page = await school.page()
  await joins(page, server.url, doomed, 'Last')
  const board = await teacher.context().newPage()
  await board.goto(teacher.url())
  await expect(board.getByTestId('message')).toBeEnabled()
  await teacher.goto(`${server.url}/teach`)
  await teacher.getByRole('button', { name: 'Delete Doomed' }).click()
  await teacher.getByTestId('delete-class-sure').click()
  await expect(teacher.getByText('Doomed')).toHaveCount(0)
  for (const told of [page, board]) await expect(told.getByText('This class was deleted')).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('desk')).toHaveCount(0)
  await board.close()
})
