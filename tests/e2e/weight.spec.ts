import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { joins, step } from './people'
import { School } from './school'

/** Scripts of the join page and of the desk together, over those that every page loads, as gzip makes them. */
const mostKb = 100

interface Fetched {
  readonly path: string
  readonly kb: number
}

/** Everything that a page fetches below the build's folder, in its order; nothing comes twice. */
function fetchedBy(page: Page): () => Promise<Fetched[]> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    if (/^\/_next\/static\/.*\.(js|woff2)$/.test(pathname) && !bodies.has(pathname)) {
      bodies.set(pathname, response.body())
    }
  })
  return () =>
    Promise.all(
      [...bodies].map(async ([path, body]) => ({
        path,
        // A font is compressed already.
        kb: (path.endsWith('.js') ? gzipSync(await body).length : (await body).length) / 1000,
      })),
    )
}

/** The scripts that Next puts into every page of this build. */
function ofEveryPage(): ReadonlySet<string> {
  const folder = process.env.CHALKGRAD_NEXT_DIR ?? '.next'
  const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(`${folder}/build-manifest.json`, 'utf8'),
  )
  return new Set(rootMainFiles.map(file => `/_next/${file}`))
}

const sum = (files: readonly Fetched[]) => files.reduce((total, { kb }) => total + kb, 0)

test('the first visit of a student: join page and desk weigh little', async ({ browser }) => {
  const school = await School.opens(browser)
  try {
    const { code } = await school.opensClass(['The full small network'])
    const page = await school.page({ viewport: { width: 360, height: 740 } })
    const fetched = fetchedBy(page)
    await page.goto(`${school.server.url}/join/${code}`)
    await expect(page.getByTestId('join-submit')).toBeEnabled()
    const atTheDoor = (await fetched()).length
    await joins(page, school.server.url, code, 'Ada')
    await expect(step(page, 'z')).toBeVisible()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const every = ofEveryPage()
    const all = await fetched()
    const scripts = all.filter(({ path }) => path.endsWith('.js'))
    const own = (files: readonly Fetched[]) =>
      files.filter(file => scripts.includes(file) && !every.has(file.path))
    const rows: readonly (readonly [string, number])[] = [
      ['every page', sum(scripts.filter(({ path }) => every.has(path)))],
      ['join page', sum(own(all.slice(0, atTheDoor)))],
      ['desk, beside it', sum(own(all.slice(atTheDoor)))],
      [`join page and desk (at most ${mostKb})`, sum(own(all))],
      ['fonts', sum(all.filter(file => !scripts.includes(file)))],
    ]
    console.log(rows.map(([what, kb]) => `${kb.toFixed(1).padStart(8)} KB  ${what}`).join('\n'))
    expect(sum(scripts.filter(({ path }) => every.has(path)))).toBeGreaterThan(50)
    expect(sum(own(all))).toBeLessThanOrEqual(mostKb)
    await school.empties()
  } finally {
    await school.closes()
  }
})
