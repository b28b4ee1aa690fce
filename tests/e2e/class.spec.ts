import { expect, type Page, test } from '@playwright/test'
import { answers, boardCell, classOpens, joins, ownerComes, serverAway, step, types } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'

test.describe.configure({ mode: 'serial' })

let school: School
let server: ChalkgradServer
let teacher: Page
let ada: Page
let ben: Page
let code: string

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser, { expected: serverAway })
  server = school.server
  teacher = await school.page()
  ada = await school.page()
  ben = await school.page()
})

test.afterEach(() => {
  expect(school.errors).toEqual([])
})

test.afterAll(() => school?.closes())

test('the owner redeems the printed link, sets a passphrase and opens a class', async () => {
  await ownerComes(teacher, server.teacherLink)
  code = await classOpens(teacher, 'ML 101', ['Matrix multiplication', 'full small network'])
  expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{3}$/)
})

test('two students join, one of them over plain HTTP from another name', async () => {
  await joins(ada, server.url, code, 'Ada')
  await joins(ben, server.plainUrl, code, 'Ben')
  expect(await ben.evaluate(() => window.isSecureContext)).toBe(false)
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'untouched')
  await expect(boardCell(teacher, 'Ben', 'dL/dA')).toBeVisible()
})

test('a wrong answer and a right one get their verdicts, and the board shows both without a reload', async () => {
  await answers(ada, 'dL/dA', ['15', '12', '11', '13'])
  await expect(step(ada, 'dL/dA')).toHaveAttribute('data-state', 'wrong')
  await expect(step(ada, 'dL/dA').getByTestId('step-message')).toContainText('Two of four')
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'wrong')

  await answers(ben, 'dL/dA', ['3*3+2*3', '30/3+1', '12.0', '13'])
  await expect(step(ben, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(boardCell(teacher, 'Ben', 'dL/dA')).toHaveAttribute('data-state', 'right')

  await boardCell(teacher, 'Ada', 'dL/dA').click()
  const panel = teacher.getByTestId('attempts-panel')
  await expect(panel.getByTestId('attempt')).toHaveCount(1)
  await answers(ada, 'dL/dA', ['15', '11', '12', '13'])
  await expect(step(ada, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(panel.getByTestId('attempt')).toHaveCount(2)
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toHaveAttribute('data-state', 'right')
})

test('[G2] what cannot be read costs no attempt, and says so at its cell', async () => {
  await answers(ada, 'dL/dB', ['6', '1 1/2', '', '16'])
  await expect(step(ada, 'dL/dB')).toContainText('1 1/2')
  await expect(step(ada, 'dL/dB').locator('[data-cell="1"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(step(ada, 'dL/dB').locator('[data-cell="2"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(boardCell(teacher, 'Ada', 'dL/dB')).toHaveAttribute('data-attempts', '0')
})

test('a reload, kill -9 and a restart in the middle of typing lose nothing', async () => {
  await ada.reload()
  await expect(step(ada, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await types(ada, 'dL/dB', ['6', '11', '1'])
  await server.kill()
  await step(ada, 'dL/dB').locator('[data-cell="2"]').fill('17')
  await step(ada, 'dL/dB').locator('[data-cell="3"]').fill('16')
  await step(ada, 'dL/dB').getByTestId('check').click()
  await expect(ada.getByTestId('saved-line')).toContainText('1')
  await types(ben, 'dL/dB', ['6', '10'])

  await server.start()
  await expect(step(ada, 'dL/dB')).toHaveAttribute('data-state', 'right', { timeout: 30_000 })
  await expect(boardCell(teacher, 'Ada', 'dL/dB')).toHaveAttribute('data-state', 'right', { timeout: 30_000 })
  await expect(boardCell(teacher, 'Ben', 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(ada.getByTestId('saved-line')).toContainText('saved')

  await ben.reload()
  await expect(step(ben, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await types(ben, 'dL/dB', [])
  await expect(step(ben, 'dL/dB').locator('[data-cell="1"]')).toHaveValue('10')
  await teacher.reload()
  await boardCell(teacher, 'Ada', 'dL/dB').click()
  await expect(teacher.getByTestId('attempts-panel').getByTestId('attempt')).toHaveCount(1)
})

test('another tab of the same student shows what was typed and acknowledged', async () => {
  const tab = await ada.context().newPage()
  school.watch(tab)
  await tab.goto(ada.url())
  await expect(step(tab, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(tab.getByTestId('whoami')).toContainText('Ada')
  await tab.close()
})
