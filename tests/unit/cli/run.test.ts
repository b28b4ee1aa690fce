import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { InputRead } from '@/lib/cli/input'
import { run } from '@/lib/cli/run'
import { lessonFile } from '../../lesson-files'
import { takesLong } from '../../takes-long'

takesLong()

const files: Record<string, string> = {
  'good.chalk': 'title "Good"\nparam x = 3/7\nloss L = x^2\nask L, dL/dx',
  'wrong.chalk': 'param x = 3\ny = q\nz = x @ x',
  'zero.chalk': 'given x = 1/0',
  'drawn.chalk': 'param x = random 2 from 1..1e9\nloss L = sum(x^2)\nask dL/dx',
  'answers.json': '{"L": "9/49", "dL/dx": "1"}',
  'broken.json': '{"L":\n  "1" 2}',
  'short.json': '{"L": ',
  'unknown.json': '{"nothing": "1"}',
  'list.json': '[1]',
}

const read = (file: string): InputRead => {
  const text = files[file === '-' ? 'good.chalk' : file]
  if (text !== undefined) return { ok: true, text }
  return { ok: false, missing: true, message: `${file} cannot be read: there is no such file` }
}

const chalk = (...words: string[]) => {
  const { status, lines, complaint } = run(words, read)
  return { status, reports: lines.map(line => JSON.parse(line)), complaint }
}

const solved = {
  title: 'Good',
  values: { x: '3/7', L: '9/49' },
  gradients: { x: '6/7', L: '1' },
  steps: [
    { id: 'L', kind: 'value', shape: [], answer: '9/49' },
    { id: 'dL/dx', kind: 'gradient', shape: [], answer: '6/7' },
  ],
}
const wrong = {
  errors: [
    { line: 2, column: 5, message: 'there is no node q' },
    { line: 3, column: 7, message: expect.stringContaining('@ takes no scalars') },
  ],
}

describe('solve', () => {
  test('one file', () => {
    expect(chalk('solve', 'good.chalk')).toEqual({ status: 0, reports: [solved], complaint: null })
    expect(chalk('solve', '-').reports).toEqual([solved])
    expect(chalk('solve', '--seed', '7', 'good.chalk').reports).toEqual([solved])
  })

  test('several files: one object each, in order, a wrong one stops nothing', () => {
    expect(chalk('solve', 'good.chalk', 'wrong.chalk', 'good.chalk', '--seed=2')).toEqual({
      status: 1,
      reports: [solved, wrong, solved],
      complaint: null,
    })
  })

  test('a seed draws the random values: 1 unless said', () => {
    const x = (...words: string[]) => chalk('solve', ...words, 'drawn.chalk').reports[0].values.x
    expect(x()).toEqual(x('--seed', '1'))
    expect(x('--seed=2')).not.toEqual(x())
    expect(x('--seed', '2')).toEqual(x('--seed=2'))
    expect(x('--seed', '0')).toHaveLength(2)
    expect(x('--seed', '999999999999999')).toHaveLength(2)
  })

  test('--worked adds the worked solutions and changes nothing else', () => {
    const { worked, ...rest } = chalk('solve', 'good.chalk', '--worked').reports[0]
    expect(rest).toEqual(solved)
    expect(worked.map(({ step }: { step: string }) => step)).toEqual(['L', 'dL/dx'])
    expect(worked[1].lines.at(-1)).toMatchObject({ text: 'dL/dx = 2*x = 2*(3/7) = 6/7' })
    expect(Object.keys(worked[1].lines[0])).toEqual(['says', 'text', 'mathml', 'tex'])
    expect(chalk('lint', 'good.chalk', '--worked').status).toBe(2)
  })

  test('a fault of the numbers is an error of the file', () => {
    const { status, reports } = chalk('solve', 'zero.chalk')
    expect([status, reports[0].errors[0].line]).toEqual([1, 1])
  })
})

describe('grade', () => {
  test('a sheet', () => {
    const { status, reports } = chalk('grade', 'good.chalk', 'answers.json')
    expect(status).toBe(0)
    expect(reports[0]).toMatchObject({
      steps: { L: { verdict: 'right' }, 'dL/dx': { verdict: 'wrong' } },
      score: '1',
      outOf: '2',
    })
  })

  test('a sheet of another variant', () => {
    const { gradients } = chalk('solve', 'drawn.chalk', '--seed', '5').reports[0]
    files['drawn.json'] = JSON.stringify({ 'dL/dx': gradients.x })
    expect(chalk('grade', 'drawn.chalk', 'drawn.json', '--seed', '5').reports[0].score).toBe('1')
    expect(chalk('grade', 'drawn.chalk', 'drawn.json').reports[0].score).toBe('0')
  })

  test.each([
    ['wrong.chalk', 'answers.json', 2, 5],
    ['good.chalk', 'broken.json', 2, 7],
    ['good.chalk', 'short.json', 1, 7],
    ['good.chalk', 'unknown.json', 1, 1],
    ['good.chalk', 'list.json', 1, 1],
  ])('%s with %s is an error at its place', (file, answers, line, column) => {
    const { status, reports } = chalk('grade', file, answers)
    expect(status).toBe(1)
    expect(reports[0].errors[0]).toMatchObject({ line, column })
  })
})

describe('lint', () => {
  const clean = { errors: [], warnings: [], collisions: [], traces: [], heights: {}, suggestions: [] }

  test('heights are digits of the longest part of an answer', () => {
    expect(chalk('lint', 'good.chalk', '--seeds', '3')).toEqual({
      status: 0,
      reports: [{ ...clean, heights: { L: 2, 'dL/dx': 1 } }],
      complaint: null,
    })
  })

  test('seeds from 1 on, each a variant', () => {
    const height = (...words: string[]) => chalk('lint', 'drawn.chalk', ...words).reports[0].heights['dL/dx']
    expect(height('--seeds', '40')).toBeGreaterThanOrEqual(height())
    expect(chalk('lint', 'drawn.chalk', '--seeds', '40').status).toBe(0)
  })

  test('collisions of the numbers, and numbers without them', () => {
    files['one.chalk'] = 'given h = 3\nparam w = 1\nz = w * h\nloss L = (z - 2)^2\nask dL/dz, dL/dh'
    const [{ collisions, suggestions }] = chalk('lint', 'one.chalk').reports
    expect(collisions).toContainEqual({ step: 'dL/dh', mistake: 'weight-forgotten', with: 'right' })
    const [{ change, edits, removes }] = suggestions
    expect(change).toBe('w = 2')
    expect(edits).toEqual([{ line: 2, column: 11, from: '1', to: '2' }])
    expect(removes).toEqual(collisions)
    files['two.chalk'] = files['one.chalk'].replace('w = 1', 'w = 2')
    expect(chalk('lint', 'two.chalk').reports[0]).toMatchObject({ collisions: [], suggestions: [] })
  })

  test('over seeds: in how many of them', () => {
    files['ones.chalk'] =
      'given h = 3\nparam w = random scalar from 1..2\nz = w * h\nloss L = (z - 7)^2\nask dL/dz, dL/dh'
    const ones = Array.from({ length: 20 }, (_, nth) =>
      chalk('solve', 'ones.chalk', `--seed=${nth + 1}`).reports[0].values.w === '1' ? 1 : 0,
    ).reduce((sum: number, one) => sum + one, 0)
    const [report] = chalk('lint', 'ones.chalk', '--seeds', '20').reports
    expect(ones).toBeGreaterThan(0)
    expect(report.collisions).toContainEqual({
      step: 'dL/dh',
      mistake: 'weight-forgotten',
      with: 'right',
      seeds: ones,
    })
    expect(report.suggestions).toEqual([])
  })

  test('an answer that is long to type is a warning at its ask, unless it is rounded', () => {
    files['long.chalk'] = `given x = 1/${'9'.repeat(30)}\ny = x^2\nask x, y`
    expect(chalk('lint', 'long.chalk').reports[0].warnings).toEqual([
      { line: 3, column: 8, message: expect.stringContaining('62 characters') },
    ])
    files['rounded.chalk'] = files['long.chalk'].replace('x, y', 'x, y rounded 3')
    expect(chalk('lint', 'rounded.chalk').reports[0].warnings).toEqual([])
  })

  test('a wrong file', () => {
    expect(chalk('lint', 'wrong.chalk')).toEqual({
      status: 1,
      reports: [{ ...clean, ...wrong }],
      complaint: null,
    })
  })
})

describe('wrong usage has status 2 and says how it is meant', () => {
  test.each(
    [
      [],
      ['solv', 'good.chalk'],
      ['constructor', 'good.chalk'],
      ['solve'],
      ['grade', 'good.chalk'],
      ['grade', 'good.chalk', 'answers.json', 'more.json'],
      ['solve', 'good.chalk', '--seed'],
      ['solve', 'good.chalk', '--seed', '-1'],
      ['solve', 'good.chalk', '--seeds', '1'],
      ['lint', 'good.chalk', '--seeds', '0'],
      ['lint', 'good.chalk', '--seeds', '10001'],
      ['grade', 'good.chalk', 'answers.json', '--seed', '1e3'],
      ['lint', '--verbose', 'good.chalk'],
      ['solve', '-', '-'],
    ].map(words => [words]),
  )('%j', words => {
    const { status, reports, complaint } = chalk(...words)
    expect([status, reports]).toEqual([2, []])
    expect(complaint).toContain('chalk solve FILE...')
  })

  test('a file that is not there', () => {
    const { status, reports, complaint } = chalk('solve', 'nowhere.chalk', 'good.chalk')
    expect(status).toBe(2)
    expect(reports[1]).toEqual(solved)
    expect(complaint).toBe('nowhere.chalk cannot be read: there is no such file')
  })

  test('help', () => expect(chalk('--help')).toMatchObject({ status: 0, reports: [] }))
})

describe('the program', () => {
  const program = ['--import', 'tsx', 'lib/cli/chalk.ts']

  test('reads files and standard input, prints lines of JSON', () => {
    const lesson = lessonFile('relu-mask')
    const input = files['good.chalk']
    const out = execFileSync(process.execPath, [...program, 'solve', '-', lesson], {
      input,
      encoding: 'utf8',
    })
    const [first, second, end] = out.split('\n')
    expect(JSON.parse(first!)).toEqual(solved)
    expect(JSON.parse(second!).title).toBe('The ReLU mask')
    expect(end).toBe('')
  })

  test('has an exit status', () => {
    const status = (words: string[], input: string | Buffer) =>
      spawnSync(process.execPath, [...program, ...words], { input }).status
    expect(status(['solve', '-'], 'x = ')).toBe(1)
    expect(status(['solve', '-'], Buffer.from([0xff, 0xfe, 0x00]))).toBe(1)
    expect(status(['solve', 'lib'], '')).toBe(2)
    expect(status(['sovle'], '')).toBe(2)
  })
})
