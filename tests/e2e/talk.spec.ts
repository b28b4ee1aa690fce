import { mkdirSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { io } from 'socket.io-client'
import { handshake } from '@/lib/protocol/wire/contract'
import { faultsInBothThemes, putOn } from './axe'
import { answers, boardCell, serverAway, step, types } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'

/** Where pictures for people go; none are made without it. */
const pictures = process.env.CHALKGRAD_PICTURES
const people = ['Ada', 'Ben', 'Cleo'] as const
type Name = (typeof people)[number]

let school: School
let server: ChalkgradServer
/** The board of a class of the test's own, and its three desks. */
let teacher: Page
let desks: Map<Name, Page>
const desk = (name: Name) => desks.get(name) as Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser, { expected: serverAway })
  server = school.server
})

test.beforeEach(async () => {
  // Reduced motion: a colour on its way to another would be measured somewhere between.
  const calm = { reducedMotion: 'reduce' } as const
  const open = await school.opensClass(['Matrix multiplication'], 'Talking')
  const [board, pages] = await Promise.all([school.board(open, calm), school.desks(open, people, calm)])
  teacher = board
  desks = new Map(people.map((name, at) => [name, pages[at] as Page]))
  await expect(boardCell(teacher, 'Cleo', 'dL/dA')).toBeVisible()
  // Two make one mistake (the transpose), one another; the third mends it later.
  await answers(desk('Ada'), 'C', ['8', '11', '23', '17'])
  await answers(desk('Ben'), 'C', ['8', ' 11', '23', '17'])
  await answers(desk('Cleo'), 'C', ['8', '23', '11', '18'])
  for (const name of people) {
    await expect(boardCell(teacher, name, 'C')).toHaveAttribute('data-state', 'wrong')
  }
})

test.afterEach(async () => {
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

/** What axe finds in both themes; and pictures at one width each, where they are asked for. */
const violations = (page: Page, name: string, width = 1280) =>
  faultsInBothThemes(page, {
    to: async theme => {
      await putOn(theme, page)
      await picture(page, `${name}-${theme}`, width)
    },
  })

async function picture(page: Page, name: string, width: number): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: width < 500 ? 740 : Math.round((width * 9) / 16) })
  await page.screenshot({ path: `${pictures}/${name}-${width}.png` })
  if (before) await page.setViewportSize(before)
}

async function writes(text: string): Promise<void> {
  await teacher.getByTestId('message').click()
  await teacher.getByTestId('message-text').fill(text)
  await teacher.getByTestId('message-send').click()
  await expect(teacher.getByRole('dialog').getByText('Sent.')).toBeVisible()
}

const messages = (name: Name) => desk(name).getByTestId('message')

test('a message to everyone is on every desk at once; put away it stays away', async () => {
  await writes('Look at the order\nof the two factors.')
  await expect(teacher.getByTestId('sent-message')).toContainText('to everyone')
  expect(await violations(teacher, 'message'), 'writing').toEqual([])
  await teacher.keyboard.press('Escape')
  for (const name of people) await expect(messages(name)).toContainText('Look at the order')
  expect(await violations(desk('Ada'), 'desk-message', 360), 'a message').toEqual([])
  await desk('Ada').getByTestId('put-away').click()
  await expect(messages('Ada')).toHaveCount(0)
  await Promise.all([desk('Ada').reload(), desk('Ben').reload()])
  await expect(messages('Ben')).toContainText('Look at the order')
  await expect(step(desk('Ada'), 'C')).toBeVisible()
  await expect(messages('Ada')).toHaveCount(0)
})

test('taken back it is gone from every desk', async () => {
  await writes('Look at the order\nof the two factors.')
  await teacher.keyboard.press('Escape')
  for (const name of people) await expect(messages(name)).toContainText('Look at the order')
  await desk('Ada').getByTestId('put-away').click()
  await teacher.getByTestId('message').click()
  await teacher.getByRole('button', { name: 'Take back' }).click()
  await expect(teacher.getByTestId('sent-message')).toHaveCount(0)
  await teacher.keyboard.press('Escape')
  for (const name of people) await expect(messages(name)).toHaveCount(0)
})

/** Sends over a connection of the teacher's own what other parts of the board open the dialog for. */
async function says(to: (version: string) => object, text: string): Promise<void> {
  const cookies = await teacher.context().cookies()
  const socket = io(`${server.url}/board`, {
    auth: handshake(new URL(teacher.url()).pathname.split('/').at(-1) ?? ''),
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: {
      Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      Origin: server.url,
    },
  })
  const { board } = await socket.timeout(10_000).emitWithAck('enter', {})
  const { version } = board.exercises[0]
  const on = { version, step: 'C' }
  const answer = await socket.timeout(10_000).emitWithAck('say', { do: 'say', to: to(version), text, on })
  socket.close()
  expect(answer).toEqual({ ok: true })
}

test('a hint to all who made one mistake reaches these and nobody else, also after a restart', async () => {
  const mistake = 'transpose-answer'
  await types(desk('Ada'), 'dL/dA', [])
  await says(version => ({ mistake, version, step: 'C' }), 'Rows meet columns.')
  for (const name of ['Ada', 'Ben'] as const) await expect(messages(name)).toContainText('Rows meet columns.')
  await desk('Ada').getByRole('button', { name: 'Go there' }).click()
  await expect(step(desk('Ada'), 'C').getByTestId('teacher-hints')).toContainText('Rows meet columns.')
  await expect(messages('Cleo')).toHaveCount(0)
  await teacher.getByTestId('message').click()
  await expect(teacher.getByTestId('sent-message')).toContainText('Ada and Ben')
  await expect(teacher.getByTestId('sent-message')).toContainText('Wrote down the transpose')
  await teacher.keyboard.press('Escape')
  await server.kill()
  await server.start()
  await desk('Ben').reload()
  await expect(messages('Ben')).toContainText('Rows meet columns.')
  for (const name of ['Ada', 'Ben'] as const) await desk(name).getByTestId('put-away').click()
})

/** The option that has a cell of this text. */
const option = (name: Name, cells: string) =>
  desk(name)
    .getByTestId('poll-option')
    .filter({ has: desk(name).locator(`[data-entry="${cells}"]`) })

/** The teacher makes a question of the two wrong answers and the right one. */
async function asks({ looked = async () => {} }: { looked?: () => Promise<void> } = {}): Promise<void> {
  await teacher.locator('[data-testid="column-head"][data-step="C"]').click()
  await teacher.getByTestId('ask').click()
  const offered = teacher.getByTestId('wrong-answer')
  await expect(offered).toHaveCount(2)
  await expect(offered.first()).toContainText('2 students')
  await offered.nth(0).click()
  await offered.nth(1).click()
  await teacher.getByLabel('Include the right answer').check()
  await looked()
  await teacher.getByTestId('open-poll').click()
  await expect(teacher.getByTestId('poll-results')).toHaveAttribute('data-phase', 'vote')
}

async function votes(name: Name, choice: Locator): Promise<void> {
  await choice.check()
  await desk(name).getByTestId('vote').click()
}

test('a question made of the class’s wrong answers: votes, changed votes, live results', async () => {
  await asks({
    looked: async () => expect(await violations(teacher, 'ask'), 'a question in the making').toEqual([]),
  })
  for (const name of people) {
    await desk(name).getByTestId('poll-answer').click()
    await expect(desk(name).getByTestId('poll-option')).toHaveCount(4)
    await expect(desk(name).getByTestId('poll')).not.toContainText(/Ada|Ben|Cleo|%/)
  }
  await option('Ada', '18').getByRole('radio').check()
  expect(await violations(desk('Ada'), 'desk-poll', 360), 'a ballot').toEqual([])
  await desk('Ada').getByTestId('vote').click()
  await expect(teacher.getByTestId('votes-in')).toHaveText('1 of 3 voted')
  await votes('Ada', desk('Ada').getByLabel('None of these'))
  await votes('Ben', option('Ben', '18').getByRole('radio'))
  await expect(teacher.getByTestId('votes-in')).toHaveText('2 of 3 voted')
  await expect(teacher.getByTestId('poll-result').last()).toContainText('1 · 50 %')
  expect(await violations(teacher, 'results', 1920), 'results').toEqual([])
})

test('a reload keeps the vote; closed the question is gone, shown the votes are on the desks, and taken away again', async () => {
  await asks()
  for (const name of people) await desk(name).getByTestId('poll-answer').click()
  await votes('Ada', desk('Ada').getByLabel('None of these'))
  await votes('Ben', option('Ben', '18').getByRole('radio'))
  await expect(teacher.getByTestId('votes-in')).toHaveText('2 of 3 voted')
  await desk('Ben').reload()
  await desk('Ben').getByTestId('poll-answer').click()
  await expect(option('Ben', '18').getByRole('radio')).toBeChecked()
  await desk('Cleo').keyboard.press('Escape')
  await expect(desk('Cleo').getByTestId('poll-call')).toBeVisible()

  await teacher.getByRole('button', { name: 'Close without showing' }).click()
  await expect(desk('Ben').getByTestId('poll-call')).toHaveCount(0)
  await expect(desk('Ben').getByRole('dialog')).toBeHidden()
  await teacher.reload()
  await teacher.getByTestId('poll-mark').click()
  await teacher.getByRole('button', { name: 'Show the votes to the class' }).click()
  await desk('Ben').getByTestId('poll-answer').click()
  await expect(desk('Ben').getByTestId('poll-result').last()).toContainText('1 · 50 %')
  expect(await violations(desk('Ben'), 'desk-votes', 1280), 'the votes at a desk').toEqual([])
  await desk('Ben').keyboard.press('Escape')
  await teacher.getByRole('button', { name: 'Take the votes off the desks' }).click()
  await expect(desk('Cleo').getByTestId('poll-call')).toHaveCount(0)
  await teacher.keyboard.press('Escape')
})

test('talked about and voted on again: both votes side by side, then the right one, on desks and wall alike', async () => {
  const wall = await school.ownersPage(`${new URL(teacher.url()).pathname}/projector`, {
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  })
  await asks()
  await expect(wall.getByTestId('projected-poll')).toHaveAttribute('data-phase', 'vote')
  for (const name of people) {
    await desk(name).getByTestId('poll-answer').click()
    // Nothing in how they are written tells which is right: only numbers as decimals.
    const entries = desk(name).locator('[data-testid="poll"] [data-entry]')
    await expect(entries).toHaveCount(12)
    for (const text of await entries.allInnerTexts()) expect(text).toMatch(/^\d+$/)
  }
  await votes('Ada', option('Ada', '17').first().getByRole('radio'))
  await expect(wall.getByTestId('projected-votes')).toHaveText('1 of 3 voted')
  await expect(wall.getByTestId('projected-bar')).toHaveCount(0)
  await teacher.getByTestId('poll-to-discuss').click()
  await expect(wall.getByTestId('projected-poll')).toContainText('Talk with the people next to you')
  await expect(desk('Ben').getByRole('dialog', { name: 'Talk about it' })).toBeVisible()
  await expect(desk('Ben').getByRole('radio')).toHaveCount(0)
  await teacher.getByTestId('poll-to-again').click()
  for (const name of people) {
    // Until the second vote is there, a choice would be one in the first.
    await expect(desk(name).getByTestId('poll')).toHaveAttribute('data-phase', 'again')
    await votes(name, desk(name).getByLabel('None of these'))
  }
  await expect(wall.getByTestId('projected-votes')).toHaveText('3 of 3 voted')
  await teacher.getByTestId('poll-to-shown').click()
  await expect(wall.locator('[data-when="before"]')).toHaveCount(4)
  await expect(wall.locator('[data-when="after"]').last()).toContainText('3')
  await expect(wall.locator('[data-right]')).toHaveCount(0)
  await expect(desk('Cleo').locator('[data-right]')).toHaveCount(0)
  await expect(desk('Cleo').locator('[data-when="after"]').last()).toContainText('3 · 100 %')
  await teacher.getByTestId('poll-to-right').click()
  await expect(wall.locator('[data-right]')).toContainText('right')
  await expect(desk('Cleo').locator('[data-right]')).toContainText('right')
  expect(await violations(teacher, 'results-right', 1280), 'both votes at the board').toEqual([])
  expect(await violations(desk('Cleo'), 'desk-right', 360), 'both votes at a desk').toEqual([])
})
