import { expect, test } from '@playwright/test'
import { faultsInBothThemes } from './axe'
import { ChalkgradServer } from './server'

// The figures of the lesson: pictures as they come from the server, and answers once their scripts are there.
test.describe.configure({ timeout: 240_000 })

let server: ChalkgradServer

test.beforeAll(async () => {
  server = await ChalkgradServer.fresh()
})

test.afterAll(async () => {
  await server?.stop()
})

test('one moves a number by keyboard, and its gradients follow exactly', async ({ page }) => {
  await page.goto(`${server.url}/learn/partial-derivative`)
  const figure = page.locator('#figure-one-knob-two-slopes')
  const knob = figure.getByRole('slider', { name: 'Move' })
  await expect(knob).toBeEnabled()
  await expect(knob).toHaveAttribute('aria-valuetext', '2')
  await knob.press('ArrowLeft')
  await expect(knob).toHaveAttribute('aria-valuetext', '3/2')
  await expect(figure.getByRole('status')).toContainText('−3')
})

test('one walks back through the network, and wakes the neuron that is off', async ({ page }) => {
  await page.goto(`${server.url}/learn/backwards`)
  const figure = page.locator('#figure-walking-back')
  const knob = figure.getByRole('slider', { name: 'Move' })
  await expect(knob).toBeEnabled()
  const on = figure.getByRole('button', { name: 'One step further back' })
  await expect(figure.getByRole('status')).toContainText('Step 1 of 7')
  for (const nth of [2, 3, 4, 5]) {
    await on.click()
    await expect(figure.getByRole('status')).toContainText(`Step ${nth} of 7`)
  }
  await expect(figure.getByText('neuron 2 is off')).toHaveCount(1)
  await knob.fill('9')
  await expect(knob).toHaveAttribute('aria-valuetext', '1.8')
  await expect(figure.getByText('neuron 2 is off')).toHaveCount(0)
})

test('one moves a weight: values, gate, gradients and loss follow it exactly', async ({ page }) => {
  await page.goto(`${server.url}/learn/backwards`)
  const figure = page.locator('#figure-moving-a-weight')
  const knob = figure.getByRole('slider', { name: 'Move' })
  await expect(knob).toBeEnabled()
  await expect(knob).toHaveAttribute('aria-valuetext', '1')
  const status = figure.getByRole('status')
  await expect(status).toContainText('2.25')
  await expect(status).toContainText('(1, 0, 1)')
  await expect(figure.getByText('neuron 2 is off')).not.toHaveCount(0)
  // z2 = 2 · 1 − 1 · 2 + 0.4, so the answer falls by 2 · 0.4: the loss is (−1.5 − 0.8)².
  await knob.fill('4')
  await expect(knob).toHaveAttribute('aria-valuetext', '2')
  await expect(status).toContainText('(1, 1, 1)')
  await expect(status).toContainText('5.29')
  await expect(figure.getByText('neuron 2 is off')).toHaveCount(0)
})

test('one draws every path, and their products add up', async ({ page }) => {
  await page.goto(`${server.url}/learn/several-paths`)
  const figure = page.locator('#figure-every-path')
  const status = figure.getByRole('status')
  await expect(status).toContainText('Draw a path')
  for (const [nth, way] of [
    ['a', 'p', 'L'],
    ['a', 'L'],
    ['b', 'p', 'L'],
  ].entries()) {
    for (const node of way) {
      const on = figure.getByRole('button', { name: node, exact: true })
      await expect(on).toBeEnabled()
      await on.click()
    }
    await expect(status).toContainText(nth === 2 ? 'All 3 paths' : `${nth + 1} of 3 paths`)
  }
  await expect(status).toContainText(/18 \+ 2 \+ 36 =\s*56/)
})

test('without JavaScript each figure shows its first position whole', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/learn/backwards`)
  const figure = page.locator('#figure-walking-back')
  await expect(figure.getByRole('listitem')).toHaveCount(7)
  await expect(figure.getByRole('slider')).toHaveCount(0)
  await context.close()
})

const sections = [
  'partial-derivative',
  'one-chain',
  'several-paths',
  'product-gradients',
  'backwards',
  'one-step-downhill',
]

for (const width of [360, 1280]) {
  test(`at ${width} figures fit, and axe finds nothing in them`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    for (const section of sections) {
      await page.goto(`${server.url}/learn/${section}`)
      await expect(page.locator('[data-live="no"]')).toHaveCount(0)
      expect(await faultsInBothThemes(page, { within: 'figure' }), section).toEqual([])
      const spare = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(spare, section).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
}
