import { expect, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { Learner } from './learner'
import { deskOpens } from './people'
import { School } from './school'

test.describe.configure({ timeout: 240_000 })

let school: School
test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const slug = 'relu-mask'
const exercises = () => `${school.server.url}/learn/exercises`

/** Somebody who has read the worked example and then done the exercise with numbers of their own. */
async function practised(): Promise<Page> {
  const page = await school.page()
  const learner = new Learner(page)
  await learner.opens(`${exercises()}/${slug}`)
  await learner.turns('begin')
  await learner.finishes(slug)
  await page.goto(exercises())
  await expect(page.getByTestId('next')).toHaveAttribute('data-rung', slug)
  return page
}

test('a code brings the progress to another device, once; there it goes on, and deleting deletes the server’s copy', async () => {
  const laptop = await practised()
  await expect(laptop.getByTestId('kept-here')).toContainText('nowhere else')
  await laptop.getByTestId('to-device').click()
  await expect(laptop.getByTestId('learner-pass')).toBeVisible()
  await expect(laptop.getByTestId('kept-here')).toContainText('the server keeps a copy until')
  expect(await faultsInBothThemes(laptop), 'the code').toEqual([])
  const pass = (await laptop.getByTestId('learner-pass').textContent()) ?? ''

  const tablet = await school.page({ viewport: { width: 360, height: 740 } })
  await tablet.goto(`${school.server.url}/learn/device/${pass}`)
  await tablet.getByTestId('take-progress').click()
  await expect(tablet.getByTestId('taken')).toContainText('1 exercise came')
  await tablet.getByTestId('taken').getByRole('link').click()
  await expect(tablet.getByTestId('next')).toHaveAttribute('data-rung', slug)
  await expect(tablet.getByTestId('kept-here')).toContainText('the server keeps a copy until')
  const wide = await tablet.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)

  // A code that is refused is logged by the browser.
  const late = await school.unwatched()
  await late.goto(`${school.server.url}/learn`)
  await late.getByRole('link', { name: 'Continue from another device' }).click()
  await late.getByTestId('pass').fill(pass)
  await late.getByTestId('take-progress').click()
  await expect(late.getByRole('alert').filter({ hasText: 'This code is not valid' })).toBeVisible()

  await tablet.getByTestId('delete-all').click()
  await expect(tablet.getByText('The copy on the server is deleted too.')).toBeVisible()
  await tablet.getByTestId('delete-yes').click()
  await expect(tablet.getByTestId('export')).toBeHidden()
  await tablet.reload()
  await expect(tablet.getByTestId('import-open')).toBeEnabled()
  await expect(tablet.getByTestId('kept-here')).toContainText('nowhere else')
  for (const page of [laptop, tablet]) expect(await page.context().cookies()).toEqual([])
})

test('a file that was saved brings the progress back; one that was changed is told with the place', async () => {
  const laptop = await practised()
  const download = laptop.waitForEvent('download')
  await laptop.getByTestId('export').click()
  const file = await (await download).path()

  const other = await school.page()
  await other.goto(exercises())
  await expect(other.getByTestId('import-open')).toBeEnabled()
  const bad = `{"chalkgrad":"progress","format":1,"savedAt":1,"progress":{"rungs":{"${slug}":7},"items":1}}`
  const upload = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(bad) }
  await other.getByTestId('import').setInputFiles(upload)
  await expect(other.getByTestId('import-fault')).toContainText(`progress › rungs › ${slug}`)
  await other.getByTestId('import').setInputFiles(file)
  await expect(other.getByTestId('imported')).toContainText('1 exercise came')
  await expect(other.getByTestId('import-fault')).toBeHidden()
  await expect(other.getByTestId('next')).toHaveAttribute('data-rung', slug)
})

test('who joins a class is told what is done already, and may keep it with the desk', async () => {
  const { code } = await school.opensClass(['The ReLU mask', 'Matrix multiplication'])
  const laptop = await practised()
  await laptop.goto(`${school.server.url}/join/${code}`)
  await laptop.getByTestId('join-name').fill('Lea')
  await laptop.getByTestId('join-submit').click()
  await expect(laptop.getByTestId('done-before')).toContainText('1 of this class’s 2 exercises')
  expect(await faultsInBothThemes(laptop), 'what is done already').toEqual([])
  await laptop.getByTestId('keep-with-desk').click()
  await expect(laptop.getByTestId('keep-with-desk')).toBeHidden()
  await expect(laptop.getByTestId('done-before')).toContainText('kept with your desk')
  const recovery = (await laptop.getByTestId('recovery-code').textContent())?.trim() ?? ''

  const phone = await school.page()
  await phone.goto(`${school.server.url}/join?recover&code=${code}`)
  await phone.getByTestId('join-recovery').fill(recovery)
  await phone.getByTestId('join-submit').click()
  await deskOpens(phone)
  await phone.goto(`${school.server.url}/learn/device`)
  await phone.getByTestId('take-from-desk').click()
  await expect(phone.getByTestId('taken')).toContainText('1 exercise came')
  await phone.goto(exercises())
  await expect(phone.getByTestId('next')).toHaveAttribute('data-rung', slug)
  await expect(phone.getByTestId('kept-here')).toContainText('on the server with your desk')
})
