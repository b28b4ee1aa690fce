import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { buildKey, readExercise, solutionCells } from '@/lib/exercise'
import { lessonSource } from '../lesson-files'
import { step } from './people'
import { School } from './school'
import { Seat } from './seat'
import { batch, kernel, wide } from './sizes'

/** What a student works with stands in the first screen, on a phone and on a small laptop. */

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const laptops = [
  { width: 1280, height: 720 },
  { width: 1366, height: 650 },
]

/** Exercises, and the steps at which they are looked at. */
const works: readonly (readonly [title: string, source: string, at: readonly string[]])[] = [
  ['Matrix multiplication', lessonSource('matrix-multiplication'), ['C', 'dL/dA']],
  ['The ReLU mask', lessonSource('relu-mask'), ['dL/dz']],
  [
    'The full small network',
    lessonSource('full-small-network'),
    ['z', 'dL/dW1', 'nudge.actual', 'descend.loss'],
  ],
  ['Two layers and a batch', batch, ['Z', 'dL/dW2', 'dL/dZ']],
  ['A 3x3 convolution', kernel, ['C', 'dL/dK']],
  ['Eight inputs', wide, ['dL/dW']],
]

let school: School

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  school = await School.opens(browser)
  for (const source of [batch, kernel, wide]) await school.savesExercise(source)
})

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

function answersOf(source: string): ReadonlyMap<string, string[]> {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return new Map(built.key.steps.map(step => [step.id, solutionCells(step)]))
}

/** Looks at a student's desk at some steps, everything before each of them answered rightly. */
async function eachStep(
  { title, source, at, more = [] }: { title: string; source: string; at: readonly string[]; more?: string[] },
  look: (seat: Seat, id: string) => Promise<void>,
): Promise<void> {
  const open = await school.opensClass([title, ...more])
  const seat = await Seat.taken(school, open, 'Ada')
  const last = at.at(-1)
  for (const [id, cells] of answersOf(source)) {
    if (at.includes(id)) await look(seat, id)
    if (id === last) break
    await seat.answers(id, cells)
  }
  seat.leaves()
}

async function opened(seat: Seat, id: string, options: BrowserContextOptions): Promise<Page> {
  const page = await seat.page(options)
  await expect(step(page, id).locator('[data-cell="0"]')).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function bottomOf(page: Page, id: string, selector: string): Promise<number> {
  const box = await step(page, id).locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} of ${id} has no box`)
  return box.y + box.height
}

/** What can be scrolled inside the page, by its words. */
const scrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main *')].flatMap(element => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const sideways = element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(overflowX)
      const down = element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(overflowY)
      return sideways || down ? [element.textContent ?? ''] : []
    }),
  )

for (const [title, source, at] of works) {
  test(`${title}: on a phone, the lines and the first cell are in the first screen, and nothing inside scrolls`, async () => {
    await eachStep(
      { title, source, at, more: ['Matrix multiplication'].filter(other => other !== title) },
      async (seat, id) => {
        const page = await opened(seat, id, phone)
        await expect.poll(() => bottomOf(page, id, '[data-cell="0"]'), id).toBeLessThan(740)
        await expect.poll(() => bottomOf(page, id, '[data-testid="lines"]'), id).toBeLessThan(740)
        await expect.poll(() => scrollers(page), id).toEqual([])
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), id).toBe(360)
        const cutOff = (one: Element) => one.scrollWidth - one.clientWidth
        const name = page.getByTestId('place-line').getByRole('heading')
        await expect(name).toHaveText(title)
        await expect.poll(() => name.evaluate(cutOff), 'the name is whole').toBeLessThanOrEqual(0)
        await page.context().close()
      },
    )
  })

  test(`${title}: on a laptop, givens, lines and the cells of the step at hand are in the first screen`, async () => {
    await eachStep({ title, source, at }, async (seat, id) => {
      const page = await opened(seat, id, {})
      for (const size of laptops) {
        await page.setViewportSize(size)
        await expect(async () => {
          expect(await bottomOf(page, id, '[data-cell="0"]'), id).toBeLessThan(size.height)
          const given = await page.getByRole('list', { name: 'Given numbers' }).first().boundingBox()
          expect((given?.y ?? size.height) + (given?.height ?? 0), id).toBeLessThan(size.height)
          expect(await scrollers(page), id).toEqual([])
        }).toPass({ timeout: 15_000 })
      }
      await page.context().close()
    })
  })
}

test('a whole step of four rows fits a phone, its button with it', async () => {
  const work = { title: 'Two layers and a batch', source: batch, at: ['Z', 'H'] }
  await eachStep({ ...work, more: ['Matrix multiplication'] }, async (seat, id) => {
    const page = await opened(seat, id, phone)
    await expect.poll(() => bottomOf(page, id, '[data-testid="check"]'), id).toBeLessThan(740)
    await page.context().close()
  })
})

test('a whole step of three rows fits a phone, its buttons with it', async () => {
  const source = lessonSource('full-small-network')
  await eachStep({ title: 'The full small network', source, at: ['z', 'dL/dW1'] }, async (seat, id) => {
    const page = await opened(seat, id, phone)
    await expect.poll(() => bottomOf(page, id, '[data-testid="check"]'), id).toBeLessThan(740)
  })
})

test('done steps are one line, which opens', async () => {
  const source = lessonSource('full-small-network')
  await eachStep({ title: 'The full small network', source, at: ['dL/dyhat'] }, async seat => {
    const page = await opened(seat, 'dL/dyhat', phone)
    await expect(step(page, 'z')).toBeHidden()
    await page.getByRole('button', { name: '4 done' }).click()
    await expect(step(page, 'z')).toBeVisible()
  })
})

test('on a phone the picture opens to the full width, fits, and leads to a step', async () => {
  const source = lessonSource('full-small-network')
  await eachStep({ title: 'The full small network', source, at: ['dL/dW1'] }, async seat => {
    const page = await opened(seat, 'dL/dW1', phone)
    await expect(page.locator('[data-box]')).toHaveCount(0)
    await page.getByTestId('open-picture').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.locator('[data-box="backward W1"]')).toBeVisible()
    await expect(dialog).toContainText('neuron 2 is off')
    const boxes = () =>
      dialog
        .locator('[data-box]')
        .evaluateAll(all => Math.max(...all.map(box => box.getBoundingClientRect().right)))
    const over = () => dialog.evaluate(element => element.scrollWidth - element.clientWidth)
    await expect.poll(boxes).toBeLessThan(360)
    await expect.poll(over).toBeLessThanOrEqual(0)
    const type = () =>
      dialog
        .locator('[data-box="backward W1"]')
        .evaluate(box => Number.parseFloat(getComputedStyle(box).fontSize))
    const fitted = await type()
    await dialog.getByTestId('larger').click()
    await expect.poll(type).toBeGreaterThanOrEqual(11)
    // What is asked is in sight without a move, and nothing but the picture is moved.
    await expect(dialog.locator('[data-box="backward W1"]')).toBeInViewport({ ratio: 1 })
    await expect.poll(over).toBeLessThanOrEqual(0)
    await dialog.getByTestId('larger').click()
    await expect.poll(type).toBe(fitted)
    await dialog.locator('[data-box="backward b1"]').click()
    await expect(step(page, 'dL/db1').locator('[data-cell="0"]')).toBeVisible()
  })
})

test('a cell with a mark shows all that was typed, and a minus sign as one', async () => {
  for (const options of [phone, ...laptops.map(viewport => ({ viewport }))]) {
    const open = await school.opensClass(['A 3x3 convolution'])
    const page = await school.desk(open, 'Ada', options)
    const card = step(page, 'C')
    const typed = ['0.5000', '-0.25', '1', '0.125', '10.5', '-2', '-0.6', '3', '0.0625']
    for (const [index, text] of typed.entries()) await card.locator(`[data-cell="${index}"]`).fill(text)
    await card.getByTestId('check').click()
    await expect(card).toHaveAttribute('data-state', 'wrong')
    const cells = await card.locator('input[data-cell]').evaluateAll(all =>
      (all as HTMLInputElement[]).map(input => ({
        text: input.value,
        marked: input.dataset.verdict !== undefined,
        over: input.scrollWidth - input.clientWidth,
      })),
    )
    expect(cells.map(({ text }) => text)).toEqual(typed.map(text => text.replace('-', '−')))
    expect(cells.every(({ marked }) => marked)).toBe(true)
    expect(Math.max(...cells.map(({ over }) => over))).toBeLessThanOrEqual(0)
    await page.context().close()
  }
})

test('an answer that is longer than its cell shows its end', async () => {
  const open = await school.opensClass(['A 3x3 convolution'])
  const page = await school.desk(open, 'Ada', phone)
  const cell = step(page, 'C').locator('[data-cell="0"]')
  await cell.fill('1/2 + 1/3 + 1/4 + 1/5 + 1/6')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => cell.evaluate(input => input.scrollWidth - input.clientWidth - input.scrollLeft))
    .toBeLessThan(2)
})
