import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answers, classOpens, joins, ownerComes, step, types } from './people'
import { School } from './school'
import type { ChalkgradServer } from './server'
import { secretsOf, spellings, Wire } from './wire'

const file = 'tests/fixtures/unmistakable.chalk'
const primes = [1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049, 1051, 1061, 1063, 1069, 1087, 1091]

interface Solved {
  values: Record<string, unknown>
  gradients: Record<string, unknown>
  steps: { id: string; answer: unknown }[]
}

function solve(): Solved {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli/chalk.ts', 'solve', file])
  return JSON.parse(out.toString()) as Solved
}

const flat = (nested: unknown): string[] => (Array.isArray(nested) ? nested.flatMap(flat) : [String(nested)])

/** The same number, spelt so that neither its numerator nor its denominator stands in the text. */
function disguised(number: string): string {
  const [numerator = '0', denominator = '1'] = number.split('/')
  const third = BigInt(numerator) / 3n
  const rest = BigInt(numerator) - 3n * third
  const top = `3*${third}${rest < 0n ? '' : '+'}${rest}`
  if (denominator === '1') return top
  // The denominator as a product of two: the first few of its primes, and what is left of it.
  let first = 1n
  let left = BigInt(denominator)
  for (const prime of primes.map(BigInt)) {
    while (left % prime === 0n && first * first < left) {
      first *= prime
      left /= prime
    }
  }
  return `(${top})/${first}/${left}`
}

/** Long string literals of the engine's source that the rooms of the browser do not have as well. */
function literals(rooms: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const room of rooms) {
    for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const source = readFileSync(join(room, name), 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$|^import.*$/gm, '')
      for (const [, quoted = ''] of source.matchAll(/['`]([^'`\n$\\]{18,})['`]/g)) found.add(quoted)
    }
  }
  return found
}

let school: School
let server: ChalkgradServer
const wire = new Wire()
let student: Page

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
  server = school.server
  const teacher = await school.page()
  await ownerComes(teacher, server.teacherLink)
  await teacher.goto(`${server.url}/teach/exercises/new`)
  await teacher.getByTestId('source').fill(readFileSync(file, 'utf8'))
  await teacher.getByTestId('save-exercise').click()
  await expect(teacher).toHaveURL(/\/teach\/exercises\/[A-Za-z0-9_-]{22}/)
  const code = await classOpens(teacher, 'Secrets', ['Unmistakable'])

  student = await school.page()
  wire.listen(student)
  await joins(student, server.url, code, 'Eve')
})

test.afterAll(async () => {
  await school?.closes()
})

test('[G11] no answer is in any byte sent to a student, through wrong and right answers and a reload', async () => {
  test.setTimeout(300_000)
  const solved = solve()
  let right = 0
  for (const { id, answer } of solved.steps) {
    const numbers = flat(answer)
    await answers(
      student,
      id,
      numbers.map(() => '0.123'),
    )
    await expect(step(student, id)).toHaveAttribute('data-state', 'wrong')
    await types(
      student,
      id,
      numbers.map(() => '1 1/2'),
    )
    await step(student, id).getByTestId('check').click()
    await expect(step(student, id)).toContainText('can be read as')
    // A cell takes 200 characters; the tallest of the fractions cannot be typed at all, and are searched for all the same.
    const typed = numbers.map(disguised)
    if (typed.some(text => text.length > 200)) continue
    await answers(student, id, typed)
    await expect(step(student, id)).toHaveAttribute('data-state', 'right')
    right += 1
  }
  expect(right).toBeGreaterThan(8)
  await student.reload()
  await expect(step(student, 'dL/dW1')).toHaveAttribute('data-state', 'right')

  const everything = [...flat(Object.values(solved.values)), ...flat(Object.values(solved.gradients))]
  const secrets = secretsOf([...everything, ...solved.steps.flatMap(({ answer }) => flat(answer))])
  expect(secrets.length).toBeGreaterThan(25)
  const sent = await wire.text()
  expect(sent).toContain('Unmistakable')
  expect(sent).toContain('1/1009')
  const leaked = secrets.flatMap(spellings).filter(spelling => sent.includes(spelling))
  expect(leaked).toEqual([])
})

test('[G11] no script that a student loads holds the engine', async () => {
  await wire.text()
  const scripts = [...wire.scripts.values()].join('\n')
  expect(wire.scripts.size).toBeGreaterThan(3)
  const engine = literals(['lib/network', 'lib/exercise', 'lib/grading', 'lib/cli'])
  const browser = literals(['lib/exact', 'lib/protocol', 'lib/client', 'components', 'app'])
  const known = [...browser].filter(text => scripts.includes(text))
  expect(known.length).toBeGreaterThan(10)
  const only = [...engine].filter(text => !browser.has(text))
  expect(only.length).toBeGreaterThan(40)
  expect(only.filter(text => scripts.includes(text))).toEqual([])
})

test('[G11] a student cannot ask the routes of teachers', async () => {
  const check = await student.request.post(`${server.url}/api/teach/exercises/check`, {
    data: { source: readFileSync(file, 'utf8') },
    headers: { origin: server.url },
  })
  expect(check.status()).toBe(401)
  const page = await student.request.get(`${server.url}/teach/exercises/new`)
  expect(await page.text()).not.toContain('data-testid="source"')
})
