import { expect, type Locator, type Page } from '@playwright/test'

/** Any console error or uncaught exception of a page fails the test that opened it. */
export function watch(page: Page, errors: string[], expected: RegExp = /a^/): void {
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text())
  })
}

/**
 * What the browser itself logs while the server is away, or when the server's end cut an answer short. Anything else
 * that it logs is our fault.
 */
export const serverAway =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|WebSocket connection to/

export async function ownerComes(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByTestId('teacher-name').fill('Dana')
  await page.getByTestId('teacher-passphrase').fill('chalk and paper')
  await page.getByTestId('redeem').click()
  await expect(page).toHaveURL(/\/teach$/)
}

/** Opens a class that works on the exercises with these titles, with the numbers of the lesson; returns its code as shown. */
export async function classOpens(page: Page, title: string, exercises: readonly string[]): Promise<string> {
  await page.goto(new URL('/teach', page.url()).href)
  await page.getByTestId('class-title').fill(title)
  await page.getByTestId('open-class').click()
  await expect(page.getByTestId('class-code')).toBeVisible()
  await page.getByTestId('choose-first').click()
  for (const exercise of exercises) await page.getByRole('checkbox', { name: exercise }).check()
  await page.getByTestId('own-numbers').uncheck()
  await page.getByTestId('choose-save').click()
  await expect(page.getByTestId('choose-save')).toBeHidden()
  return (await page.getByTestId('class-code').first().textContent())?.trim() ?? ''
}

/** Joins and returns the recovery code that the student is told to note. */
export async function joins(page: Page, origin: string, code: string, name: string): Promise<string> {
  await page.goto(`${origin}/join/${code}`)
  await page.getByTestId('join-name').fill(name)
  await page.getByTestId('join-submit').click()
  const recovery = (await page.getByTestId('recovery-code').textContent())?.trim() ?? ''
  await page.getByTestId('to-the-desk').click()
  await deskOpens(page)
  return recovery
}

/** Waits for what the desk shows: its page stands before the class has said what is on it. */
export async function deskOpens(page: Page): Promise<void> {
  await expect(page.getByTestId('desk')).toHaveAttribute('data-phase', /open|ended/)
}

/** Picks an item of the board's menu, or of another of its menus. */
export async function picks(teacher: Page, item: string, menu = 'class-menu'): Promise<void> {
  await teacher.getByTestId(menu).click()
  await teacher.getByTestId(item).click()
}

export function step(page: Page, id: string): Locator {
  return page.locator(`[data-testid="step"][data-step="${id}"]`)
}

/** Opens a step if it is folded, and fills its cells in row-major order. */
export async function types(page: Page, id: string, cells: readonly string[]): Promise<void> {
  const card = step(page, id)
  const first = card.locator('[data-cell="0"]')
  await expect(card).toBeAttached()
  // A right answer unfolds the next step by itself, maybe in the very moment in which this would.
  await expect(async () => {
    // Done steps are folded into one line.
    if (await card.isHidden())
      await page.locator('[data-testid="done-line"][aria-expanded="false"]').first().click()
    if (!(await first.isVisible())) await card.getByRole('button').first().click()
    await expect(first).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 30_000 })
  for (const [index, text] of cells.entries()) await card.locator(`[data-cell="${index}"]`).fill(text)
}

export async function answers(page: Page, id: string, cells: readonly string[]): Promise<void> {
  await types(page, id, cells)
  await step(page, id).getByTestId('check').click()
}

export function boardCell(page: Page, student: string, id: string): Locator {
  return page.locator(`[data-testid="board-cell"][data-student="${student}"][data-step="${id}"]`)
}
