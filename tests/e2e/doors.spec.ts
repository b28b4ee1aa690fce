import { expect, type Locator, type Page, test } from '@playwright/test'
import { answers, boardCell, classOpens, joins, ownerComes, picks, step, types } from './people'
import { type OpenedClass, School } from './school'
import type { ChalkgradServer } from './server'

let school: School
let server: ChalkgradServer
/** A class of the test's own, the teacher at its board, its code and the board's path. */
let open: OpenedClass
let teacher: Page
let code: string
let classPath: string
/** A refusal is an HTTP status too, and the browser logs it. */
const refusals = /status of 4(00|01|03|04|09|10|13|22|29)/

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser, { expected: refusals })
  server = school.server
})

test.beforeEach(async () => {
  open = await school.opensClass(['Matrix multiplication'], 'Doors')
  code = open.code
  teacher = await school.board(open)
  classPath = new URL(teacher.url()).pathname
})

test.afterEach(async () => {
  await school?.empties()
})

test.afterAll(async () => {
  await school?.closes()
})

/** Presses what opens something else on a page that has just come: before its script runs, a press is lost. */
async function opensBy(button: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await button.click({ timeout: 3000 })
    await expect(opened).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 30_000 })
}

test('a printed link works once, and a look at it does not burn it', async ({ browser }) => {
  // A server that nobody owns yet.
  const fresh = await School.opens(browser, { expected: refusals })
  try {
    const { teacherLink } = fresh.server
    const curious = await fresh.page()
    await curious.goto(teacherLink)
    await expect(curious.getByTestId('redeem')).toBeVisible()
    await ownerComes(await fresh.page(), teacherLink)
    const late = await fresh.page()
    await late.goto(teacherLink)
    await expect(late.getByTestId('redeem')).toHaveCount(0)
    await expect(late.getByText('npm run teacher-link')).toBeVisible()
    await fresh.empties()
  } finally {
    await fresh.closes()
  }
})

test('the owner comes back from another device with name and passphrase, and not with a wrong one', async () => {
  await school.opensClass([], 'Back again')
  const other = await school.page()
  await other.goto(`${server.url}/teach`)
  await other.getByTestId('teacher-name').fill('dana')
  await other.getByTestId('teacher-passphrase').fill('wrong passphrase')
  await other.getByTestId('sign-in').click()
  await expect(other.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
  await other.getByTestId('teacher-passphrase').fill('chalk and paper')
  await other.getByTestId('sign-in').click()
  await expect(other.getByText('Back again')).toBeVisible()
})

test('an invited teacher sees a class only once named as co-teacher', async () => {
  await teacher.goto(`${server.url}/teach`)
  await teacher.getByTestId('invite').click()
  const link = await teacher
    .getByTestId('invite-link')
    .evaluate(node => (node instanceof HTMLInputElement ? node.value : (node.textContent ?? '')))
  const colleague = await school.page()
  await colleague.goto(link.trim())
  await colleague.getByTestId('teacher-name').fill('Emil')
  await colleague.getByTestId('teacher-passphrase').fill('paper and chalk')
  await colleague.getByTestId('redeem').click()
  await expect(colleague).toHaveURL(/\/teach$/)
  // The link names the address that others reach, and the colleague is signed in there.
  const theirs = new URL(colleague.url()).origin + classPath
  await colleague.goto(theirs)
  await expect(colleague.getByTestId('board')).toHaveCount(0)
  await teacher.goto(server.url + classPath)
  await picks(teacher, 'co-teachers')
  await teacher.getByRole('checkbox', { name: 'Emil' }).check()
  await expect(async () => {
    await colleague.goto(theirs)
    await expect(colleague.getByTestId('class-code').first()).toBeVisible({ timeout: 6000 })
  }).toPass({ timeout: 40_000 })
  await teacher.keyboard.press('Escape')
})

test('the first page leads a teacher to a class at work, and a visitor to the lesson', async () => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 720 },
  ]) {
    const page = await school.page({ viewport })
    await page.goto(server.url)
    for (const name of ['Start the lesson', 'See a class at work', 'I teach']) {
      await expect(page.getByRole('link', { name })).toBeInViewport({ ratio: 1 })
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    await page.getByRole('link', { name: 'See a class at work' }).click()
    await expect(page.getByRole('heading', { name: 'See a class at work' })).toBeInViewport()
    await expect(page.getByText('npm run demo')).toBeVisible()
    await expect(page.getByRole('figure')).toHaveCount(3)
    await page.getByRole('link', { name: 'Start the lesson' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Backpropagation' })).toBeVisible()
  }
})

test('the old addresses of exercises lead to where they are worked at, for good', async () => {
  const page = await school.page()
  for (const path of ['', '/relu-mask']) {
    const old = await page.request.get(`${server.url}/exercises${path}`, { maxRedirects: 0 })
    expect(old.status()).toBe(308)
    await page.goto(`${server.url}/exercises${path}`)
    await expect(page).toHaveURL(`${server.url}/learn/exercises${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  }
})

test('without JavaScript an exercise can be read and worked out on paper', async () => {
  const page = await school.page({ javaScriptEnabled: false })
  await page.goto(`${server.url}/learn/exercises/relu-mask`)
  const paper = page.getByRole('group', { name: 'The ReLU mask' })
  await expect(paper.getByRole('rowheader')).toHaveCount(3)
  await expect(paper.getByRole('link')).toHaveCount(0)
  await page.getByTestId('back-to-text').click()
  await expect(page).toHaveURL(`${server.url}/learn/backwards#turn-relu-mask`)
})

test('an invitation from the dialog of co-teachers leads to the board of this class', async () => {
  await picks(teacher, 'co-teachers')
  await teacher.getByTestId('invite').click()
  const link = new URL((await teacher.getByTestId('invite-link').textContent()) ?? '')
  await expect(teacher.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  const colleague = await school.page()
  await colleague.goto(server.url + link.pathname + link.search)
  await colleague.getByTestId('teacher-name').fill('Frieda')
  await colleague.getByTestId('teacher-passphrase').fill('paper and chalk')
  await colleague.getByTestId('redeem').click()
  await expect(colleague).toHaveURL(server.url + classPath)
  await expect(colleague.getByTestId('class-code').first()).toBeVisible()
})

test('unknown codes, endless and invisible names get a clear answer and change nothing', async () => {
  const page = await school.page()
  const alert = page.locator('[aria-invalid="true"]')
  await page.goto(`${server.url}/join`)
  await page.getByTestId('join-code').fill('2222-222')
  await page.getByTestId('join-name').fill('Zoe')
  await page.getByTestId('join-submit').click()
  await expect(alert).toHaveCount(1)
  await expect(page.getByText(/no class/i)).toBeVisible()
  await page.getByTestId('join-code').fill(code)
  for (const name of ['x'.repeat(10_000), '\u200b\u2060\u00ad', '   ']) {
    await page.getByTestId('join-name').fill(name)
    await page.getByTestId('join-submit').click()
    await expect(page.getByTestId('join-name')).toHaveAttribute('aria-invalid', 'true')
    expect(await page.getByTestId('join-code').inputValue()).toBe(code)
  }
  await expect(teacher.getByTestId('board-cell')).toHaveCount(0)
})

test('a code is checked before a name is typed, and Enter after it goes on to the name', async () => {
  const page = await school.page()
  await page.goto(`${server.url}/`)
  await page.getByTestId('join-code').fill('2222-222')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No class has this code.')).toBeVisible()
  await expect(page.getByTestId('join-code')).toBeFocused()
  await page.getByTestId('join-code').fill(code)
  await expect(page.getByTestId('class-of-code')).toBeVisible()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('join-name')).toBeFocused()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0)
})

test('somebody whose name is taken can say that it is the same person', async () => {
  const [first, again] = [await school.page(), await school.page()]
  const recovery = await joins(first, server.url, code, 'Mona')
  await again.goto(`${server.url}/join`)
  await again.getByTestId('join-code').fill(code)
  await again.getByTestId('join-name').fill('mona')
  await again.getByTestId('join-submit').click()
  await again.getByTestId('alike-me').click()
  await expect(again.getByTestId('join-code')).toHaveValue(code)
  await again.getByTestId('join-recovery').fill(recovery)
  await again.getByTestId('join-submit').click()
  await expect(again.getByTestId('whoami')).toHaveText('Mona')
})

test('two students of one name are told apart, and a recovery code goes on at another device', async () => {
  const [first, second, phone] = [await school.page(), await school.page(), await school.page()]
  await joins(first, server.url, code, 'Ada')
  await second.goto(`${server.url}/join/${code}`)
  await second.getByTestId('join-name').fill('ADA')
  await second.getByTestId('join-submit').click()
  await expect(second.getByTestId('alike')).toContainText('Ada is in this class already. Is that you?')
  await second.getByTestId('alike-another').click()
  const recovery = (await second.getByTestId('recovery-code').textContent()) ?? ''
  await second.getByTestId('to-the-desk').click()
  await expect(boardCell(teacher, 'Ada', 'dL/dA')).toBeVisible()
  await expect(boardCell(teacher, 'ADA (2)', 'dL/dA')).toBeVisible()
  await answers(second, 'dL/dA', ['15', '11', '12', '13'])
  await expect(step(second, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await phone.goto(`${server.url}/join/${code}`)
  await opensBy(phone.getByRole('button', { name: /another device/i }), phone.getByTestId('join-recovery'))
  await phone.getByTestId('join-recovery').fill(recovery.toLowerCase())
  await phone.getByTestId('join-submit').click()
  await expect(step(phone, 'dL/dA')).toHaveAttribute('data-state', 'right')
  await expect(step(first, 'dL/dA')).toHaveAttribute('data-state', 'untouched')
})

test('a shared computer says whose desk it is, and lets somebody else in', async () => {
  const shared = await school.page()
  await joins(shared, server.url, code, 'Bo')
  await shared.goto(`${server.url}/join/${code}`)
  await expect(shared.getByTestId('continue-as')).toContainText('Bo')
  await opensBy(shared.getByTestId('someone-else'), shared.getByTestId('join-name'))
  await shared.getByTestId('join-name').fill('Cy')
  await shared.getByTestId('join-submit').click()
  await shared.getByTestId('to-the-desk').click()
  await expect(shared.getByTestId('whoami')).toContainText('Cy')
})

test("a cookie of another class opens nothing, nor does a student's cookie open the board", async () => {
  const page = await school.desk(await school.opensClass(['The ReLU mask'], 'Next door'), 'Dee')
  const own = new URL(page.url()).pathname
  const id = classPath.split('/').at(-1) ?? ''
  const ownId = own.split('/').at(-1) ?? ''
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes(ownId))
  expect(cookie).toBeDefined()
  if (cookie) await page.context().addCookies([{ ...cookie, name: cookie.name.replace(ownId, id) }])
  await page.goto(server.url + own.replace(ownId, id))
  await expect(page.getByTestId('desk')).toHaveCount(0)
  await page.goto(server.url + classPath)
  await expect(page.getByTestId('board')).toHaveCount(0)
})

test('a wrong file is told at its line, a mended one previewed and saved; its notes run nothing', async () => {
  await teacher.goto(`${server.url}/teach/exercises/new`)
  const file = [
    'title "Two neurons"',
    'note "Hello <img src=x onerror=alert(1)> <script>window.hacked = 1</script> [x](javascript:alert(1)) $\\\\def\\\\a{\\\\a\\\\a}\\\\a$ $\\\\frac{1}{2}$"',
    'given x = [[1], [2]]',
    'param W = [[1, 2, 3], [4, 5, 6]]',
    'z = W @ x',
    'loss L = sum(z^2)',
    'ask z, dL/dW, shape W',
  ]
  await teacher.getByTestId('source').fill(file.join('\n'))
  const error = teacher.getByTestId('chalk-error').first()
  await expect(error).toHaveAttribute('data-line', '5')
  await expect(error).toContainText('2x3')
  await teacher
    .getByTestId('source')
    .fill(file.join('\n').replace('[[1, 2, 3], [4, 5, 6]]', '[[1, 2], [3, 4]]'))
  await expect(teacher.getByTestId('preview-step')).toHaveCount(3)
  await expect(teacher.getByTestId('chalk-error')).toHaveCount(0)
  await teacher.getByTestId('save-exercise').click()
  await expect(teacher).toHaveURL(/\/teach\/exercises\/[A-Za-z0-9_-]{22}/)
  const noted = await classOpens(teacher, 'Notes', ['Two neurons'])
  const page = await school.page()
  await joins(page, server.url, noted, 'Fay')
  await expect(page.getByText('Hello')).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await expect(page.locator('a[href^="javascript:"], img[src="x"]')).toHaveCount(0)
  await answers(page, 'z', ['5', '11'])
  await expect(step(page, 'z')).toHaveAttribute('data-state', 'right')
  await types(page, 'shape W', ['2x2'])
  await expect(step(page, 'shape W').getByTestId('echo').locator('mn')).toHaveText(['2', '2'])
})

test('a block pasted from a spreadsheet fills the grid, and the echo shows how a cell was read', async () => {
  const page = await school.desk(open, 'Gus')
  await types(page, 'dL/dA', ['3/2'])
  await expect(step(page, 'dL/dA').getByTestId('echo').locator('mfrac')).toHaveCount(1)
  await step(page, 'dL/dA').locator('[data-cell="0"]').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '15\t11\n12\t13')
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  })
  await expect(step(page, 'dL/dA').locator('[data-cell="3"]')).toHaveValue('13')
  await page.keyboard.press('Enter')
  await expect(step(page, 'dL/dA')).toHaveAttribute('data-state', 'right')
})

test('a policy without unsafe-inline scripts stands on every page, and other origins change nothing', async () => {
  for (const path of ['/', '/join', '/teach', '/nowhere']) {
    const reply = await teacher.request.get(server.url + path)
    const policy = reply.headers()['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts).toContain("'nonce-")
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(reply.headers()['referrer-policy']).toBe('no-referrer')
  }
  for (const origin of ['http://evil.example', 'null', `${server.url}.evil.example`]) {
    const reply = await teacher.request.post(`${server.url}/api/join`, {
      data: { code, name: 'Mallory' },
      headers: { origin },
    })
    expect(reply.status()).toBe(403)
  }
})

test('where motion is reduced, another theme is there at once, down to the mathematics', async () => {
  const desk = await school.desk(open, 'Ada', { reducedMotion: 'reduce' })
  await expect(desk.getByTestId('lines').locator('mi').first()).toBeVisible()
  const late = await desk.evaluate(() => {
    const color = (element: Element | null) => element && getComputedStyle(element).color
    const letter = document.querySelector('[data-testid="lines"] mi')
    return ['board', 'paper'].filter(theme => {
      document.documentElement.dataset.theme = theme
      return color(letter) !== color(document.documentElement)
    })
  })
  expect(late).toEqual([])
})
