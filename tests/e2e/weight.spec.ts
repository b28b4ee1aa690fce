import { expect, test } from '@playwright/test'
import { joins, step } from './people'
import { School } from './school'
import { type Fetched, fetchedBy, isScript, ofEveryPage, printed, settles, sum, weights } from './weight'

/** Scripts of the join page and of the desk together, over those that every page loads, as gzip makes them. */
const mostKb = 100
/** Scripts of a section of the lesson, measured in the same way; and of an item, which has the desk's cards. */
const mostKbOfText = 40
const mostKbOfItem = 100
/** Fonts of a first visit. */
const mostKbOfFonts = 120

const phone = { viewport: { width: 360, height: 740 } }

let school: School

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
})
test.afterEach(() => school.empties())
test.afterAll(() => school?.closes())

test('the first visit of a student: join page and desk weigh little', async () => {
  const { code } = await school.opensClass(['The full small network'])
  const page = await school.page(phone)
  const fetched = fetchedBy(page)
  await page.goto(`${school.server.url}/join/${code}`)
  await expect(page.getByTestId('join-submit')).toBeEnabled()
  const atTheDoor = (await fetched()).length
  await joins(page, school.server.url, code, 'Ada')
  await expect(step(page, 'z')).toBeVisible()
  await settles(page)
  const every = ofEveryPage()
  const all = await fetched()
  const own = (files: readonly Fetched[]) => files.filter(file => isScript(file) && !every.has(file.path))
  const ofEmpty = sum(all.filter(({ path }) => every.has(path)))
  const { scripts, fonts } = weights(all)
  console.log(
    printed([
      ['scripts of every page, an empty one too', ofEmpty],
      ['join page: scripts over an empty page', sum(own(all.slice(0, atTheDoor)))],
      ['desk: scripts beside it', sum(own(all.slice(atTheDoor)))],
      [`join page and desk (at most ${mostKb})`, scripts],
      [`join page and desk: fonts (at most ${mostKbOfFonts})`, fonts],
    ]),
  )
  expect(ofEmpty).toBeGreaterThan(50)
  expect(scripts).toBeLessThanOrEqual(mostKb)
  expect(fonts).toBeGreaterThan(0)
  expect(fonts).toBeLessThanOrEqual(mostKbOfFonts)
})

for (const [what, path, most] of [
  ['the contents of the lesson', '/learn', mostKbOfText],
  ['a section, "Backwards"', '/learn/backwards', mostKbOfText],
  ['a further section, "Attention"', '/learn/attention', mostKbOfText],
  ['the list of exercises', '/learn/exercises', mostKbOfItem],
  ['an exercise of the library', '/learn/exercises/full-small-network', mostKbOfItem],
] as const) {
  test(`the first visit of somebody who learns alone: ${what}`, async () => {
    const page = await school.page(phone)
    const fetched = fetchedBy(page)
    await page.goto(`${school.server.url}${path}`)
    if (path === '/learn/exercises/full-small-network') {
      await expect(page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
    } else {
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    }
    // What stands further down, and is fetched when it is near, belongs to the visit.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await settles(page)
    const { scripts, fonts } = weights(await fetched())
    console.log(
      printed([
        [`${what}: scripts over an empty page (at most ${most})`, scripts],
        [`${what}: fonts (at most ${mostKbOfFonts})`, fonts],
      ]),
    )
    expect(scripts).toBeLessThanOrEqual(most)
    expect(fonts).toBeGreaterThan(0)
    expect(fonts).toBeLessThanOrEqual(mostKbOfFonts)
  })
}

test('the whole font of formulas comes for a character that the first one lacks', async () => {
  const page = await school.page(phone)
  const fetched = fetchedBy(page)
  await page.goto(`${school.server.url}/learn/backwards`)
  await settles(page)
  const before = weights(await fetched()).fonts
  // A double-struck letter, as a teacher's own note may have it.
  await page.evaluate(() => {
    const math = document.querySelector('main math mi')
    if (math) math.textContent = '𝔸'
  })
  await expect.poll(async () => weights(await fetched()).fonts).toBeGreaterThan(before + 300)
})

test('on paper a section is light, without the ways around it, and nothing of it is cut', async () => {
  const page = await school.page({ viewport: { width: 700, height: 1000 }, colorScheme: 'dark' })
  await page.goto(`${school.server.url}/learn/backwards`)
  const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color)
  const onPaper = 'rgb(29, 33, 38)'
  await expect.poll(ink).not.toBe(onPaper)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await expect.poll(ink).toBe(onPaper)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect.poll(ink).toBe(onPaper)
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Work it out' }).filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('main math').first()).toBeVisible()
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main math, main table')]
      .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map(element => element.textContent),
  )
  expect(cut).toEqual([])
})
