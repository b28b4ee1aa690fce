import { expect, test, vi } from 'vitest'
import { studentVerdict } from '@/lib/classroom/step-record'
import { toldVerdict } from '@/lib/classroom/told-verdict'
import { buildKey, readExercise } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading'
import { CheckedStep, CheckStep, GivenHints, TakenExercise, ToldSolution, Work } from '@/lib/protocol/learn'
import { checkStep } from '@/lib/server/learn/check'
import { takeExercise } from '@/lib/server/learn/exercise'
import { hintsTo } from '@/lib/server/learn/hint'
import { rungText } from '@/lib/server/learn/rungs'
import { solutionTo } from '@/lib/server/learn/solution'
import { sentenceOf } from '@/lib/words/sentence'
import { digitsTold, secretsOf, spellings } from '../../../e2e/wire'
import { takesLong } from '../../../takes-long'
import { engineHere, given, lanes, nothing, solved, somewhere } from './asking'

vi.mock('@/lib/server/learn/rungs', async () => (await import('./asking')).rungs)

takesLong()
engineHere()

/** What a route sends: as JSON, and as the strict schemas have it. */
const sent: string[] = []
function told<T>(schema: { parse(value: unknown): T }, reply: object): T {
  sent.push(JSON.stringify(reply))
  const { ok, ...rest } = JSON.parse(JSON.stringify(reply))
  expect(ok, JSON.stringify(rest)).toBe(true)
  return schema.parse(rest)
}

test('[G11] no answer is in anything that a visitor is sent, through wrong, unreadable and right answers', async () => {
  const right = solved('unmistakable')
  const work = nothing('unmistakable')
  const here = somewhere()
  sent.length = 0
  told(TakenExercise, await takeExercise({ ...work, filled: 0 }, here))
  for (const [step, cells] of right) {
    const wrong = told(CheckedStep, await checkStep({ ...work, step, cells: cells.map(() => '0.123') }, here))
    expect(wrong.graded?.record.result?.verdict).toBe('wrong')
    expect(wrong.graded?.record.result?.mistakes).toEqual([])
    const unread = told(
      CheckedStep,
      await checkStep({ ...work, step, cells: cells.map(() => '1 1/2') }, here),
    )
    expect(unread.result.verdict).toBe('invalid')
    expect(unread.graded).toBeNull()
    expect(await solutionTo({ ...work, step, givenUp: false }, here)).toMatchObject({
      ok: false,
      code: 'closed',
    })
  }
  const bytes = sent.join('\n')
  const numbers = [...right.values()].flat()
  const secrets = secretsOf(numbers)
  expect(secrets.length).toBeGreaterThan(20)
  const found = [...secrets.flatMap(spellings), ...digitsTold(numbers)].filter(text => bytes.includes(text))
  expect(found).toEqual([])
  // What is looked for would be found: a solution that is given up holds it.
  const [first] = right.keys()
  told(ToldSolution, await solutionTo({ ...work, step: first ?? '', givenUp: true }, here))
  expect(secrets.flatMap(spellings).some(text => sent.at(-1)?.includes(text))).toBe(true)
})

test('a visitor is told what a student is: the same verdict, cells, words and why-line', async () => {
  const { source } = (await rungText('small-network', false)) ?? { source: '' }
  const read = readExercise(source)
  const key = read.ok ? buildKey(read.exercise) : null
  if (!key?.ok) throw new Error('the fixture is wrong')
  const here = somewhere()
  for (const [step, right] of solved('small-network')) {
    const tries = [right, right.map(cell => `-(${cell})`), right.map(() => '7'), right.map(() => 'seven')]
    for (const cells of tries) {
      const reply = told(CheckedStep, await checkStep({ ...nothing('small-network'), step, cells }, here))
      const { verdict } = gradeStep(key.key, step, cells, new Map())
      expect(reply.result).toEqual(studentVerdict(toldVerdict(verdict, sentenceOf)))
      if (reply.graded) expect(reply.graded.record.result).toEqual(reply.result)
    }
  }
})

test('[G4] [G5] an answer follows a wrong one, and is graded anew when that is mended or given up', async () => {
  const right = solved('small-network')
  const [dz, dW1] = ['dL/dz', 'dL/dW1']
  const here = somewhere()
  const work = nothing('small-network')
  // The gate was forgotten: what arrives at h goes through, and the outer product with x = (1, 2) follows it.
  const wrongZ = ['1.5', '6', '-0.6']
  const followed = ['1.5', '3', '6', '12', '-0.6', '-1.2']
  const first = told(CheckedStep, await checkStep({ ...work, step: dz, cells: wrongZ }, here))
  expect(first.result.verdict).toBe('wrong')
  const answers = [given(dz, wrongZ)]
  const second = told(CheckedStep, await checkStep({ ...work, answers, step: dW1, cells: followed }, here))
  expect(second.result.verdict).toBe('follows')
  expect(second.result.briefly).toBeTruthy()
  expect(second.graded?.rests).toEqual([dz])
  const both = [...answers, given(dW1, followed, second.graded?.rests)]
  const mended = await checkStep({ ...work, answers: both, step: dz, cells: right.get(dz) ?? [] }, here)
  const { graded, renewed } = told(CheckedStep, mended)
  expect(graded?.record).toMatchObject({ step: dz, best: 'right', attempt: 2, spent: 2 })
  expect(renewed.map(({ record }) => [record.step, record.result?.verdict])).toEqual([[dW1, 'wrong']])
  const gaveUp = told(
    ToldSolution,
    await solutionTo({ ...work, answers: both, step: dz, givenUp: true }, here),
  )
  expect(gaveUp.cells).toEqual(['1.5', '0', '-0.6'])
  expect(gaveUp.lines.length).toBeGreaterThan(0)
  expect(gaveUp.renewed.map(({ record }) => [record.step, record.result?.verdict])).toEqual([[dW1, 'wrong']])
  // What was given up takes no more answers.
  const late = await checkStep({ ...work, revealed: [dz], step: dz, cells: wrongZ }, here)
  expect(late).toMatchObject({ ok: false, code: 'closed' })
})

test('[G12] the same text again costs nothing', async () => {
  const work = nothing('small-network')
  const answers = [{ ...given('dL/dz', ['1', '2', '3']), attempts: 3 }]
  const again = { ...work, answers, step: 'dL/dz', cells: ['1', '2', '3'] }
  const reply = told(CheckedStep, await checkStep(again, somewhere()))
  expect(reply.graded?.record.attempt).toBe(3)
  const other = told(CheckedStep, await checkStep({ ...again, cells: ['1', '2', '4'] }, somewhere()))
  expect(other.graded?.record.attempt).toBe(4)
})

test('a solution is shown when its step is right', async () => {
  const right = solved('small-network')
  const answers = [given('dL/dz', right.get('dL/dz') ?? [])]
  const asked = { ...nothing('small-network'), answers, step: 'dL/dz', givenUp: false }
  expect(told(ToldSolution, await solutionTo(asked, somewhere())).lines.length).toBeGreaterThan(0)
  const wrong = { ...asked, answers: [given('dL/dz', ['1', '2', '3'])] }
  expect(await solutionTo(wrong, somewhere())).toMatchObject({ ok: false, code: 'closed' })
})

test('the last steps are filled in, and no other', async () => {
  const right = solved('small-network')
  const steps = [...right.keys()]
  for (const filled of [0, 1, 2, 400]) {
    const asked = { ...nothing('small-network'), filled }
    const taken = told(TakenExercise, await takeExercise(asked, somewhere()))
    const last = steps.slice(Math.max(0, steps.length - filled))
    expect(taken.filled.map(({ step }) => step)).toEqual(last)
    for (const { step, cells } of taken.filled) {
      const reply = await checkStep({ ...nothing('small-network'), step, cells }, somewhere())
      expect(told(CheckedStep, reply).result.verdict, step).toBe('right')
    }
  }
})

test('[G11] what waits for an answer is not named before; the whole is filled in, or nothing', async () => {
  const slug = 'find-the-mistake'
  const work = nothing(slug)
  const here = somewhere()
  const ids = ({ flow }: { flow: readonly { type: string; step?: { id: string } }[] }) =>
    flow.flatMap(part => part.step?.id ?? [])
  const open = told(TakenExercise, await takeExercise({ ...work, filled: 1 }, here))
  expect(open.filled).toEqual([])
  expect(open.exercise.flow.some(({ type }) => type === 'locked')).toBe(true)
  const hidden = [...solved(slug).keys()].filter(id => !ids(open.exercise).includes(id))
  expect(hidden).toContain('dL/dz')
  for (const step of hidden) {
    const no = { ok: false, code: 'not-found' }
    expect(await checkStep({ ...work, step, cells: ['1'] }, here)).toMatchObject(no)
    expect(await hintsTo({ ...work, step, nth: 1 }, here)).toMatchObject(no)
    expect(await solutionTo({ ...work, step, givenUp: true }, here)).toMatchObject(no)
  }
  const found = solved(slug).get('find.step') ?? []
  const checked = told(CheckedStep, await checkStep({ ...work, step: 'find.step', cells: found }, here))
  expect(checked.result.verdict).toBe('right')
  expect(ids(checked.exercise ?? { flow: [] })).toEqual(expect.arrayContaining(hidden))
  // The page comes back, and says what it has.
  const back = { ...work, answers: [given('find.step', found)], filled: 0 }
  expect(ids(told(TakenExercise, await takeExercise(back, here)).exercise)).toEqual(
    expect.arrayContaining(hidden),
  )
  const example = told(TakenExercise, await takeExercise({ ...work, filled: 400 }, here))
  expect(ids(example.exercise)).toEqual(expect.arrayContaining(hidden))
})

test('hints come one more at a time, and say whether there are more', async () => {
  const asked = { ...nothing('drawn', 2 ** 30), step: 'y' }
  const first = told(GivenHints, await hintsTo({ ...asked, nth: 1 }, somewhere()))
  expect(first.hints).toMatchObject({ given: ['Once.'], more: true })
  const second = told(GivenHints, await hintsTo({ ...asked, nth: 2 }, somewhere()))
  expect(second.hints).toMatchObject({ given: ['Once.', 'Twice.'], more: false })
  expect(await hintsTo({ ...asked, nth: 3 }, somewhere())).toMatchObject({ ok: false, code: 'not-found' })
})

test('every seed has its numbers; those of classes are not told', async () => {
  const seed = 2 ** 30 + 5
  const right = solved('drawn', seed).get('y') ?? []
  const reply = await checkStep({ ...nothing('drawn', seed), step: 'y', cells: right }, somewhere())
  expect(told(CheckedStep, reply).result.verdict).toBe('right')
  for (const small of [0, 1, 7, 2 ** 30 - 1, 2 ** 31]) {
    expect(Work.safeParse(nothing('drawn', small)).success).toBe(false)
    expect(CheckStep.safeParse({ ...nothing('drawn', small), step: 'y', cells: ['1'] }).success).toBe(false)
  }
  expect(Work.safeParse(nothing('drawn', seed)).success).toBe(true)
})

test('visitors stand in a lane of their own, and one address is slowed down without the others', async () => {
  lanes.length = 0
  const here = somewhere()
  const asked = { ...nothing('small-network'), step: 'dL/dz', cells: ['1', '2', '3'] }
  await checkStep(asked, here)
  await takeExercise({ ...nothing('small-network'), filled: 1 }, here)
  expect(lanes.length).toBeGreaterThan(0)
  expect(new Set(lanes)).toEqual(new Set(['visitors']))
  let refused: unknown
  for (let n = 0; n < 2000 && refused === undefined; n += 1) {
    const reply = await hintsTo({ ...nothing('drawn'), step: 'y', nth: 1 }, here)
    if (!reply.ok) refused = reply
  }
  expect(refused).toMatchObject({ code: 'too-fast', message: { id: 'learn.many' } })
  expect(await checkStep(asked, somewhere())).toMatchObject({ ok: true })
})

test('what is unknown or too long is refused in words', async () => {
  expect(await takeExercise({ ...nothing('no-such'), filled: 0 }, somewhere())).toMatchObject({
    ok: false,
    code: 'not-found',
  })
  const long = given(
    'dL/dz',
    Array.from({ length: 40 }, () => '1'.repeat(1000)),
  )
  const asked = { ...nothing('small-network'), answers: [long], step: 'dL/dz', cells: ['1', '1', '1'] }
  expect(await checkStep(asked, somewhere())).toMatchObject({ ok: false, code: 'too-large' })
  const none = { ...nothing('small-network'), step: 'no-such', cells: ['1'] }
  expect(await checkStep(none, somewhere())).toMatchObject({ ok: false, code: 'not-found' })
})

test.each([
  ['a rung whose fresh numbers stand beside it', 'square', true],
  ['a rung that draws its own', 'drawn', true],
  ['a rung with one set of numbers', 'small-network', false],
])('the worked example of %s says whether other numbers can be drawn', async (_, slug, draws) => {
  const example = told(TakenExercise, await takeExercise({ ...nothing(slug), filled: 9 }, somewhere()))
  expect(example.draws).toBe(draws)
  const own = told(TakenExercise, await takeExercise({ ...nothing(slug, 2 ** 30), filled: 0 }, somewhere()))
  expect(own.draws).toBe(draws)
})
