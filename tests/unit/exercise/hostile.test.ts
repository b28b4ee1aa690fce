import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainChalkError } from '@/lib/cli/chalk-error'
import { Budget } from '@/lib/exact/budget'
import { buildKey, exerciseLimits, publicView, readExercise, solveReport } from '@/lib/exercise'
import { ChalkError, PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonFile } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { stepsOf, told, viewOf } from './solve'

takesLong()

const matrix = (entry: string): string => `[${`[${`${entry}, `.repeat(64)}], `.repeat(64)}]`
const first = (source: string): string => told(source)[0] ?? 'no error'

describe('limits are errors with a place', () => {
  test('64 KiB of UTF-8, counted before anything is read', () => {
    const line = 'given x = 1\n#'
    const fill = exerciseLimits.bytes - line.length
    expect(told(line + 'x'.repeat(fill))).toEqual([])
    expect(told(line + 'x'.repeat(fill + 1))).toEqual(['1:1 the file is larger than 64 KiB'])
    expect(told(line + 'é'.repeat(fill / 2 + 1))).toEqual(['1:1 the file is larger than 64 KiB'])
    expect(told('('.repeat(10_000_000))).toEqual(['1:1 the file is larger than 64 KiB'])
  })

  test('200 statements', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, i) => `x${i} = ${i}`).join('\n')
    expect(told(lines(200))).toEqual([])
    expect(told(lines(201))).toEqual(['201:1 more than 200 statements'])
  })

  test('4,096 entries, of literals and of what is computed', () => {
    expect(told(`given x = ${matrix('1')}`)).toEqual([])
    expect(first(`given x = [${'1, '.repeat(4097)}]`)).toBe(
      '1:11 this is 4097: 4,097 entries, the limit is 4,096',
    )
    const source = 'given a = [[1], [1], [1]]\nb = a @ a.T\nc = b[1,1] + [1]'
    expect(told(source)).toEqual([])
    expect(first(`given x = [${'1, '.repeat(65)}]\ny = x + [${'[1], '.repeat(65)}]`)).toBe(
      '2:7 this is 65x65: 4,225 entries, the limit is 4,096',
    )
  })

  test('sizes of what is moved about', () => {
    const x = `given x = ${matrix('1')}\n`
    expect(first(`${x}y = concat(x, x, 1)`)).toBe('2:5 this is 128x64: 8,192 entries, the limit is 4,096')
    expect(first(`${x}y = stack(x, x)`)).toBe('2:5 this is 2x64x64: 8,192 entries, the limit is 4,096')
    expect(first(`${x}y = embed(x, [${'1, '.repeat(65)}])`)).toBe(
      '2:5 this is 65x64: 4,160 entries, the limit is 4,096',
    )
    expect(first('y = reshape(1, 65x64)')).toBe('1:16 this is 65x64: 4,160 entries, the limit is 4,096')
    expect(first(`y = reshape(1, 999999999${'x999999999'.repeat(40)})`)).toMatch(
      /^1:16 .* the limit is 4,096$/,
    )
    expect(first(`y = reshape(1, ${'1x'.repeat(64)}1)`)).toMatch(/^1:16 this has 65 axes, the limit is 64$/)
    expect(first(`x = reshape(1, ${'1x'.repeat(63)}1)\ny = [x]`)).toBe(
      '2:5 this has 65 axes, the limit is 64',
    )
    expect(first(`${x}y = slice(x, 1, 1, 1e15)`)).toMatch(/there is no index 1000000000000000 /)
    expect(first('x = slice([1], 1, 1e400, 1)')).toMatch(/^1:\d+ .*(far too large|more than 200 digits)/)
    expect(told(`${x}loss L = sum(${'reshape('.repeat(60)}x${', 4096)'.repeat(60)})\nask dL/dx`)).toEqual([])
    expect(first(`y = stack(${'1, '.repeat(20_000)})`)).toMatch(/^1:5 this is 20000: /)
  })

  test('work of moving things about', () => {
    const x = `param x = ${matrix('3')}\n`
    for (const call of ['slice(x,1,1,1)', 'embed(x,[1])', 'reshape(x,4096)']) {
      expect(first(`${x}loss L = sum(${`${call}+`.repeat(2500)}0)\nask dL/dx`)).toMatch(
        /^2:6 too much to compute/,
      )
    }
    const wave = `given x = [${'1/7, '.repeat(4096)}]\n`
    expect(first(`${wave}y = conv1d(x, slice(x, 1, 1, 2048))`)).toMatch(/^2:1 too much to compute/)
  })

  test.each([
    ['(', '', ')'],
    ['[', '', ']'],
    ['-', '', ''],
    ['relu(', '', ')'],
    ['', '^1', ''],
    ['[1][', '', ']'],
  ])('64 levels of %j', (open, between, close) => {
    const nested = (levels: number): string =>
      `y = ${open.repeat(levels)}1${between.repeat(levels)}${close.repeat(levels)}`
    expect(told(nested(64))).toEqual([])
    expect(first(nested(65))).toMatch(/^1:\d+ more than 64 levels inside one another$/)
    expect(first(nested(9000))).toMatch(/^1:\d+ more than 64 levels inside one another$/)
  })

  test('a long sum is not deep', () => {
    const terms = 20_000
    const source = `param x = 1\nloss L = x${'+x'.repeat(terms - 1)}\nask dL/dx`
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise) : read
    expect(built.ok && solveReport(built.key).gradients).toEqual({ x: `${terms}`, L: '1' })
  })

  test('a long sum of kinks has its view, each convention told once', () => {
    const view = viewOf(`param x = 0\nloss L = ${'relu(x)+'.repeat(6000)}x\nask dL/dx`)
    expect(stepsOf(view).map(({ remark }) => remark)).toEqual(['relu has slope 0 at 0.'])
  })

  test('digits, however they come about', () => {
    expect(first('given x = 1e5000')).toBe('1:11 1e5000 has more than 4,096 digits')
    expect(first('given x = 1e-999999999999')).toBe('1:11 1e-999999999999 has more than 4,096 digits')
    // A sign asks for digits of a number that has too many of them before its point.
    expect(first('a = 3^64\nb = a^64\nc = b^64\nd = c^64\ny = relu(d)')).toMatch(/^5:1 too much to compute/)
  })

  test('work: the budget ends at a statement, whatever spends it', () => {
    const entries = `param x = ${matrix('1/7')}\n`
    for (const body of ['x + '.repeat(5000), 'x @ '.repeat(5000)]) {
      expect(first(`${entries}loss L = sum(${body}x)\nask dL/dx`)).toMatch(
        /^2:6 too much to compute: this takes/,
      )
    }
    expect(first(`${entries}loss L = sum(x${'.T'.repeat(15_000)})`)).toMatch(/^2:6 too much/)
  })

  test('a number too long for its exact form has a value', () => {
    expect(first('given x = 1e4095\ny = x*x\nz = relu(y / x / x)\nask z')).toBe('no error')
    const source = 'param x = [1/3, 2/7]\nloss L = sum(x^3)\nask dL/dx\ndescend 1/9 steps 50'
    expect(first(source)).toBe('no error')
  })

  test('work while the file is read: exponents are computed there', () => {
    expect(first(`param x = 1\nloss L = x${'*x^(9^64/9^63)'.repeat(4000)}`)).toMatch(
      /^2:\d+ this takes more work/,
    )
  })

  test('a budget of the caller is kept', () => {
    const read = readExercise('given x = [1, 2, 3]\ny = x*x')
    if (!read.ok) throw new Error('unreadable')
    const built = buildKey(read.exercise, { budget: new Budget({ work: 8, digits: 10 }) })
    expect(!built.ok && built.errors.map(plainChalkError)).toEqual([
      { line: 2, column: 1, message: expect.stringContaining('too much to compute') },
    ])
  })

  test('draws: long ranges, many entries, many conditions, none that holds', () => {
    expect(told('given x = random 64x64 from -1e199..1e199 step 1e-199\nloss L = sum(x)\nask L')).toEqual([])
    const conditions = (bound: (nth: number) => string): string =>
      Array.from({ length: 198 }, (_, nth) => `require ${bound(nth)}`).join('\n')
    const drawn = 'given x = random 4096 from 0..1000\n'
    expect(told(drawn + conditions(nth => `x != ${nth}`))).toEqual([])
    expect(told(drawn + conditions(nth => `x[${nth + 1}] < x[${nth + 2}] + 1000`))).toEqual([])
    expect(first(drawn + conditions(nth => `x[${nth + 1}] < x[${nth + 2}]`))).toMatch(
      /^\d+:1 of \d+ draws \d+ meet what is required before this, and none of these meets x\[\d+\] < x\[\d+\] \(more draws would/,
    )
    expect(first(`${drawn}require sum(x) == -1`)).toMatch(
      /^2:1 none of \d+ draws meets sum\(x\) == -1 \(more draws/,
    )
    const heavy = `given x = random 64x64 from 0..9\ny = ${'x @ '.repeat(200)}x\nrequire y[1,1] == 3`
    expect(first(heavy)).toMatch(/^3:1 too much to compute/)
  })

  test('steps, rounds, names, titles, errors', () => {
    const many = Array.from({ length: 401 }, (_, i) => `x[${i + 1}]`).join(', ')
    expect(first(`given x = [${'1, '.repeat(500)}]\nask ${many}`)).toMatch(/^2:\d+ more than 400 steps$/)
    expect(first(`param x = 1\nloss L = x\n${'descend 1 steps 50\n'.repeat(3)}`)).toMatch(
      /more than 400|^no error/,
    )
    expect(first(`given ${'a'.repeat(61)} = 1`)).toBe('1:7 a name has at most 60 characters')
    expect(first(`title "${'a'.repeat(201)}"`)).toBe('1:7 the title has more than 200 characters')
    expect(told('q\n'.repeat(150))).toHaveLength(exerciseLimits.errors)
  })
})

const net =
  'given x = [1, 2]\nparam W = [[1, -1/2], [2, 1]]\ngiven v = [0, 0]\nh = tanh(W @ x)\nloss L = sum(h^2)\nask dL/dW\n'

/** Files with every statement that moves parameters. */
const moving = [
  `${net}descend 0.1 momentum 0.9 nesterov clip 1 decay 1/10 steps 3\nascend 0.1 rmsprop 0.9 eps 1e-8 steps 2`,
  `${net}descend 0.1 adam 0.9 0.999 eps 0.1 decay 0.01 steps 2\ntrace step-up at descend.W`,
  `${net}update v = 0.9 * v + dL/dh\nupdate W = W - 0.1 * dL/dW\nrepeat 3\nnote "on"\nupdate v = v / 2`,
]

test.each([
  'param w = [1/3, 2/7]\nloss L = sum(w^3)\ndescend 1/9 momentum 9/10 clip 1/2 steps 50',
  'param w = [1/3, 2/7]\nloss L = sum(w^3)\ndescend 1/9 adam steps 25',
  'param w = [1/3, 2/7]\nloss L = sum(tanh(w)^2)\nascend 1/9 rmsprop 0.9 steps 20',
  'param w = 3\nloss L = w^2\nupdate w = w^64\nrepeat 50',
  'param w = 3\nloss L = exp(w)\nupdate w = exp(w + dL/dw)\nrepeat 50',
  'param w = 3\nloss L = w^2\ndescend 1e-99 adam 1e-99 1e-99 eps 1e-99 clip 1e99 decay 1e99 steps 50',
  `param w = 3\nloss L = w^2\nupdate w = w - (${'dL/dw + '.repeat(5000)}w)\nrepeat 3`,
  `param w = ${'3'.repeat(50)}\nloss L = w^2\ndescend 0.1 momentum ${'1'.repeat(3000)}`,
])('many rounds end, with answers or an error: %#', source => {
  for (const line of told(source)) expect(line).toMatch(/^\d+:\d+ \S/)
})

describe('whatever the text, it is read or told what is wrong with it', () => {
  const seeds = [
    ...['matrix-multiplication', 'relu-mask', 'full-small-network'].map(lessonFile),
    ...['cases', 'ladder'].flatMap(folder =>
      readdirSync(`tests/fixtures/${folder}`)
        .filter(file => file.endsWith('.chalk'))
        .map(file => `tests/fixtures/${folder}/${file}`),
    ),
  ]
    .map(file => readFileSync(file, 'utf8'))
    .concat(moving)

  function check(source: string): void {
    const lines = source.split(/\r\n|\r|\n/)
    const read = readExercise(source)
    const built = read.ok ? buildKey(read.exercise) : read
    if (built.ok) {
      PublicExercise.parse(publicView(built.key, 'version', sentenceOf))
      return
    }
    expect(built.errors.length).toBeGreaterThan(0)
    for (const error of built.errors.map(plainChalkError)) {
      ChalkError.parse(error)
      const line = lines[error.line - 1]
      expect(line, `line ${error.line} of ${JSON.stringify(source)}`).toBeDefined()
      expect(error.column).toBeGreaterThanOrEqual(1)
      expect(error.column).toBeLessThanOrEqual([...line!].length + 1)
      expect(error.message).not.toMatch(/undefined|null|NaN|object Object/)
    }
  }

  const pieces = [
    ...'2x3 scalar reshape( concat( stack( slice( conv1d( embed( dropout('.split(' '),
    ...'ascend update repeat momentum nesterov adam rmsprop eps clip decay'.split(' '),
    ...'given param loss upstream ask nudge rising descend steps title note hint points accept rounded sf within exact shape require random from step nonzero and scalar'.split(
      ' ',
    ),
    ...'x y L dL dx dL/dx dy/dx random 2x3 from -1..1 count( == < .. relu( sum( max( ( ) [ ] [[1,2],[3,4]] , = : . .T ^ ^2 ^-1 + - * / @ @'.split(
      ' ',
    ),
    ...[
      '0',
      '1',
      '2',
      '1/3',
      '.5',
      '1e3',
      '"a"',
      '"""',
      '"',
      '\n',
      '\n',
      '\n',
      '#',
      '$',
      '×',
      '\u200b',
      '\ud800',
    ],
  ]

  test('random words of the language', () => {
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(list => list.join(' '))
    fc.assert(fc.property(words, check), { numRuns: 1500 })
  })

  test('random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 500 })
  })

  test('good files with pieces cut out, put in and swapped', () => {
    const mutation = fc.record({
      seed: fc.constantFrom(...seeds),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          cut: fc.nat(12),
          put: fc.constantFrom('', ...pieces),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    fc.assert(
      fc.property(mutation, ({ seed, edits }) => {
        check(
          edits.reduce((text, { at, cut, put }) => {
            const place = Math.floor(at * text.length)
            return text.slice(0, place) + put + text.slice(place + cut)
          }, seed),
        )
      }),
      { numRuns: 400 },
    )
  })
})
