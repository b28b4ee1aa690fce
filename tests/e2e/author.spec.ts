import { expect, type Locator, type Page, test } from '@playwright/test'
import { classOpens, picks, serverAway } from './people'
import { School } from './school'

const file = 'title "From a file"\ngiven x = 3\ny = x + 1\nask y\n'

let school: School

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser, { expected: serverAway })
})

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

/** The editor of a new exercise, in a browser that keeps no draft of one. */
async function editor(): Promise<{ page: Page; source: Locator }> {
  const page = await school.ownersPage('/teach/exercises/new')
  const source = page.getByTestId('source')
  // Before the page's script runs, nothing can be typed.
  await expect(source).toBeEditable()
  return { page, source }
}

test('Tab indents, Ctrl+Z takes back, and Escape lets Tab leave the editor', async () => {
  const { page, source } = await editor()
  await source.click()
  await page.keyboard.type('ask z')
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  await expect(source).toHaveValue('  ask z')
  await page.keyboard.press('Control+z')
  await expect(source).toHaveValue('ask z')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(source).not.toBeFocused()
})

test('a dropped file comes in and Ctrl+Z brings back what stood there; one that is too long is told', async () => {
  const { page, source } = await editor()
  const drop = async (text: string) => {
    const dataTransfer = await page.evaluateHandle(content => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'dropped.chalk'))
      return data
    }, text)
    await page.locator('main').dispatchEvent('drop', { dataTransfer })
  }
  await source.click()
  await page.keyboard.type('ask z')
  await drop('x'.repeat(70_000))
  await expect(page.getByText('an exercise has at most 64 KiB')).toBeVisible()
  await expect(source).toHaveValue('ask z')
  await drop(file)
  await expect(source).toHaveValue(file)
  await page.keyboard.press('Control+z')
  await expect(source).toHaveValue('ask z')
  await drop(file)
  await expect(page.getByTestId('preview-step')).toHaveCount(1)
})

test('what the numbers hide is told, and numbers that hide less go in and out by Ctrl+Z', async () => {
  const { page, source } = await editor()
  const hiding = 'given h = 3\nparam w = 1\nz = w * h\nloss L = (z - 9)^2\nask dL/dz, dL/dh\n'
  await source.fill(hiding)
  await expect(page.getByTestId('lint')).toContainText('weight-forgotten')
  await page.getByTestId('use-numbers').first().click()
  await expect(source).not.toHaveValue(hiding)
  await expect(page.getByTestId('lint')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(source).toHaveValue(hiding)
  await expect(page.getByTestId('lint')).toBeVisible()
})

test('what is not saved survives a reload and the end of the server', async () => {
  const { server } = school
  const { page, source } = await editor()
  await source.fill(file)
  await expect(page.getByTestId('preview-step')).toHaveCount(1)
  await page.reload()
  await expect(source).toHaveValue(file)
  await expect(source).toBeEditable()
  await server.kill()
  await source.fill(file.replace('x + 1', 'x + 2'))
  await page.getByTestId('save-exercise').click()
  await expect(page.getByText('Not saved.')).toBeVisible()
  await server.start()
  await expect(page.getByText('no errors')).toBeVisible()
  await page.getByTestId('save-exercise').click()
  await expect(page).toHaveURL(/\/teach\/exercises\/[A-Za-z0-9_-]{22}/)
  await expect(page.getByText('version 1 saved')).toBeVisible()
  await expect(source).toHaveValue(/x \+ 2/)
})

test('a class works on what was chosen, in the order chosen', async () => {
  await school.savesExercise(file.replace('From a file', 'From another file'))
  const page = await school.ownersPage()
  await classOpens(page, 'Orders', ['Matrix multiplication', 'From another file'])
  const tabs = page.getByRole('navigation', { name: 'Exercises' }).getByRole('button')
  await expect(tabs).toContainText(['Matrix multiplication', 'From another file'])
  await picks(page, 'choose-exercises')
  await page.getByRole('button', { name: 'Move From another file up' }).click()
  await page.getByTestId('choose-save').click()
  await expect(tabs).toContainText(['From another file', 'Matrix multiplication'])
})

test('the board says that it stands still while the server is away, and goes on by itself', async () => {
  const { server } = school
  const page = await school.board(await school.opensClass(['Matrix multiplication']))
  await server.kill()
  await expect(page.getByTestId('link-lost')).toBeVisible()
  await server.start()
  await expect(page.getByTestId('link-lost')).toBeHidden({ timeout: 30_000 })
  await picks(page, 'choose-exercises')
  await expect(page.getByTestId('choose-save')).toBeEnabled()
})
