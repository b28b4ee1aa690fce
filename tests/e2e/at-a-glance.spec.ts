import { type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test'
import { boardCell, picks } from './people'
import { type OpenedClass, School } from './school'
import { Seat } from './seat'

// Where things stand on a teacher's board and on the history page, at the sizes at which they are used.

let school: School
const seats: Seat[] = []
const laptop = { width: 1280, height: 720 }
const wide = { width: 1920, height: 1080 }
const right = ['8', '23', '11', '17']
const wrong = ['8', '23', '11', '18']

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
})

test.afterEach(async () => {
  for (const seat of seats.splice(0)) seat.leaves()
  await school?.empties()
})

test.afterAll(() => school?.closes())

async function sits(open: OpenedClass, name: string, title?: string): Promise<Seat> {
  const seat = await Seat.taken(school, open, name, title)
  seats.push(seat)
  return seat
}

async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible()
  const box = await locator.boundingBox()
  if (!box) throw new Error('it has no box')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

/** A page takes a moment to fit a new size or what has just come: what holds then is asked for until it does. */
const settled = (holds: () => Promise<void>) => expect(holds).toPass({ timeout: 15_000 })

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const tab = (board: Page, title: string) => board.getByTestId('exercise-tab').filter({ hasText: title })
const head = (board: Page, step: string) => board.locator(`[data-testid="column-head"][data-step="${step}"]`)

test('the head is one row at 1280, and little stands above the first student', async () => {
  const open = await school.opensClass(['Matrix multiplication', 'The ReLU mask', 'The full small network'])
  await sits(open, 'Ada')
  const ben = await sits(open, 'Ben')
  const board = await school.board(open, { viewport: laptop })
  await expect(board.getByText('2 here', { exact: true })).toBeVisible()
  ben.leaves()
  await board.getByTestId('pause').click()
  await expect(board.getByText('paused', { exact: true })).toBeVisible()
  await expect(board.getByText('1 gone', { exact: true })).toBeVisible()
  for (const size of [laptop, { width: 1366, height: 650 }, wide]) {
    await board.setViewportSize(size)
    await settled(async () => {
      const banner = await boxOf(board.getByRole('banner'))
      expect(banner.height).toBeLessThan(64)
      for (const id of ['class-code', 'pause', 'release-menu', 'open-show', 'message', 'class-menu']) {
        const box = await boxOf(board.getByTestId(id))
        expect(box.bottom, id).toBeLessThanOrEqual(banner.bottom)
        expect(box.right, id).toBeLessThanOrEqual(size.width)
      }
      expect((await boxOf(board.locator('[data-row]').first())).y).toBeLessThan(190)
      expect(await sideways(board)).toBeLessThanOrEqual(0)
    })
  }
})

test('with a question under way, a pause and a countdown too, nothing of the head leaves the page', async () => {
  const open = await school.opensClass(['Matrix multiplication', 'The ReLU mask', 'The full small network'])
  const [ada, ben] = [await sits(open, 'Ada'), await sits(open, 'Ben')]
  await ada.answers('C', wrong)
  await ben.answers('C', ['8', '11', '23', '17'])
  const remote = await school.remote(open)
  const version = remote.state?.exercises[0]?.version ?? ''
  const on = { version, step: 'C' }
  const done = { ok: true }
  const answers = [wrong, ['8', '11', '23', '17']]
  const poll = { do: 'open', on, question: 'Which?', answers, right: false } as const
  expect(await remote.socket.timeout(10_000).emitWithAck('poll', poll)).toEqual(done)
  const time = { do: 'time', ms: 600_000, on } as const
  expect(await remote.socket.timeout(10_000).emitWithAck('pace', time)).toEqual(done)
  remote.close()
  const board = await school.board(open, { viewport: laptop })
  await board.getByTestId('pause').click()
  await expect(board.getByText('paused', { exact: true })).toBeVisible()
  for (const size of [laptop, { width: 1366, height: 650 }, { width: 360, height: 740 }]) {
    await board.setViewportSize(size)
    await settled(async () => {
      const banner = await boxOf(board.getByRole('banner'))
      for (const id of ['pause', 'release-menu', 'open-show', 'message', 'class-menu', 'poll-mark']) {
        const box = await boxOf(board.getByTestId(id))
        expect(box.right, `${id} at ${size.width}`).toBeLessThanOrEqual(size.width)
        expect(box.bottom, `${id} at ${size.width}`).toBeLessThanOrEqual(banner.bottom + 1)
      }
      expect(await sideways(board)).toBeLessThanOrEqual(0)
    })
  }
})

test('keys stand beside what they do where there is a keyboard, and not on a touch screen', async () => {
  const open = await school.opensClass(['Matrix multiplication'])
  const keys = async (options: BrowserContextOptions) => {
    const board = await school.board(open, options)
    await board.getByTestId('class-menu').click()
    const item = board.locator('[role^="menuitem"][aria-keyshortcuts]').first()
    const key = (await item.getAttribute('aria-keyshortcuts')) ?? ''
    return { item, key: item.getByText(key, { exact: true }) }
  }
  const withKeyboard = await keys({ viewport: laptop })
  await expect(withKeyboard.key).toBeVisible()
  const byTouch = await keys({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true })
  await expect(byTouch.item).toBeVisible()
  await expect(byTouch.key).toBeHidden()
})

test('on a phone nothing of the board stands beside the page', async () => {
  const open = await school.opensClass(
    ['The full small network', 'Matrix multiplication', 'The ReLU mask'],
    'A class with a long title',
  )
  await (await sits(open, 'Ada', 'The ReLU mask')).answers('h', ['1', '1', '1', '1'])
  const board = await school.board(open, { viewport: { width: 360, height: 740 } })
  await expect(board.getByText('1 here', { exact: true })).toBeVisible()
  // The row of tabs has no room for all three, and moves to the one where the class is.
  await expect(tab(board, 'The ReLU mask')).toHaveAttribute('aria-current', 'page')
  // But for a fraction of a pixel.
  await expect(tab(board, 'The ReLU mask')).toBeInViewport({ ratio: 0.99 })
  await expect(tab(board, 'The full small network')).not.toBeInViewport({ ratio: 0.99 })
  await settled(async () => {
    expect(await sideways(board)).toBeLessThanOrEqual(0)
    for (const id of ['pause', 'release-menu', 'open-show', 'message', 'class-menu']) {
      expect((await boxOf(board.getByTestId(id))).right, id).toBeLessThanOrEqual(360)
    }
  })
  await board.getByTestId('pause').click()
  await expect(board.getByText('paused', { exact: true })).toBeVisible()
  await expect.poll(() => sideways(board)).toBeLessThanOrEqual(0)
  await board.getByTestId('class-menu').click()
  const items = await board
    .getByRole('menuitem')
    .evaluateAll(all =>
      all.map(item => `${getComputedStyle(item).paddingLeft} ${getComputedStyle(item).fontSize}`),
    )
  expect(items.length).toBeGreaterThan(5)
  expect(new Set(items).size, 'all items of the menu look alike').toBe(1)
})

test('on a phone the answers that a question is made of show their numbers, beside however long a name of a mistake', async () => {
  const open = await school.opensClass(['The full small network'])
  const answers = { z: ['6/5', '-3/5', '1/2'], h: ['6/5', '-3/5', '1/2'] }
  for (const name of ['Ada', 'Ben', 'Cleo']) {
    const seat = await sits(open, name)
    await seat.answers('z', answers.z)
    // One way of being wrong has a name, the other has none.
    await seat.answers('h', name === 'Cleo' ? ['7', '7', '7'] : answers.h)
  }
  const board = await school.board(open, { viewport: { width: 360, height: 740 } })
  await head(board, 'h').click()
  await board.getByTestId('ask').click()
  const offered = board.getByTestId('wrong-answer')
  await expect(offered).toHaveCount(2)
  await expect(offered.first()).toContainText('Left out the relu')
  for (const answer of await offered.all()) {
    await settled(async () => {
      const [whole, numbers] = [await boxOf(answer), await boxOf(answer.locator('.matrix-brackets'))]
      expect(numbers.width).toBeGreaterThan(20)
      expect(numbers.right).toBeLessThanOrEqual(whole.right)
      expect(await answer.evaluate(one => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
    })
  }
})

test('the board opens where the class is; tabs and heads count; a hand says where it is', async () => {
  const open = await school.opensClass(['The ReLU mask', 'Matrix multiplication'])
  const early = await school.board(open, { viewport: laptop })
  await expect(tab(early, 'The ReLU mask')).toHaveAttribute('aria-current', 'page')
  const ada = await sits(open, 'Ada', 'Matrix multiplication')
  await ada.answers('C', right)
  const board = await school.board(open, { viewport: laptop })
  await expect(tab(board, 'Matrix multiplication')).toHaveAttribute('aria-current', 'page')
  await expect(tab(board, 'Matrix multiplication').locator('[data-here="1"]')).toBeVisible()
  // It is at the step after the one that is right, and three times the same makes it stuck there.
  const next = head(board, 'dL/dA[1,2]')
  await expect(next.locator('[data-here="1"]')).toBeVisible()
  for (const spelling of ['5', '5.0', '5.00']) await ada.answers('dL/dA[1,2]', [spelling])
  await expect(next.locator('[data-stuck="1"]')).toBeVisible()
  await expect(next).toHaveAttribute('title', /1 here now, 1 stuck/)
  await ada.raisesHand()
  await expect(board).toHaveTitle(/^1 hand up · /)
  await tab(board, 'The ReLU mask').click()
  await board.getByTestId('hand-step').click()
  await expect(tab(board, 'Matrix multiplication')).toHaveAttribute('aria-current', 'page')
  await expect(board.getByTestId('attempts-panel').getByTestId('attempt')).toHaveCount(3)
  await board.getByRole('button', { name: 'Lower the hand of Ada' }).click()
  await expect(board).not.toHaveTitle(/hand up/)
})

test('at a cell: a hint, the desk, the projector, the next student; at a mistake: a hint to all who make it', async () => {
  const open = await school.opensClass(['Matrix multiplication'])
  const transposed = ['15', '12', '11', '13']
  for (const name of ['Ada', 'Ben']) await (await sits(open, name)).answers('dL/dA', transposed)
  const board = await school.board(open, { viewport: laptop })
  await boardCell(board, 'Ada', 'dL/dA').click()
  const panel = board.getByTestId('attempts-panel')
  await expect(panel.getByTestId('attempt')).toHaveCount(1)
  await panel.getByTestId('cell-show').click()
  await expect(panel.getByText('on the projector')).toBeVisible()
  await panel.getByRole('button', { name: 'Next student: Ben' }).click()
  await expect(panel).toHaveAccessibleName(/What Ben typed/)
  await panel.getByTestId('cell-desk').click()
  await expect(board.getByTestId('student-desk')).toBeVisible()
  await board.keyboard.press('Escape')
  await panel.getByTestId('cell-hint').click()
  await expect(board.getByRole('dialog')).toContainText('Ben')
  await expect(board.getByTestId('message-text')).not.toHaveValue('')
  await board.keyboard.press('Escape')
  const line = board.getByTestId('mistake-line')
  await line.getByRole('button').first().click()
  await line.getByTestId('mistake-show').click()
  await picks(board, 'show-code')
  await board.keyboard.press('Escape')
  await line.getByTestId('mistake-hint').click()
  await expect(board.getByRole('dialog')).toContainText('transpose')
  await board.getByTestId('message-send').click()
  await expect(board.getByTestId('sent-message')).toHaveCount(1)
  await expect(board.getByTestId('sent-message')).toContainText('Ada and Ben')
})

test('a long list of mistakes scrolls in its own panel', async () => {
  const open = await school.opensClass(['The full small network'])
  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ['dL/dyhat', ['-1.5']],
    ['dL/db2', ['3']],
    ['dL/dz', ['1.5', '6', '-0.6']],
  ]
  for (const name of ['Ada', 'Ben']) {
    const seat = await sits(open, name)
    for (const [step, cells] of mistakes) await seat.answers(step, cells)
  }
  const board = await school.board(open, { viewport: { width: 1280, height: 320 } })
  await expect(board.getByTestId('mistake-line')).toHaveCount(mistakes.length)
  const list = board.getByTestId('mistakes').getByRole('list').first()
  await settled(async () => {
    expect(
      await list.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    ).toBeGreaterThan(0)
    expect((await boxOf(board.getByTestId('mistakes'))).bottom).toBeLessThanOrEqual(320)
    await board.getByTestId('mistake-line').last().scrollIntoViewIfNeeded()
    expect((await boxOf(board.getByRole('heading', { name: /^Mistakes now/ }))).y).toBeGreaterThan(0)
    expect(await board.evaluate(() => window.scrollY)).toBe(0)
  })
})

test('hidden names are on no part of the board, also after a reload', async () => {
  const open = await school.opensClass(['Matrix multiplication'])
  const transposed = ['15', '12', '11', '13']
  for (const name of ['Ada', 'Ben']) await (await sits(open, name)).answers('dL/dA', transposed)
  const board = await school.board(open, { viewport: laptop })
  await expect(boardCell(board, 'Ada', 'dL/dA')).toBeVisible()
  await board.keyboard.press('h')
  await expect(boardCell(board, 'Student 1', 'dL/dA')).toBeVisible()
  await board.reload()
  await boardCell(board, 'Student 2', 'dL/dA').click()
  await board.getByTestId('mistake-line').getByRole('button').first().click()
  await expect(board.getByTestId('typed').first()).toContainText('Student')
  expect(await board.content()).not.toMatch(/\b(Ada|Ben)\b/)
})

test('few steps use the whole width; the network’s counts are read from afar, without a bar to sort', async () => {
  const open = await school.opensClass(['Matrix multiplication', 'The full small network'])
  await (await sits(open, 'Ada')).answers('C', wrong)
  const board = await school.board(open, { viewport: wide })
  await settled(async () => {
    const grid = await boxOf(board.getByTestId('board'))
    const last = await boxOf(head(board, 'dL/dB'))
    const sheet = await board.getByTestId('board').evaluate(table => table.parentElement?.clientWidth ?? 0)
    expect(grid.width).toBeGreaterThan(sheet - 16)
    expect(last.right).toBeGreaterThan(grid.right - 4)
  })
  for (const title of ['Matrix multiplication', 'The full small network']) {
    await tab(board, title).click()
    await board.getByRole('button', { name: 'Network', exact: true }).click()
    await expect(board.getByTestId('class-picture')).toBeVisible()
    await expect(board.getByTestId('order')).toHaveCount(0)
    const counts = board.getByTestId('class-picture').locator('[data-testid="class-box"] span.font-semibold')
    await expect(counts.first()).toBeAttached()
    const smallest = () =>
      counts.evaluateAll(all =>
        Math.min(...all.map(one => Number.parseFloat(getComputedStyle(one).fontSize))),
      )
    await expect.poll(smallest, title).toBeGreaterThanOrEqual(24)
    await board.getByRole('button', { name: 'Grid', exact: true }).click()
  }
})

test('the history fits a phone, its top is one screen, and its tables line up', async () => {
  const open = await school.opensClass(['Matrix multiplication', 'The ReLU mask'])
  const [ada, ben] = [await sits(open, 'Ada'), await sits(open, 'Ben')]
  const transposed = ['15', '12', '11', '13']
  for (const seat of [ada, ben]) await seat.answers('dL/dA', transposed)
  await ada.answers('dL/dA', ['15', '11', '12', '13'])
  const phone = { width: 360, height: 740 }
  const rowHeights = (of: Page) =>
    of.getByTestId('step-row').evaluateAll(all => all.map(one => one.getBoundingClientRect().height))
  const page = await school.ownersPage(`/teach/class/${open.id}/history`, { viewport: phone })
  await expect(page.getByTestId('replay')).toBeVisible()
  await expect(page.getByTestId('step-row').first()).toBeVisible()
  expect(Math.max(...(await rowHeights(page))), 'a step is a few lines').toBeLessThan(130)
  const bars = await page
    .getByTestId('step-row')
    .locator('[data-count="right"]')
    .evaluateAll(all => all.map(one => Math.round(one.getBoundingClientRect().right)))
  expect(new Set(bars).size, 'every bar has a line of its own').toBe(1)
  for (const size of [phone, laptop, { width: 1366, height: 650 }, wide]) {
    await page.setViewportSize(size)
    await settled(async () => {
      expect(await sideways(page), String(size.width)).toBeLessThanOrEqual(0)
      const replay = await boxOf(page.getByTestId('replay'))
      expect(replay.bottom, String(size.width)).toBeLessThanOrEqual(size.height)
      for (const name of ['Ada', 'Ben']) {
        const cell = await boxOf(boardCell(page, name, 'C'))
        expect(cell.bottom).toBeLessThan((await boxOf(page.getByTestId('time-slider'))).y)
      }
      const scrollers = await page
        .locator('[data-testid="step-statistics"] section, [data-testid="mistake-statistics"] section')
        .evaluateAll(all => all.map(one => one.scrollWidth - one.clientWidth))
      expect(Math.max(...scrollers), 'no table is cut').toBeLessThanOrEqual(0)
    })
  }
  // The same column of both exercises stands at the same place, under its head.
  const rows = page.getByTestId('step-row')
  const answered = await rows
    .locator('[data-count="answered"]')
    .evaluateAll(all => all.map(one => Math.round(one.getBoundingClientRect().right)))
  expect(new Set(answered).size).toBe(1)
  const heads = await page
    .getByTestId('step-statistics')
    .getByRole('columnheader', { name: 'answered' })
    .evaluateAll(all => all.map(one => Math.round(one.getBoundingClientRect().right)))
  expect(new Set(heads)).toEqual(new Set(answered))
})
