import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildKey, readExercise, solveReport } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { PublicExercise } from '@/lib/protocol/exercise'
import { ExerciseLint } from '@/lib/protocol/lint'
import { answer } from '@/lib/server/workers/answer'
import { piecesOf } from '@/lib/words/text'

describe.each(builtIn)('$file', ({ file, order }) => {
  const version = `v00000000000000000000${order}`
  const source = readFileSync(join('lib', 'lessons', file), 'utf8')

  test('the view fits the strict schema and holds no answer', () => {
    const prepared = answer({ job: 'prepare', version, source })
    const locks = /^trace /m.test(source) ? [{ until: ['find.step'] }] : []
    expect(prepared).toMatchObject({ view: expect.anything(), locks, draws: expect.any(Boolean) })
    const { view, hints } = prepared as { view: unknown; hints: [string, string[]][] }
    for (const text of hints.flatMap(([, texts]) => texts)) {
      expect(JSON.stringify(view)).not.toContain(JSON.stringify(text))
    }
    expect(PublicExercise.parse(view)).toEqual(view)
    expect(JSON.stringify(view)).not.toMatch(/"answer"/)
  })

  test('[G10] every right answer is right, and again, and what is left empty is not graded', () => {
    const read = readExercise(source)
    const key = read.ok ? buildKey(read.exercise) : null
    if (!key?.ok) throw new Error('the built-in exercise is wrong')
    const report = JSON.parse(JSON.stringify(solveReport(key.key))) as {
      steps: { id: string; answer: unknown }[]
    }
    for (const { id, answer: right } of report.steps) {
      const cells = [right].flat(8).map(String)
      const graded = answer({ job: 'grade', version, source, step: id, cells, earlier: [] })
      expect(graded, id).toMatchObject({ verdict: { verdict: 'right' } })
      expect(answer({ job: 'grade', version, source, step: id, cells, earlier: [] })).toEqual(graded)
      const empty = answer({
        job: 'grade',
        version,
        source,
        step: id,
        cells: cells.map(() => ''),
        earlier: [],
      })
      expect(empty, id).toMatchObject({ verdict: { verdict: 'invalid' } })
    }
  })
})

test.each([1, 2, 7])('the solution of every step is right, for the numbers of seed %i', seed => {
  const source =
    'title "T"\nparam x = random 2x1 from 2..900\ny = x^2 / 7\nloss L = sum(y)\nask y\nask shape y\nask dL/dx\nnudge 0.1'
  const version = 'solutions0000000000000'
  const prepared = answer({ job: 'prepare', version, source, seed }) as {
    view: PublicExercise
    draws: boolean
  }
  expect(prepared.draws).toBe(true)
  const steps = prepared.view.flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))
  expect(steps).toHaveLength(5)
  for (const step of steps) {
    const { cells } = answer({ job: 'solution', version, source, seed, step }) as { cells: string[] }
    expect(answer({ job: 'grade', version, source, seed, step, cells, earlier: [] }), step).toMatchObject({
      verdict: { verdict: 'right' },
    })
  }
  expect(answer({ job: 'solution', version, source, seed, step: 'no' })).toEqual({ cells: null })
})

test('a solution is written as the exercise writes its numbers: in decimals where they end, else in fractions', () => {
  const shown = (source: string) =>
    answer({ job: 'solution', version: source, source: `title "T"\n${source}`, step: 'z' })
  expect(shown('given x = [0.5, 3]\nz = x / 4 - 1\nask z')).toEqual({ cells: ['-0.875', '-0.25'] })
  expect(shown('given x = [0.5, 3]\nz = x / 3\nask z')).toEqual({ cells: ['1/6', '1'] })
  expect(shown('given x = [1, 3]\nz = x / 4\nask z')).toEqual({ cells: ['1/4', '3/4'] })
})

test('the numbers of a worked solution line up in its matrices', () => {
  const source = 'title "T"\ngiven x = [[0.5, 3], [40, -1]]\nz = x / 4\nask z'
  const { lines } = answer({ job: 'worked', version: source, source, step: 'z' }) as {
    lines: readonly { mathml: string }[]
  }
  expect(lines.at(-1)?.mathml).toContain(
    '<mphantom><mrow><mn>0</mn></mrow></mphantom><mrow><mn>0.125</mn></mrow>',
  )
})

test('a wrong file gives its errors, and a step that is not there gives nothing', () => {
  expect(answer({ job: 'check', source: 'given x = ' })).toMatchObject({ view: null, errors: [{ line: 1 }] })
  const source = 'title "T"\ngiven x = 2\nz = 3 * x\nask z'
  expect(answer({ job: 'check', source })).toMatchObject({ title: 'T', errors: [] })
  expect(
    answer({ job: 'grade', version: 'another', source, step: 'no', cells: ['1'], earlier: [] }),
  ).toMatchObject({
    verdict: null,
  })
})

test('the errors of a file mark the names in them, for pages to typeset', () => {
  const { errors } = answer({ job: 'check', source: 'param W = 1\nL = W\nz = w' }) as {
    errors: { message: string }[]
  }
  expect(piecesOf(errors.at(-1)?.message ?? '')).toEqual([
    { kind: 'words', text: 'there is no node ' },
    { kind: 'math', text: 'w' },
    { kind: 'words', text: ' (did you mean ' },
    { kind: 'math', text: 'W' },
    { kind: 'words', text: '?)' },
  ])
})

test('[G10] a version has a key for each seed, seed 1 unless said', () => {
  const source = 'given x = random scalar from 0..1000000\nz = 2 * x\nask z'
  const view = (seed?: number) =>
    answer({ job: 'prepare', version: 'drawn', source, ...(seed !== undefined && { seed }) }) as {
      view: PublicExercise
    }
  const shown = [1, 2, 1, 2].map(seed => view(seed).view.nodes[0]?.values?.[0])
  expect(new Set(shown).size).toBe(2)
  expect(shown.slice(2)).toEqual(shown.slice(0, 2))
  expect(view()).toEqual(view(1))
  const grade = (seed: number, x: string | undefined) => {
    const cells = [String(2 * Number(x))]
    return answer({ job: 'grade', version: 'drawn', source, seed, step: 'z', cells, earlier: [] })
  }
  expect(grade(2, shown[1])).toMatchObject({ verdict: { verdict: 'right' } })
  expect(grade(2, shown[0])).toMatchObject({ verdict: { verdict: 'wrong' } })
  expect(grade(1, shown[0])).toMatchObject({ verdict: { verdict: 'right' } })
})

test('lint: in sentences, with edits that the page can make; null of a wrong file', () => {
  const source = 'given h = 3\nparam w = 1\nz = w * h\nloss L = (z - 9)^2\nask dL/dz, dL/dh'
  const { lint } = answer({ job: 'lint', source }) as { lint: ExerciseLint }
  expect(ExerciseLint.parse(lint)).toEqual(lint)
  expect(lint.collisions[0]).toMatchObject({ step: 'dL/dh', line: 5, column: 12 })
  expect(lint.collisions[0]?.sentences[0]).toMatch(
    /^weight-forgotten \(.+\) gives the right answer\. It shows where/,
  )
  expect(lint.suggestions[0]).toMatchObject({
    change: 'w = 2',
    edits: [{ line: 2, column: 11, from: '1', to: '2' }],
  })
  expect(answer({ job: 'lint', source: 'x = ' })).toEqual({ lint: null })
})

test('a preview has the answer to each step, as students would type it; a wrong file has nothing', () => {
  const source = 'given x = [1, -2]\nz = 3 * x\nask z\nexplain "Why?"\n'
  expect(answer({ job: 'preview', source })).toMatchObject({
    view: { nodes: [{ name: 'x' }, { name: 'z' }] },
    key: [
      { step: 'z', cells: ['3', '-6'] },
      { step: 'explain', cells: [] },
    ],
  })
  expect(answer({ job: 'preview', source: 'given x = ' })).toEqual({ view: null, key: [] })
})
