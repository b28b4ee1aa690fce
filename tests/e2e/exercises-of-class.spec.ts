import { expect, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { deskOpens, step } from './people'
import { School } from './school'

test.describe.configure({ timeout: 240_000 })

let school: School

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const laptop = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const

/** A class without exercises, with its dialog open. */
async function choosing(): Promise<{ teacher: Page; open: { id: string; code: string } }> {
  const open = await school.opensClass([])
  const teacher = await school.board(open, laptop)
  await teacher.getByTestId('choose-first').click()
  await expect(teacher.getByTestId('own-numbers')).toBeVisible()
  return { teacher, open }
}

async function saves(teacher: Page): Promise<void> {
  await teacher.getByTestId('choose-save').click()
  await expect(teacher.getByTestId('choose-save')).toBeHidden()
}

const ofSmallNetwork = 'The full small network'

/** All numbers that stand above the first step, in their order. */
async function givens(page: Page): Promise<string> {
  await deskOpens(page)
  await expect(step(page, 'z')).toBeVisible()
  return page.getByTestId('desk').evaluate(desk => {
    const cells = desk.querySelectorAll('.matrix-brackets')
    return [...cells].map(one => one.textContent).join(' ')
  })
}

test('an exercise is looked at with its key before it is chosen', async () => {
  const { teacher } = await choosing()
  await teacher.getByRole('button', { name: `Look at ${ofSmallNetwork}` }).click()
  const look = teacher.getByTestId('exercise-look')
  await expect(look.getByRole('heading', { name: ofSmallNetwork })).toBeVisible()
  const key = look.getByTestId('exercise-key').getByRole('listitem')
  await expect(key.first()).toBeVisible()
  expect(await key.count()).toBeGreaterThan(5)
  await expect(key.first()).toContainText('=')
  expect(await faultsInBothThemes(teacher)).toEqual([])
  await look.getByRole('button', { name: 'All exercises' }).click()
  await expect(look).toBeHidden()
  await expect(teacher.getByRole('button', { name: `Look at ${ofSmallNetwork}` })).toBeFocused()
  // Looking has chosen nothing.
  await expect(teacher.getByRole('checkbox', { name: ofSmallNetwork })).not.toBeChecked()
})

test('[G11] the key goes to nobody but a teacher', async () => {
  const { open } = await choosing()
  const student = await school.joins(open, 'Ada')
  const answer = await student.post('/api/teach/exercises/preview', { version: 'a'.repeat(22) })
  expect(answer).toMatchObject({ ok: false, code: 'signed-out' })
  expect(JSON.stringify(answer)).not.toContain('cells')
})

test('a new class has own numbers for each; without them everybody has those of the lesson', async () => {
  const { teacher, open } = await choosing()
  await expect(teacher.getByTestId('own-numbers')).toBeChecked()
  await teacher.getByRole('checkbox', { name: ofSmallNetwork }).check()
  await saves(teacher)
  const [ada, ben] = await school.desks(open, ['Ada', 'Ben'])
  const adas = await givens(ada)
  expect(await givens(ben)).not.toBe(adas)

  await teacher.getByTestId('class-menu').click()
  await teacher.getByTestId('choose-exercises').click()
  await expect(teacher.getByTestId('own-numbers')).toBeChecked()
  await expect(teacher.getByRole('checkbox', { name: ofSmallNetwork })).toBeChecked()
  await teacher.getByTestId('own-numbers').uncheck()
  await expect(teacher.getByText(`${ofSmallNetwork} will start over with other numbers.`)).toBeVisible()
  await saves(teacher)
  const ofLesson = await givens(await school.desk(await school.opensClass([ofSmallNetwork]), 'Cleo'))
  await expect(async () => {
    expect(await givens(ada)).toBe(ofLesson)
    expect(await givens(ben)).toBe(ofLesson)
  }).toPass({ timeout: 20_000 })
})
