import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answers, joins, step, types } from './people'
import { type OpenedClass, School } from './school'
import { digitsTold, secretsOf, spellings, Wire } from './wire'

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

/** Long string literals in the source of rooms, or only of their files whose names pass. */
function literals(rooms: readonly string[], passes = (_name: string) => true): Set<string> {
  const found = new Set<string>()
  for (const room of rooms) {
    for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || !passes(name)) continue
      const source = readFileSync(join(room, name), 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$|^import.*$/gm, '')
      for (const [, quoted = ''] of source.matchAll(/['`]([^'`\n$\\]{18,})['`]/g)) found.add(quoted)
    }
  }
  return found
}

/** The sentences about what a cell cannot be read as: cells are read in the browser too. All others stay with the server. */
const readersSentences = /^(answer|budget|formula-answer|lexing|shape-answer)\.ts$/

let school: School

test.beforeAll(async ({ browser }) => {
  school = await School.opens(browser)
  await school.savesExercise(readFileSync(file, 'utf8'))
})

test.afterEach(() => school.empties())

test.afterAll(() => school?.closes())

const opensClass = (): Promise<OpenedClass> => school.opensClass(['Unmistakable'], 'Secrets')

/** A student who is listened to from the very first page on. */
async function overheard(): Promise<{ student: Page; wire: Wire }> {
  const { code } = await opensClass()
  const student = await school.page()
  const wire = new Wire()
  wire.listen(student)
  await joins(student, school.server.url, code, 'Eve')
  return { student, wire }
}

/** Answers a step wrongly, then unreadably, and then rightly where a cell can hold what is right; returns whether it can. */
async function triesEverything(student: Page, { id, answer }: Solved['steps'][number]): Promise<boolean> {
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
  // The tallest of the fractions cannot be typed at all: a cell takes 200 characters, and longer ones are told by digits.
  if (numbers.some(number => number.startsWith('~'))) return false
  const typed = numbers.map(disguised)
  if (typed.some(text => text.length > 200)) return false
  await answers(student, id, typed)
  await expect(step(student, id)).toHaveAttribute('data-state', 'right')
  return true
}

test('[G11] no answer is in any byte sent to a student, through wrong and right answers and a reload', async () => {
  test.setTimeout(300_000)
  const { student, wire } = await overheard()
  const solved = solve()
  let right = 0
  for (const asked of solved.steps) if (await triesEverything(student, asked)) right += 1
  expect(right).toBeGreaterThan(8)
  await student.reload()
  await expect(step(student, 'dL/dW1')).toHaveAttribute('data-state', 'right')

  const everything = [...flat(Object.values(solved.values)), ...flat(Object.values(solved.gradients))]
  everything.push(...solved.steps.flatMap(({ answer }) => flat(answer)))
  const secrets = secretsOf(everything)
  expect(secrets.length).toBeGreaterThan(25)
  const sent = await wire.text()
  expect(sent).toContain('Unmistakable')
  expect(sent).toContain('1/1009')
  const spelt = [...secrets.flatMap(spellings), ...digitsTold(everything)]
  const leaked = spelt.filter(spelling => sent.includes(spelling))
  expect(leaked).toEqual([])
})

test('[G11] no script that a student loads holds the engine', async () => {
  const { student, wire } = await overheard()
  const [first] = solve().steps
  if (!first) throw new Error('the exercise asks for nothing')
  expect(await triesEverything(student, first)).toBe(true)
  await student.reload()
  await expect(step(student, first.id)).toHaveAttribute('data-state', 'right')
  await wire.text()
  const scripts = [...wire.scripts.values()].join('\n')
  expect(wire.scripts.size).toBeGreaterThan(3)
  const engine = literals(['lib/network', 'lib/exercise', 'lib/grading', 'lib/cli'])
  const browser = literals(['lib/exact', 'lib/language', 'lib/protocol', 'lib/client', 'components', 'app'])
  const known = [...browser].filter(text => scripts.includes(text))
  expect(known.length).toBeGreaterThan(10)
  const only = [...engine].filter(text => !browser.has(text))
  expect(only.length).toBeGreaterThan(40)
  expect(only.filter(text => scripts.includes(text))).toEqual([])
  const sentences = literals(['lib/words/en'], name => !readersSentences.test(name))
  // Ids have no blanks; those of the lexer that the browser has too are no sentences.
  const server = [...sentences].filter(text => text.includes(' ') && !browser.has(text))
  expect(server.length).toBeGreaterThan(400)
  expect(server.filter(text => scripts.includes(text))).toEqual([])
})

test('[G11] a student cannot ask the routes of teachers', async () => {
  const { url } = school.server
  const student = await school.desk(await opensClass(), 'Eve')
  const check = await student.request.post(`${url}/api/teach/exercises/check`, {
    data: { source: readFileSync(file, 'utf8') },
    headers: { origin: url },
  })
  expect(check.status()).toBe(401)
  const page = await student.request.get(`${url}/teach/exercises/new`)
  expect(await page.text()).not.toContain('data-testid="source"')
})
