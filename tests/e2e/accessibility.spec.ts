import { expect, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { answers, boardCell, classOpens, ownerComes, picks, step } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'

// Every page and dialog in both themes, measured by all rules of axe: WCAG 2.2 A and AA and best practices.
// axe looks at each state in both themes, which takes minutes where two cores are busy.
test.describe.configure({ timeout: 240_000 })

const exercises = ['Matrix multiplication', 'The ReLU mask', 'The full small network']
// Reduced motion: a colour on its way to another would be measured somewhere between.
const calm = { reducedMotion: 'reduce' } as const
/** A server for each test: some pages look different before anybody owns it and before its first class. */
let school: School
let server: ChalkgradServer

test.beforeEach(async ({ browser }) => {
  school = await School.opens(browser)
  server = school.server
})

test.afterEach(async () => {
  try {
    await school?.empties()
  } finally {
    await school?.closes()
  }
})

test('doors: the first page, joining, recovery, a sign-in, links that do not open, an address of nothing', async () => {
  const stranger = await school.unwatched(calm)
  const paths = [
    '/',
    '/learn/exercises',
    '/learn/device',
    '/learn/exercises/matrix-multiplication',
    '/embed/figure/walking-back',
    '/join',
    '/join?recover',
    '/teach',
    '/teach/link/nothing',
    '/nowhere',
  ]
  for (const path of [...paths, new URL(server.teacherLink).pathname]) {
    await stranger.goto(server.url + path)
    expect(await faultsInBothThemes(stranger), path).toEqual([])
  }
  await stranger.goto(`${server.url}/join`)
  await stranger.getByTestId('join-code').fill('BAD')
  await stranger.getByTestId('join-submit').click()
  await expect(stranger.getByRole('alert').filter({ hasText: 'class code' })).toBeVisible()
  expect(await faultsInBothThemes(stranger), 'a wrong code').toEqual([])
})

test('the teacher’s pages, empty and full, and their dialogs', async () => {
  const teacher = await school.page(calm)
  await ownerComes(teacher, server.teacherLink)
  expect(await faultsInBothThemes(teacher), 'home without a class').toEqual([])
  await classOpens(teacher, 'ML 101', ['Matrix multiplication', 'ReLU mask', 'full small network'])
  await expect(teacher.getByText('Nobody is here yet')).toBeVisible()
  expect(await faultsInBothThemes(teacher), 'an empty board').toEqual([])
  for (const menu of ['release-menu', 'class-menu']) {
    await teacher.getByTestId(menu).click()
    await expect(teacher.getByRole('menu')).toBeVisible()
    expect(await faultsInBothThemes(teacher), menu).toEqual([])
    await teacher.keyboard.press('Escape')
  }
  for (const item of ['choose-exercises', 'show-code', 'co-teachers', 'open-pacing']) {
    await picks(teacher, item)
    await expect(teacher.getByRole('dialog')).toBeVisible()
    expect(await faultsInBothThemes(teacher), item).toEqual([])
    await teacher.keyboard.press('Escape')
  }
})

async function toTheNetwork(desk: Page): Promise<void> {
  await desk
    .getByRole('button', { name: /full small network/ })
    .first()
    .click()
  await expect(step(desk, 'z')).toBeVisible()
}

test('the desk: unreadable, wrong, right; its dialogs', async () => {
  const open = await school.opensClass(exercises)
  const ada = await school.desk(open, 'Ada', calm)
  await answers(ada, 'C', ['1', '1 1/2', '', '4'])
  await expect(step(ada, 'C').getByTestId('step-message')).toBeVisible()
  expect(await faultsInBothThemes(ada), 'unreadable').toEqual([])
  await answers(ada, 'C', ['8', '23', '11', '0'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'wrong')
  expect(await faultsInBothThemes(ada), 'wrong').toEqual([])
  await answers(ada, 'C', ['8', '23', '11', '17'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'right')
  expect(await faultsInBothThemes(ada), 'right').toEqual([])
  for (const button of ['not you?', 'Another device']) {
    await ada.getByRole('button', { name: button }).click()
    await expect(ada.getByRole('dialog')).toBeVisible()
    expect(await faultsInBothThemes(ada), button).toEqual([])
    await ada.keyboard.press('Escape')
  }
  await toTheNetwork(ada)
  expect(await faultsInBothThemes(ada), 'the network').toEqual([])
  const stranger = await school.unwatched(calm)
  await stranger.goto(`${server.url}/join/${open.code}`)
  expect(await faultsInBothThemes(stranger), 'a link to the class').toEqual([])
})

test('the board with students, attempts, the home, the exercises and the editor', async () => {
  const open = await school.opensClass(exercises)
  const teacher = await school.board(open, calm)
  const ada = await school.desk(open, 'Ada', calm)
  await answers(ada, 'C', ['8', '23', '11', '0'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'wrong')
  await answers(ada, 'C', ['8', '23', '11', '17'])
  await expect(step(ada, 'C')).toHaveAttribute('data-state', 'right')
  await boardCell(teacher, 'Ada', 'C').click()
  await expect(teacher.getByTestId('attempt')).toHaveCount(2)
  expect(await faultsInBothThemes(teacher), 'attempts').toEqual([])
  await ada.getByTestId('hand-up').click()
  await expect(teacher.getByTestId('hand')).toHaveCount(1)
  expect(await faultsInBothThemes(teacher), 'a hand').toEqual([])
  await teacher.getByTestId('student-name').first().click()
  await expect(teacher.getByTestId('student-step').first()).toBeVisible()
  expect(await faultsInBothThemes(teacher), 'a student’s desk').toEqual([])
  await teacher.keyboard.press('Escape')
  await teacher.getByTestId('column-head').first().click()
  await teacher.getByRole('button', { name: 'Reveal its solution' }).click()
  expect(await faultsInBothThemes(teacher), 'what can be done to a step').toEqual([])
  await teacher.keyboard.press('Escape')
  await teacher.goto(`${server.url}/teach`)
  expect(await faultsInBothThemes(teacher), 'home').toEqual([])
  await teacher.goto(`${server.url}/teach/exercises`)
  expect(await faultsInBothThemes(teacher), 'exercises').toEqual([])
  await teacher.goto(`${server.url}/teach/exercises/new`)
  await expect(teacher.getByTestId('source')).toBeEditable()
  expect(await faultsInBothThemes(teacher), 'an empty editor').toEqual([])
  await teacher.getByTestId('source').fill('title "A"\ngiven x = [[1, 2]]\nz = x.T @ x\nask z, shape z\n')
  await expect(teacher.getByTestId('preview-step')).toHaveCount(2)
  expect(await faultsInBothThemes(teacher), 'a preview').toEqual([])
  await teacher.getByTestId('source').fill('title "A"\ngiven x = [[1, 2]]\nz = x @ x\nask z\n')
  await expect(teacher.getByTestId('chalk-error')).toHaveCount(1)
  expect(await faultsInBothThemes(teacher), 'an error').toEqual([])
})

test('a page at 200 % and at 320 px scrolls down and never sideways', async () => {
  const open = await school.opensClass(exercises)
  const teacher = await school.ownersPage('/teach', calm)
  const ada = await school.desk(open, 'Ada', calm)
  await toTheNetwork(ada)
  const narrow = { width: 320, height: 640 }
  for (const page of [teacher, ada]) await page.setViewportSize(narrow)
  const sideways = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await ada.goto(ada.url())
  await expect(step(ada, 'z')).toBeVisible()
  expect(await sideways(ada)).toBeLessThanOrEqual(0)
  for (const path of ['/', '/join', '/teach', '/teach/exercises', '/teach/exercises/new']) {
    await teacher.goto(server.url + path)
    expect(await sideways(teacher), path).toBeLessThanOrEqual(0)
  }
})
