import { expect, type Page, test } from '@playwright/test'
import { faults } from './axe'
import { type OpenedClass, School } from './school'
import { Seat } from './seat'
import { Wire } from './wire'

test.describe.configure({ timeout: 240_000 })

const source = `title "In words"
given x = [1, -2]
h = relu(x)
choose "Which entry of $h$ is off?" ["the first, $h[1]$", "the second, $h[2]$" right, "none of them"]
choose "Which of these hold for every $x$?" ["$h >= 0$" right, "$h <= 1$", "$h$ has the shape of $x$" right]
explain "In your own words: why does no gradient pass through a unit that is off?" points 2
ask h
`
const phone = { viewport: { width: 360, height: 740 } }
const laptop = { viewport: { width: 1280, height: 720 } }

let school: School
let open: OpenedClass

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  await school.savesExercise(source)
})
test.beforeEach(async () => {
  open = await school.opensClass(['In words'], 'In words')
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

const step = (page: Page, id: string) => page.locator(`[data-testid="step"][data-step="${id}"]`)

const holdsAxe = async (page: Page) => expect(await faults(page)).toEqual([])

/** Nothing of the page lies beside it. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
}

for (const [name, size] of [
  ['a phone', phone],
  ['a laptop', laptop],
] as const) {
  test(`[G11] at the desk, on ${name}: chosen, written, handed in, kept; nothing tells what is right`, async () => {
    const wire = new Wire()
    const student = await school.joins(open, 'Ada')
    const page = await school.page({ ...size, reducedMotion: 'reduce' })
    wire.listen(page)
    const url = school.server.url
    await page.context().addCookies(student.cookies.map(([name, value]) => ({ name, value, url })))
    await page.goto(`${url}/class/${open.id}`)

    const first = step(page, 'choose')
    await expect(first.getByRole('radio')).toHaveCount(3)
    await fits(page)
    await holdsAxe(page)
    // The step has the focus, and the keyboard is enough.
    await expect(first.getByRole('radio').first()).toBeFocused()
    await first.getByText('none of them').click()
    await page.keyboard.press('Enter')
    await expect(first).toHaveAttribute('data-state', 'wrong')
    await expect(first.getByTestId('step-message')).toHaveText('Not that one. Read the question once more.')
    await first.getByText('the second').click()
    await page.keyboard.press('Enter')
    await expect(first).toHaveAttribute('data-state', 'right')

    const second = step(page, 'choose2')
    await expect(second.getByText('Choose all that apply.')).toBeVisible()
    await second.getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    await expect(second.getByRole('checkbox').first()).toBeChecked()
    await page.reload()
    await expect(second.getByRole('checkbox').first()).toBeChecked()
    await second.getByRole('checkbox').first().uncheck()
    await second.getByTestId('check').click()
    await expect(second.getByTestId('step-message')).toContainText('Choose an answer first.')
    await second.getByRole('checkbox', { name: 'h >= 0' }).check()
    await second.getByRole('checkbox', { name: 'has the shape of' }).check()
    await fits(page)
    await holdsAxe(page)
    await second.getByTestId('check').click()
    await expect(second).toHaveAttribute('data-state', 'right')

    const third = step(page, 'explain')
    const text = third.getByTestId('words')
    await expect(text).toBeFocused()
    await page.keyboard.type('Its slope is 0 there.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('So is the product.')
    await expect(third.getByTestId('words-count')).toHaveText('40 of 2,000 characters')
    await page.reload()
    await expect(text).toHaveValue('Its slope is 0 there.\nSo is the product.')
    await fits(page)
    await holdsAxe(page)
    await text.press('Control+Enter')
    await expect(third).toHaveAttribute('data-state', 'answered')
    // The choices are told in full, and nothing else is told of them.
    const told = await wire.text()
    expect(told).toContain('the second, $h[2]$')
    expect(told).not.toMatch(/\$h\[2\]\$\\?" right/)
  })
}

test('on the board: read without names, marked one by one and many at once, seen by the student and on the wall', async () => {
  const seats = await Promise.all(['Ada', 'Ben', 'Cleo'].map(name => Seat.taken(school, open, name)))
  const [ada, ben, cleo] = seats as [Seat, Seat, Seat]
  for (const [seat, choice, words] of [
    [ada, 'the second, $h[2]$', 'Its slope is 0 there, so whatever arrives is multiplied by 0.'],
    [ben, 'none of them', 'I do not know.'],
    [cleo, 'the second, $h[2]$', 'Because relu cuts it off.\nA small nudge of its input changes nothing.'],
  ] as const) {
    await seat.answers('choose', [choice])
    await seat.answers('explain', [words])
  }
  const desk = await ada.page(laptop)
  const board = await school.board(open, { ...laptop, reducedMotion: 'reduce' })
  const head = (id: string) => board.locator(`[data-testid="column-head"][data-step="${id}"]`)

  await head('choose').click()
  await expect(board.locator('[data-choice="the second, $h[2]$"]')).toHaveAttribute('data-count', '2')
  await holdsAxe(board)
  await board.getByRole('button', { name: 'Close' }).click()

  await head('explain').click()
  await expect(board.getByText('Reveal its solution')).toHaveCount(0)
  await board.getByTestId('read-words').click()
  const cards = board.getByTestId('words-card')
  await expect(cards).toHaveCount(3)
  const dialog = board.getByRole('dialog', { name: 'Answers in words' })
  await expect(dialog).not.toContainText(/Ada|Ben|Cleo/)
  await holdsAxe(board)
  await board.getByRole('button', { name: 'Mark answer 2 wrong' }).click()
  await expect(cards.nth(1)).toHaveAttribute('data-mark', 'wrong')
  await board.getByText('only those to mark').click()
  await expect(cards).toHaveCount(2)
  await board.getByTestId('choose-all').click()
  await board.getByTestId('mark-all-right').click()
  await expect(board.getByText('Everything is marked.')).toBeVisible()
  await board.getByText('only those to mark').click()
  await expect(cards).toHaveCount(3)

  const card = step(desk, 'explain')
  const told = card.getByTestId('override')
  await expect(card).toBeAttached()
  // Steps fold by themselves as they are marked, maybe in the very moment in which this one is opened.
  await expect(async () => {
    if (await card.isHidden())
      await desk.locator('[data-testid="done-line"][aria-expanded="false"]').first().click()
    if (!(await told.isVisible())) await card.getByRole('button').first().click()
    await expect(told).toHaveText('Your teacher marked this right.', { timeout: 3000 })
  }).toPass({ timeout: 30_000 })

  const wall = await school.ownersPage(`/teach/class/${open.id}/projector`, {
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  })
  await board.getByRole('button', { name: 'Show answer 3 on the projector' }).click()
  const shown = wall.getByTestId('wall-words')
  await expect(shown).toContainText('A small nudge of its input changes nothing.')
  await expect(wall.getByTestId('stage')).not.toContainText(/Ada|Ben|Cleo/)
  const size = () => shown.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
  await expect.poll(size).toBeGreaterThanOrEqual(40)
  await holdsAxe(wall)
  for (const seat of seats) seat.leaves()
})

test('the longest answer fits the wall', async () => {
  const seat = await Seat.taken(school, open, 'Dora')
  const sentence = 'A unit that is off gives 0 whatever its input is, near by at least. '
  await seat.answers('explain', [sentence.repeat(29).slice(0, 2000)])
  const board = await school.remote(open)
  const version = board.state?.exercises[0]?.version ?? ''
  const on = { version, step: 'explain' }
  const reply = await board.socket.timeout(10_000).emitWithAck('answers', on)
  const answer = reply.ok ? reply.answers[0] : undefined
  const picks = [{ student: answer?.student ?? '', id: answer?.id ?? '' }]
  await board.socket
    .timeout(10_000)
    .emitWithAck('show', { scene: { what: 'answers', ...on, picks, marks: false } })
  const wall = await school.ownersPage(`/teach/class/${open.id}/projector`, {
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  })
  const shown = wall.getByTestId('wall-words')
  await expect(shown).toBeVisible()
  await expect(async () => {
    const box = await shown.boundingBox()
    expect((box?.y ?? 1080) + (box?.height ?? 0)).toBeLessThanOrEqual(1080)
    const size = await shown.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeGreaterThanOrEqual(24)
  }).toPass({ timeout: 15_000 })
  board.close()
  seat.leaves()
})
