import { expect, type Page, test } from '@playwright/test'
import { answers, boardCell, picks, step, types } from './people'
import { School } from './school'

const ownNumbers = `title "Own numbers"
given x = random 2x1 from 100..999
y = 2 * x
upstream dL/dy = [[1], [1]]
ask y
`

let school: School

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  await school.savesExercise(ownNumbers)
})

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

/** A new class with the desks of two students. */
async function paced(): Promise<{ teacher: Page; ada: Page; ben: Page }> {
  const paced = await school.opensClass(['Matrix multiplication', 'Own numbers'], 'Paced')
  const [teacher, [ada, ben]] = await Promise.all([school.board(paced), school.desks(paced, ['Ada', 'Ben'])])
  await expect(boardCell(teacher, 'Ben', 'dL/dA')).toBeVisible()
  return { teacher, ada, ben }
}

/** A setting of the panel, chosen by its words. */
async function sets(teacher: Page, setting: string, value: string): Promise<void> {
  await picks(teacher, 'open-pacing')
  await teacher.getByRole('group', { name: setting }).getByText(value, { exact: true }).click()
  await expect(
    teacher.getByRole('group', { name: setting }).getByRole('radio', { name: value, exact: true }),
  ).toBeChecked()
  await teacher.keyboard.press('Escape')
}

async function doesToStep(teacher: Page, id: string, action: string): Promise<void> {
  await teacher.locator(`[data-testid="column-head"][data-step="${id}"]`).click()
  await teacher.getByTestId('step-actions').getByRole('button', { name: action }).click()
}

test('verdicts held back: received on the desk, known on the board, then opened for everybody', async () => {
  const { teacher, ada, ben } = await paced()
  await sets(teacher, 'Verdicts', 'held back')
  await answers(ada, 'C', ['8', '23', '11', '17'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'received')
  await answers(ben, 'C', ['8', '23', '11', '18'])
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'received')
  await expect(boardCell(teacher, 'Ada', 'C')).toHaveAttribute('data-state', 'right')
  await expect(boardCell(teacher, 'Ben', 'C')).toHaveAttribute('data-state', 'wrong')
  await ada.reload()
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'received')
  await doesToStep(teacher, 'C', 'Open the verdicts')
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'right')
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'wrong')
  await sets(teacher, 'Verdicts', 'at once')
})

test('a pause: said on every desk, what is checked waits, and goes out when the class goes on', async () => {
  const { teacher, ada, ben } = await paced()
  await answers(ben, 'C', ['8', '23', '11', '18'])
  await expect(step(ben, 'C')).toHaveAttribute('data-state', 'wrong')
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
  const { teacher, ada, ben } = await paced()
  await picks(teacher, 'open-pacing')
  await teacher.getByRole('button', { name: 'Step by step' }).first().click()
  await expect(step(ada, 'dL/dB')).toHaveCount(0)
  await teacher.getByRole('button', { name: 'Release next step' }).click()
  await expect(step(ada, 'dL/dA[1,2]')).toBeVisible()
  await teacher.getByRole('button', { name: 'Release all' }).click()
  await expect(step(ada, 'dL/dB')).toBeVisible()
  await teacher.keyboard.press('Escape')

  await types(ben, 'dL/dA', ['1'])
  await types(ada, 'dL/dA[1,2]', [])
  await doesToStep(teacher, 'dL/dB', 'Bring everyone here')
  await expect(step(ada, 'dL/dB').locator('[data-cell="0"]')).toBeVisible()
  await expect(step(ben, 'dL/dA').locator('[data-cell="0"]')).toBeFocused()
  await expect(step(ben, 'dL/dB').locator('[data-cell="0"]')).toBeHidden()
  await ben.getByTestId('go-there').click()
  await expect(step(ben, 'dL/dB').locator('[data-cell="0"]')).toBeVisible()
  await expect(ben.getByTestId('go-there')).toBeHidden()
})

test('hints come when asked for, and not when they are off', async () => {
  const { teacher, ada } = await paced()
  await types(ada, 'dL/dA[1,2]', [])
  await step(ada, 'dL/dA[1,2]').getByTestId('hint').click()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hints')).toContainText('Which entries of')
  await expect(boardCell(teacher, 'Ada', 'dL/dA[1,2]')).toHaveAccessibleName(/1 hint/)
  await sets(teacher, 'Hints', 'off')
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hint')).toBeHidden()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('hints')).toBeVisible()
  await sets(teacher, 'Hints', 'on')
})

test('attempts are capped, and what is left is said', async () => {
  const { teacher, ada } = await paced()
  await sets(teacher, 'Attempts at a step', '1')
  await answers(ada, 'dL/dA[1,2]', ['5'])
  await expect(step(ada, 'dL/dA[1,2]')).toHaveAttribute('data-state', 'wrong')
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('spent')).toBeVisible()
  await expect(step(ada, 'dL/dA[1,2]').getByTestId('check')).toBeDisabled()
  await sets(teacher, 'Attempts at a step', 'any number')
  await answers(ada, 'dL/dA[1,2]', ['11'])
  await expect(step(ada, 'dL/dA[1,2]')).toHaveAttribute('data-state', 'right')
})

test('a solution is revealed once it is confirmed, and the step takes no more answers', async () => {
  const { teacher, ada, ben } = await paced()
  await doesToStep(teacher, 'dL/dB', 'Reveal its solution')
  await teacher.getByRole('button', { name: 'Reveal to everyone' }).click()
  await teacher.getByTestId('undo-now').click()
  await types(ben, 'dL/dB', [])
  const entries = () =>
    step(ben, 'dL/dB')
      .getByTestId('solution')
      .locator('[data-entry]')
      .evaluateAll(all => all.map(one => one.getAttribute('data-entry')))
  await expect.poll(entries).toEqual(['6', '11', '17', '16'])
  await expect(step(ben, 'dL/dB').getByTestId('check')).toBeDisabled()
  await expect(boardCell(teacher, 'Ben', 'dL/dB')).toHaveAttribute('data-state', 'revealed')
  await ada.reload()
  await expect(step(ada, 'dL/dB')).toHaveAttribute('data-state', 'revealed')
})

test('a countdown is seen on desk and board, closes softly and keeps what is typed', async () => {
  const { teacher, ada } = await paced()
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('minutes').fill('5')
  await teacher.getByRole('button', { name: 'Start' }).click()
  await expect(teacher.getByRole('button', { name: 'Start over' })).toBeVisible()
  await teacher.keyboard.press('Escape')
  await expect(ada.getByTestId('countdown')).toBeVisible()
  await expect(teacher.getByTestId('countdown')).toBeVisible()
  await types(ada, 'dL/dA', ['77'])
  // A short one, once everything is typed that has to be typed before its end.
  await picks(teacher, 'open-pacing')
  await teacher.getByTestId('minutes').fill('0.05')
  await teacher.getByRole('button', { name: 'Start over' }).click()
  await teacher.keyboard.press('Escape')
  await expect(ada.getByTestId('time-up')).toBeVisible()
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeDisabled()
  await expect(step(ada, 'dL/dA').locator('[data-cell="0"]')).toHaveValue('77')
  await picks(teacher, 'open-pacing')
  await teacher.getByRole('button', { name: 'End it' }).click()
  await teacher.keyboard.press('Escape')
  await expect(ada.getByTestId('time-up')).toBeHidden()
  await expect(step(ada, 'dL/dA').getByTestId('check')).toBeEnabled()
})

test('every student the same numbers, or each their own', async () => {
  const { teacher, ada, ben } = await paced()
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
  await expect.poll(() => givens(ada)).toMatch(/^\d{3}( \d{3})?$/)
  const before = await givens(ada)
  await expect.poll(() => givens(ben)).toBe(before)
  await sets(teacher, 'Numbers', 'each their own')
  await expect(async () => {
    const [a, b] = [await givens(ada), await givens(ben)]
    for (const own of [a, b]) expect(own).toMatch(/^\d{3}( \d{3})?$/)
    expect(a).not.toBe(before)
    expect(b).not.toBe(before)
    expect(b).not.toBe(a)
  }).toPass({ timeout: 15_000 })
})
