import { expect, type Page, test } from '@playwright/test'
import { answers, boardCell, classOpens, joins, ownerComes, step, types } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'

test.describe.configure({ mode: 'serial' })

const ownNumbers = `title "Own numbers"
given x = random 2x1 from 100..999
y = 2 * x
upstream dL/dy = [[1], [1]]
ask y
`

let school: School
let server: ChalkgradServer
let teacher: Page
let ada: Page
let ben: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  server = school.server
  teacher = await school.page()
  ada = await school.page()
  ben = await school.page()
  await ownerComes(teacher, server.teacherLink)
  await teacher.goto(`${server.url}/teach/exercises/new`)
  await teacher.getByTestId('source').fill(ownNumbers)
  await teacher.getByTestId('save-exercise').click()
  await expect(teacher).toHaveURL(/\/teach\/exercises\/[A-Za-z0-9_-]{22}/)
  const code = await classOpens(teacher, 'Paced', ['Matrix multiplication', 'Own numbers'])
  await joins(ada, server.url, code, 'Ada')
  await joins(ben, server.url, code, 'Ben')
  await expect(boardCell(teacher, 'Ben', 'dL/dA')).toBeVisible()
})

test.afterAll(async () => {
  await school?.closes()
})

/** A setting of the panel, chosen by its words. */
async function sets(setting: string, value: string): Promise<void> {
  await teacher.getByTestId('open-pacing').click()
  await teacher.getByRole('group', { name: setting }).getByText(value, { exact: true }).click()
  await expect(
    teacher.getByRole('group', { name: setting }).getByRole('radio', { name: value, exact: true }),
  ).toBeChecked()
  await teacher.keyboard.press('Escape')
}

async function doesToStep(id: string, action: string): Promise<void> {
  await teacher.locator(`[data-testid="column-head"][data-step="${id}"]`).click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: action }).click()
}

test('verdicts held back: received on the desk, known on the board, then opened for everybody', async () => {
  await sets('Verdicts', 'held back')
  await answers(ada, 'C', ['8', '23', '11', '17'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'received')
  await answers(ben, 'C', ['8', '23', '11', '18'])
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'received')
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  await expect(boardCell(teacher, 'Ben', 'C')).toHaveAttribute('data-state', 'wrong')
  await ada.reload()
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'received')
  await doesToStep('C', 'Open the verdicts')
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'right')
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'wrong')
  await sets('Verdicts', 'at once')
})

test('a pause: said on every desk, what is checked waits, and goes out when the class goes on', async () => {
  await teacher.getByTestId('pause').click()
  await expect(ada.getByTestId('paused')).toBeVisible()
  await answers(ben, 'C', ['8', '23', '11', '17'])
  await expect(ben.getByTestId('saved-line')).toContainText('1 answer waiting')
  await expect(boardCell(teacher, 'Ben', 'C')).toHaveAttribute('data-state', 'wrong')
  await teacher.getByTestId('pause').click()
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'right')
  await expect(ada.getByTestId('paused')).toBeHidden()
})

test('steps are released one by one, and everybody is brought to one; who types is offered a way', async () => {
  await teacher.getByTestId('open-pacing').click()
  await teacher.getByRole('button', { name: 'Step by step' }).first().click()
  await expect(step(ada, 'dL/dB')).toHaveCount(0)
  await teacher.getByRole('button', { name: 'Release next step' }).click()
  await expect(step(ada, 'dL/dA[1,2]')).toBeVisible()
  await teacher.getByRole('button', { name: 'Release all' }).click()
  await expect(step(ada, 'dL/dB')).toBeVisible()
  await teacher.keyboard.press('Escape')

  await types(ben, 'dL/dA', ['1'])
  await types(ada, 'dL/dA[1,2]', [])
  await doesToStep('dL/dB', 'Bring everyone here')
  await expect(step(ada, 'dL/dB').locator('[data-cell="0"]')).toBeVisible()
  await expect(step(ben, 'dL/dA').locator('[data-cell="0"]')).toBeFocused()
  await expect(step(ben, 'dL/dB').locator('[data-cell="0"]')).toBeHidden()
  await ben.getByTestId('go-there').click()
  await expect(step(ben, 'dL/dB').locator('[data-cell="0"]')).toBeVisible()
  await expect(ben.getByTestId('go-there')).toBeHidden()
})

test('hints come when asked for, and not when they are off', async () => {
  await types(ada, 'dL/dA[1,2]', [])
  await step(ada, 'dL/dA[1,2]').getByTestId('hint').click()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hints')).toContainText('Which entries of')
  await expect(boardCell(teacher, 'Ada', 'dL/dA[1,2]')).toHaveAccessibleName(/1 hint/)
  await sets('Hints', 'off')
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hint')).toBeHidden()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hints')).toBeVisible()
  await sets('Hints', 'on')
})

test('attempts are capped, and what is left is said', async () => {
  await sets('Attempts at a step', '1')
  await answers(ada, 'dL/dA[1,2]', ['5'])
  await expect(step(ada, 'dL/dA[1,2]')).toHaveAttribute('data-state', 'wrong')
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('spent')).toBeVisible()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('check')).toBeDisabled()
  await sets('Attempts at a step', 'any number')
  await answers(ada, 'dL/dA[1,2]', ['11'])
  await expect(step(ada, 'dL/dA[1,2]')).toHaveAttribute('data-state', 'right')
})

test('a solution is revealed once it is confirmed, and the step takes no more answers', async () => {
  await doesToStep('dL/dB', 'Reveal its solution')
  await teacher.getByRole('button', { name: 'Reveal to everyone' }).click()
  await types(ben, 'dL/dB', [])
  const cells = step(ben, 'dL/dB').getByTestId('solution').locator('[data-entry]')
  expect(await cells.evaluateAll(all => all.map(one => one.getAttribute('data-entry')))).toEqual([
    '6',
    '11',
    '17',
    '16',
  ])
  await expect(step(ben, 'dL/dB').getByTestId('check')).toBeDisabled()
  await expect(boardCell(teacher, 'Ben', 'dL/dB')).toHaveAttribute('data-state', 'revealed')
  await ada.reload()
  await expect(step(ada, 'dL/dB')).toHaveAttribute('data-state', 'revealed')
})

test('a countdown is seen on desk and board, closes softly and keeps what is typed', async () => {
  await teacher.getByTestId('open-pacing').click()
  await teacher.getByTestId('minutes').fill('0.15')
  await teacher.getByRole('button', { name: 'Start' }).click()
  await teacher.keyboard.press('Escape')
  await expect(ada.getByTestId('countdown')).toBeVisible()
  await expect(teacher.getByTestId('countdown')).toBeVisible()
  await types(ada, 'dL/dA', ['77'])
  await expect(ada.getByTestId('time-up')).toBeVisible({ timeout: 20_000 })
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeDisabled()
  await expect(step(ada, 'dL/dA').locator('[data-cell="0"]')).toHaveValue('77')
  await teacher.getByTestId('open-pacing').click()
  await teacher.getByRole('button', { name: 'End it' }).click()
  await teacher.keyboard.press('Escape')
  await expect(ada.getByTestId('time-up')).toBeHidden()
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeEnabled()
})

test('every student the same numbers, or each their own', async () => {
  const givens = async (page: Page) => {
    await page.getByRole('button', { name: /Own numbers/ }).click()
    const texts = await page
      .getByTestId('desk')
      .locator('*')
      .evaluateAll(all =>
        all.filter(one => one.childElementCount === 0).map(one => one.textContent?.trim() ?? ''),
      )
    return [...new Set(texts.filter(text => /^[1-9]\d\d$/.test(text)))].slice(0, 2).join(' ')
  }
  const before = await givens(ada)
  expect(before).toMatch(/\d{3}/)
  expect(await givens(ben)).toBe(before)
  await sets('Numbers', 'each their own')
  await expect(async () => {
    const [a, b] = [await givens(ada), await givens(ben)]
    expect(a).not.toBe(before)
    expect(b).not.toBe(before)
    expect(b).not.toBe(a)
  }).toPass({ timeout: 15_000 })
})

test('no page logged an error', () => {
  expect(school.errors).toEqual([])
})
