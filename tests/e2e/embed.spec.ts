import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { Learner } from './learner'
import { School } from './school'

test.describe.configure({ timeout: 180_000 })

const slug = 'relu-mask'

let school: School
/** Another site, with a page around the frame as docs/embedding.md has it. */
let site: Server
let around: string

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
  const page = `<!doctype html><html lang="en"><title>Course notes</title>
    <iframe src="${school.server.url}/embed/item/${slug}" title="Exercise" style="width:100%;height:200px;border:0"></iframe>
    <script>
      addEventListener('message', ({ data, source }) => {
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source && data.chalkgrad === 'height') frame.style.height = data.height + 'px'
      })
    </script>`
  site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page)
  })
  await new Promise<void>(listening => site.listen(0, '127.0.0.1', listening))
  around = `http://127.0.0.1:${(site.address() as AddressInfo).port}/notes.html`
})
test.afterEach(() => school.empties())
test.afterAll(async () => {
  site.close()
  await school?.closes()
})

test('a frame of another site checks answers, says how tall it is, and needs no cookies and no storage', async () => {
  const page = await school.page()
  // Browsers that keep nothing for frames of other sites.
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
  })
  const learner = new Learner(page)
  await page.goto(around)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  await expect(frame.getByTestId('open-whole')).toHaveAttribute('href', `/learn/exercises/${slug}`)
  await frame.getByTestId('begin').click()
  const card = frame.locator('[data-testid="step"][data-step="h"]')
  await expect(card.locator('[data-cell="0"]')).toBeVisible()

  const right = learner.right(slug).get('h') ?? []
  for (const [at] of right.entries()) await card.locator(`[data-cell="${at}"]`).fill('0.123')
  await card.getByTestId('check').click()
  await expect(card).toHaveAttribute('data-state', 'wrong')
  for (const [at, text] of right.entries()) await card.locator(`[data-cell="${at}"]`).fill(text)
  await card.getByTestId('check').click()
  await expect(card).toHaveAttribute('data-state', 'right')

  // The frame is as tall as what is in it.
  await expect(async () => {
    const inner = await frame.locator('html').evaluate(html => [html.scrollHeight, window.innerHeight])
    expect(inner[0]).toBe(inner[1])
    expect(inner[0]).toBeGreaterThan(200)
  }).toPass()
  expect(await page.context().cookies()).toEqual([])
})

test('what is framed has no accessibility faults in either theme', async () => {
  const page = await school.page()
  await page.goto(`${school.server.url}/embed/item/${slug}`)
  await expect(page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  expect(await faultsInBothThemes(page)).toEqual([])
})
