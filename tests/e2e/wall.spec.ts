import { expect, type Page, test } from '@playwright/test'
import type { PollCommand } from '@/lib/protocol/poll'
import type { ShowCommand } from '@/lib/protocol/projector'
import type { SimulatedBoard } from '@/lib/simulator/board'
import { faultsOfWall } from './axe'
import { type OpenedClass, School } from './school'
import { Seat } from './seat'
import { kernel } from './sizes'

test.describe.configure({ timeout: 240_000 })

const exercises = ['Matrix multiplication', 'The ReLU mask', 'The full small network'] as const
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
] as const

let school: School
let open: OpenedClass
let board: SimulatedBoard
let wall: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  await school.savesExercise(kernel)
})

test.afterAll(async () => {
  await school?.closes()
})

/** Opens a class with its wall. */
async function opens(titles: readonly string[] = exercises): Promise<void> {
  open = await school.opensClass(titles, 'On the wall')
  board = await school.remote(open)
  wall = await school.ownersPage(`/teach/class/${open.id}/projector`, {
    viewport: sizes[0],
    reducedMotion: 'reduce',
  })
  await expect(wall.getByTestId('stage')).toBeVisible()
}

test.afterEach(async () => {
  board?.close()
  await school?.empties()
})

async function shows(command: ShowCommand): Promise<void> {
  const reply = await board.socket.timeout(10_000).emitWithAck('show', command)
  expect(reply).toEqual({ ok: true })
}

/** What stands on the wall in type below 24 px at a height of 1080, indices and powers left out. */
const small = () =>
  wall.evaluate(() => {
    const least = 24 * Math.min(window.innerWidth / 1920, window.innerHeight / 1080) * 0.999
    const stage = document.querySelector('[data-testid="stage"]')
    const found: string[] = []
    const walker = document.createTreeWalker(stage as Element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!parent || text === '' || parent.closest('.sr-only, msub > :nth-child(2), msup > :nth-child(2)'))
        continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < least) found.push(`${text} ${size}`)
    }
    return found
  })

/** How far the newest line of a worked solution, or something in it, reaches out of the window; 0 where all of it is in sight. */
const outside = () =>
  wall.evaluate(() => {
    const line = document.querySelector('[data-testid="projected-line"][aria-current]')
    const boxes = [line, ...(line?.querySelectorAll('p, math, mtd') ?? [])].map(one =>
      (one as Element).getBoundingClientRect(),
    )
    return Math.max(
      0,
      ...boxes.flatMap(({ left, top, right, bottom }) => [
        -left,
        -top,
        right - window.innerWidth,
        bottom - window.innerHeight,
      ]),
    )
  })

/** Places at which two neighbours in a row of a matrix come nearer than a quarter of their type's size. */
const touching = () =>
  wall.evaluate(() => {
    const near: string[] = []
    for (const row of document.querySelectorAll('mtr')) {
      const ends = [...row.children].map(cell => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        return {
          box: range.getBoundingClientRect(),
          size: Number.parseFloat(getComputedStyle(cell).fontSize),
        }
      })
      for (const [at, { box, size }] of ends.entries()) {
        const next = ends[at + 1]
        if (next && next.box.left - box.right < size / 4) near.push(row.textContent ?? '')
      }
    }
    return near
  })

/** The steps of an exercise with the longest worked solutions, with their lines. */
async function longest({ version, steps }: { version: string; steps: readonly { id: string }[] }) {
  const worked = await Promise.all(
    steps.map(async ({ id: step }) => {
      const reply = await board.socket.timeout(10_000).emitWithAck('worked', { version, step, seed: null })
      if (!reply.ok) throw new Error(reply.message)
      return { version, step, lines: reply.lines.length }
    }),
  )
  return worked.toSorted((a, b) => b.lines - a.lines).slice(0, 3)
}

test('the newest line of the longest worked solutions is in sight, its result too, and no columns touch', async () => {
  await opens()
  for (const exercise of board.state?.exercises ?? []) {
    for (const { version, step, lines } of await longest(exercise)) {
      await shows({ scene: { what: 'solution', version, step, seed: null, lines } })
      await expect(wall.getByTestId('projected-line')).toHaveCount(lines)
      for (const size of sizes) {
        await wall.setViewportSize(size)
        await expect.poll(outside, { message: `${step} at ${size.width}` }).toBe(0)
        await expect.poll(touching, { message: `${step} at ${size.width}` }).toEqual([])
        await expect.poll(small, { message: `${step} at ${size.width}` }).toEqual([])
      }
    }
  }
  expect(await faultsOfWall(wall)).toEqual([])
})

test('beside the grid too, and line by line', async () => {
  await opens(['The full small network'])
  for (const name of ['Ada', 'Ben', 'Cleo']) (await Seat.taken(school, open, name)).leaves()
  const version = board.state?.exercises[0]?.version ?? ''
  const scene = { what: 'solution', version, step: 'dL/dW1', seed: null } as const
  await shows({ people: 'beside', scene: { ...scene, lines: 0 } })
  await expect(wall.getByTestId('projector-quiet')).toContainText('Work it out for yourself first')
  const reply = await board.socket
    .timeout(10_000)
    .emitWithAck('worked', { version, step: scene.step, seed: null })
  const all = reply.ok ? reply.lines.length : 0
  for (let lines = 1; lines <= all; lines += 1) {
    await shows({ scene: { ...scene, lines } })
    await expect(wall.getByTestId('projected-line')).toHaveCount(lines)
    await expect.poll(outside, { message: `line ${lines}` }).toBe(0)
  }
  await expect.poll(small).toEqual([])
  await expect.poll(touching).toEqual([])
})

test('a class of 40: every row on the wall is large enough to be read, and so is all the rest', async () => {
  await opens(['The full small network'])
  const version = board.state?.exercises[0]?.version ?? ''
  const seats: Seat[] = []
  for (let at = 1; at <= 40; at += 1) seats.push(await Seat.taken(school, open, `Student ${at}`))
  await seats[0]?.answers('z', ['6/5', '-3/5', '7'])
  await seats[1]?.answers('z', ['6/5', '-3/5', '1/2'])
  for (const scene of [
    { what: 'grid', version },
    { what: 'network', version },
  ] as const) {
    for (const people of ['count', 'beside'] as const) {
      await shows({ scene, people })
      await expect(wall.getByTestId('stage')).toHaveAttribute('data-scene', scene.what)
      const grids = scene.what === 'grid' || people === 'beside'
      await expect(wall.getByTestId('projected-row').first()).toBeVisible({ visible: grids })
      await expect.poll(small, { message: `${scene.what} ${people}` }).toEqual([])
      for (const row of await wall.getByTestId('projected-row').all())
        await expect(row).toBeInViewport({ ratio: 1 })
    }
  }
  await expect(wall.getByTestId('projected-more')).toHaveText(/^and \d+ more$/)
  expect(await faultsOfWall(wall)).toEqual([])
  for (const seat of seats) seat.leaves()
})

test('while verdicts are held the wall shows how many have begun, and not that nobody is right', async () => {
  await opens(['The full small network'])
  const version = board.state?.exercises[0]?.version ?? ''
  const ada = await Seat.taken(school, open, 'Ada')
  expect(await board.socket.timeout(10_000).emitWithAck('pace', { do: 'hold' })).toEqual({ ok: true })
  await ada.answers('z', ['6/5', '-3/5', '1/2'])
  await shows({ scene: { what: 'grid', version } })
  const foot = wall.locator('[data-testid="projected-grid"] tfoot')
  await expect(foot.getByRole('rowheader')).toHaveText('% begun')
  await expect(wall.getByTestId('projected-share').first()).toHaveText('100')
  await expect(foot).not.toContainText('right')
  await board.socket.timeout(10_000).emitWithAck('pace', { do: 'open', on: null })
  await expect(foot.getByRole('rowheader')).toHaveText('% right')
  ada.leaves()
})

test('a scene that is empty says what to do', async () => {
  await opens(['The full small network'])
  const version = board.state?.exercises[0]?.version ?? ''
  const quiet = wall.getByTestId('projector-quiet')
  await shows({ scene: { what: 'grid', version } })
  await expect(quiet).toContainText('Join with the code above')
  await shows({ people: 'hidden' })
  await expect(quiet).toContainText('choose “head count”')
  await shows({ scene: { what: 'poll' } })
  await expect(quiet).toContainText('press the head of a column')
  await expect.poll(small).toEqual([])
  expect(await faultsOfWall(wall)).toEqual([])
})

test('five answers of nine numbers each are read from the back row, while the class votes and afterwards', async () => {
  await opens(['A 3x3 convolution'])
  const on = { version: board.state?.exercises[0]?.version ?? '', step: 'C' }
  const product = ['0.05', '-0.2', '0.075', '-0.4', '0.375', '-1.2', '0', '0.1', '-0.45']
  const answers = [0, 1, 2, 3].map(at => product.map((text, place) => (place === at ? '-0.625' : text)))
  for (const [at, cells] of answers.entries()) {
    const seat = await Seat.taken(school, open, `Student ${at}`)
    await seat.answers('C', cells)
    seat.leaves()
  }
  const asks = (command: PollCommand) => board.socket.timeout(10_000).emitWithAck('poll', command)
  expect(await asks({ do: 'open', on, question: 'Which?', answers, right: true })).toEqual({ ok: true })
  const entered = await board.socket.timeout(10_000).emitWithAck('enter', {})
  await shows({ scene: { what: 'poll' } })
  const options = wall.getByTestId('projected-option')
  await expect(options).toHaveCount(6)
  for (const phase of ['vote', 'shown'] as const) {
    if (phase === 'shown') await asks({ do: 'turn', poll: entered.board.poll.id, to: phase })
    await expect(wall.getByTestId('projected-poll')).toHaveAttribute('data-phase', phase)
    for (const size of sizes) {
      await wall.setViewportSize(size)
      await expect(options.locator('[data-entry]')).toHaveCount(45)
      await expect.poll(small, `${phase} ${size.width}`).toEqual([])
      for (const option of await options.all()) await expect(option).toBeInViewport({ ratio: 1 })
    }
  }
  expect(await faultsOfWall(wall)).toEqual([])
})

test('with a class of thirty nothing on the wall lies on anything else: its grid, its picture', async () => {
  await opens(['The full small network'])
  const version = board.state?.exercises[0]?.version ?? ''
  const seats: Seat[] = []
  for (let at = 1; at <= 30; at += 1) {
    const seat = await Seat.taken(school, open, `Student ${at}`)
    seats.push(seat)
    await seat.answers('z', at % 3 === 0 ? ['1', '1', '1'] : ['6/5', '-3/5', '1/2'])
    await seat.answers('yhat', at % 2 === 0 ? ['1'] : ['-0.7'])
  }
  await shows({ scene: { what: 'grid', version } })
  const more = wall.getByTestId('projected-more')
  await expect(more).toBeVisible()
  for (const size of sizes) {
    await wall.setViewportSize(size)
    await expect(async () => {
      const foot = await wall.locator('[data-testid="projected-grid"] tfoot').boundingBox()
      const line = await more.boundingBox()
      expect((foot?.y ?? 1080) + (foot?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0)
    }).toPass()
  }
  await shows({ scene: { what: 'network', version } })
  await expect(wall.getByTestId('class-picture')).toBeVisible()
  for (const people of ['count', 'beside'] as const) {
    await shows({ people })
    for (const size of sizes) {
      await wall.setViewportSize(size)
      await expect.poll(overlaps, `${people} ${size.width}`).toEqual([])
      if (people === 'count') await expect.poll(formulasInSight, `${size.width}`).toBe(4)
    }
  }
  for (const seat of seats) seat.leaves()
})

/** How many arrows have room for their label. */
const formulasInSight = () =>
  wall.evaluate(
    () =>
      [...document.querySelectorAll('[data-testid="arrow-label"]')].filter(label => {
        const inner = label.querySelector(':scope > span > span:last-child')
        return inner && inner.getBoundingClientRect().top < label.getBoundingClientRect().bottom - 1
      }).length,
  )

/** What in the class's picture lies outside of its box, or on another one; what is clipped away is not in sight. */
const overlaps = () =>
  wall.evaluate(() => {
    const inSight = (element: Element, frame: Element) => {
      const [own, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()]
      return own.top < around.bottom - 1 && own.bottom > around.top + 1 ? own : null
    }
    const found: string[] = []
    const boxes = [...document.querySelectorAll('[data-testid="class-box"]')]
    for (const label of document.querySelectorAll('[data-testid="arrow-label"]')) {
      const inner = label.querySelector(':scope > span > span:last-child')
      const own = inner && inSight(inner, label)
      if (!own) continue
      for (const box of boxes) {
        const { left, right, top, bottom } = box.getBoundingClientRect()
        if (own.left < right - 1 && own.right > left + 1 && own.top < bottom && own.bottom > top)
          found.push(`${label.textContent} on a box`)
      }
    }
    for (const box of boxes) {
      const around = box.getBoundingClientRect()
      for (const count of box.querySelectorAll('[aria-hidden] > span')) {
        const own = count.textContent === '' ? null : inSight(count, box)
        if (own && (own.left < around.left - 1 || own.right > around.right + 1))
          found.push(`${count.textContent} at ${box.getAttribute('data-step')}`)
      }
    }
    return found
  })
