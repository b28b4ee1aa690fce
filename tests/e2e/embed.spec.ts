import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { Learner } from './learner'
import { School } from './school'

test.describe.configure({ timeout: 180_000 })

const slug = 'relu-mask'

let school: School
/** Another site: at each path a page around the frame of that path, as docs/embedding.md has it. */
let site: Server
let around: string

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
  const page = (path: string) => `<!doctype html><html lang="en"><title>Course notes</title>
    <iframe src="${school.server.url}/embed${path}" title="Embedded" style="width:100%;height:200px;border:0"></iframe>
    <script>
      addEventListener('message', ({ data, source }) => {
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source && data.chalkgrad === 'height') frame.style.height = data.height + 'px'
      })
    </script>`
  site = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page(url))
  })
  await new Promise<void>(listening => site.listen(0, '127.0.0.1', listening))
  around = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
test.afterEach(() => school.empties())
test.afterAll(async () => {
  site.close()
  await school?.closes()
})

/** Browsers that keep nothing for frames of other sites. */
async function keepsNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
  })
}

/** The frame is as tall as what is in it. */
async function fits(frame: FrameLocator): Promise<void> {
  await expect(async () => {
    const inner = await frame.locator('html').evaluate(html => [html.scrollHeight, window.innerHeight])
    expect(inner[0]).toBe(inner[1])
    expect(inner[0]).toBeGreaterThan(200)
  }).toPass()
}

test('a frame of another site checks answers, says how tall it is, and needs no cookies and no storage', async () => {
  const page = await school.page()
  await keepsNothing(page)
  const learner = new Learner(page)
  await page.goto(`${around}/item/${slug}`)
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

  await fits(frame)
  expect(await page.context().cookies()).toEqual([])
})

test('a figure in a frame of another site answers, and needs no cookies and no storage', async () => {
  const page = await school.page()
  await keepsNothing(page)
  await page.goto(`${around}/figure/waking-a-neuron`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Waking a neuron' })).toBeVisible()
  await expect(frame.getByTestId('open-whole')).toHaveAttribute(
    'href',
    '/learn/backwards#figure-waking-a-neuron',
  )
  const knob = frame.getByRole('slider', { name: 'Move' })
  await expect(knob).toBeEnabled()
  await expect(frame.getByText('The neuron is off')).toBeVisible()
  await knob.fill('20')
  await expect(knob).toHaveAttribute('aria-valuetext', '2')
  await expect(frame.getByText('The neuron is on')).toBeVisible()
  await fits(frame)
  expect(await page.context().cookies()).toEqual([])
})

test('without scripts a framed figure shows its first position', async () => {
  const page = await school.page({ javaScriptEnabled: false })
  await page.goto(`${around}/figure/moving-a-weight`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('status')).toContainText('2.25')
  await expect(frame.getByText('neuron 2 is off').first()).toBeVisible()
  await expect(frame.getByRole('slider')).toHaveCount(0)
})

test('a figure of the lesson leads to its own address, which says what it is', async () => {
  const page = await school.page()
  await page.goto(`${school.server.url}/learn/backwards`)
  await page.getByRole('link', { name: 'Embed: Waking a neuron' }).click()
  await expect(page).toHaveURL(`${school.server.url}/embed/figure/waking-a-neuron`)
  const oembed = await page.locator('link[type="application/json+oembed"]').getAttribute('href')
  const answer = await page.request.get(oembed ?? '')
  expect(await answer.json()).toMatchObject({ type: 'rich', title: 'Waking a neuron' })
})

test('what is framed has no accessibility faults in either theme', async () => {
  const page = await school.page()
  await page.goto(`${school.server.url}/embed/item/${slug}`)
  await expect(page.getByTestId('item')).toHaveAttribute('data-phase', 'open')
  expect(await faultsInBothThemes(page)).toEqual([])
})
