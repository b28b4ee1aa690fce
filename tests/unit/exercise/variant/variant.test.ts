import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainChalkError } from '@/lib/cli/chalk-error'
import { shortestScalar } from '@/lib/exact/atoms'
import { type Rational, rational, rationals, shortest } from '@/lib/exact/rational'
import { buildKey, type Exercise, Linter, publicView, readExercise, solveReport } from '@/lib/exercise'
import { numeralsOf } from '@/lib/exercise/solution/numerals'
import { PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { plain } from '../../exact/plain'
import { told } from '../solve'
import { misfitOf } from './chi-square'
import { wordsOf } from './openssl'

takesLong()

function read(source: string): Exercise {
  const outcome = readExercise(source)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
  return outcome.exercise
}

function keyOf(exercise: Exercise, seed = 1) {
  const built = buildKey(exercise, { seed })
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return built.key
}

const valuesOf = (source: string, seed?: number) => solveReport(keyOf(read(source), seed)).values

/** The entries of one node, spelt, of each of many seeds. */
function drawsOf(source: string, name: string, seeds: number): string[] {
  const exercise = read(source)
  return Array.from({ length: seeds }, (_, seed) =>
    (keyOf(exercise, seed).values.get(name)?.data ?? []).map(shortestScalar).join(' '),
  )
}

/** Expects each outcome and no other, all equally likely. */
function expectUniform(drawn: readonly string[], outcomes: readonly string[]): void {
  const counts = new Map(outcomes.map(outcome => [outcome, 0]))
  for (const outcome of drawn) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  expect([...counts.keys()].sort()).toEqual([...outcomes].sort())
  expect(misfitOf([...counts.values()])).toBeLessThan(4)
}

const network = `title "A small network"
given x = random 2x1 from -3..3 nonzero
param W = random 3x2 from -2..2 step 1/2
param b = random 3x1 from -1..1 step 0.25
given y = random scalar from 1/3..2 step 1/3
z = W @ x + b
h = relu(z)
loss L = (sum(h) - y)^2
require count(z > 0) == 2 and z != 0
require W != 0
require x[1,1] > x[2,1]
ask z, L, dL/dW
nudge 0.01
descend 0.1`

describe('[G10] the same seed gives the same numbers, for ever', () => {
  test('plain draws', () => {
    const source = `given a = random 2x3 from -5..5
given b = random 4 from -1..1 step 1/4 nonzero
param c = random scalar from -1e30..1e30
param d = random 2 from .1..0.9 step .1`
    expect([1, 2, 123456789012345].map(seed => JSON.stringify(valuesOf(source, seed)))).toEqual([
      '{"a":[["0","-5","-2"],["1","1","5"]],"b":["3/4","-1/4","-3/4","-1"],"c":"-276450578978165650401906978000","d":["9/10","1/2"]}',
      '{"a":[["-2","-1","-5"],["-4","3","4"]],"b":["1/2","-3/4","-1","1/4"],"c":"301352086859798173809172402857","d":["2/5","1/5"]}',
      '{"a":[["-2","-3","0"],["3","-3","0"]],"b":["3/4","3/4","-3/4","-1/4"],"c":"947725274809691714429144477810","d":["4/5","1/5"]}',
    ])
  })

  test('draws that have something to fulfil', () => {
    expect([1, 2].map(seed => JSON.stringify(valuesOf(network, seed)))).toEqual([
      '{"x":[["2"],["1"]],"W":[["-3/2","-1/2"],["3/2","-1"],["3/2","-1"]],"b":[["-3/4"],["3/4"],["0"]],"y":"2/3","z":[["-17/4"],["11/4"],["2"]],"h":[["0"],["11/4"],["2"]],"L":"2401/144"}',
      '{"x":[["1"],["-3"]],"W":[["3/2","-3/2"],["-1/2","3/2"],["1","-1/2"]],"b":[["1"],["1/2"],["3/4"]],"y":"5/3","z":[["7"],["-9/2"],["13/4"]],"h":[["7"],["0"],["13/4"]],"L":"10609/144"}',
    ])
  })

  test('and they are what is written of them: bits of the stream of the name, too large ones left out', () => {
    for (const [name, seed] of [
      ['W1', 1],
      ['a_rather_long_name', 2],
      ['θ', 2 ** 40 + 3],
    ] as const) {
      // Eleven numbers take four bits.
      const bits = wordsOf(seed, [name, '0.0'], 64).map(word => word % 16)
      const entries = bits.filter(nth => nth <= 10).slice(0, 6)
      const expected = entries.map(nth => String(nth - 5))
      expect([valuesOf(`given ${name} = random 6 from -5..5`, seed)[name]].flat(2)).toEqual(expected)
    }
  })

  test('seed 1 unless said', () => {
    const built = buildKey(read(network))
    expect(built.ok && [built.key.seed, solveReport(built.key)]).toEqual([
      1,
      solveReport(keyOf(read(network), 1)),
    ])
  })

  test('they hang on the name of the node, not on what stands around it', () => {
    const alone = valuesOf('given x = random 2x3 from -9..9', 7).x
    const crowded = `param w = random 5 from 0..1\ngiven x = random 2x3 from -9..9\nq = x*2
given v = random 5 from 0..1\nrequire w[1] != w[2]\nloss L = sum(q)\nask L`
    expect(valuesOf(crowded, 7).x).toEqual(alone)
    expect(valuesOf('param x = random 2x3 from -9..9', 7).x).toEqual(alone)
    expect(valuesOf('given X = random 2x3 from -9..9', 7).X).not.toEqual(alone)
    expect(valuesOf('given x = random 2x3 from -9..9', 8).x).not.toEqual(alone)
  })

  test('a require that the first draw meets changes nothing', () => {
    const source = 'given x = random 3 from -9..9\ngiven y = random 3 from -9..9'
    const { x, y } = valuesOf(source, 4)
    expect(valuesOf(`${source}\nrequire sum(x) + sum(y) > -1000`, 4)).toEqual({ x, y })
  })
})

describe('what is drawn', () => {
  const fraction = fc
    .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 7 }))
    .map(([n, d]) => rational(n, d))
  const step = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
    .map(([n, d]) => rational(n, d))

  test('lies on the lattice within the bounds, in the shape asked for', () => {
    const shapes: [string, number[]][] = [
      ['scalar', []],
      ['3', [3]],
      ['2x3', [2, 3]],
      ['2x1x2', [2, 1, 2]],
    ]
    const file = fc.record({
      shape: fc.constantFrom(...shapes),
      low: fraction,
      above: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 })),
      step,
      nonzero: fc.boolean(),
      seed: fc.maxSafeNat(),
    })
    fc.assert(
      fc.property(file, ({ shape: [spelt, shape], low, above, step, nonzero, seed }) => {
        const high = rationals.add(low, rational(...above))
        const source = `given x = random ${spelt} from ${shortest(low)}..${shortest(high)} step ${shortest(step)}${
          nonzero ? ' nonzero' : ''
        }`
        // There is only a 0 to draw, which is rightly refused.
        if (nonzero && low.n === 0n && rationals.sign(rationals.sub(high, step)) < 0) return
        const drawn = keyOf(read(source), seed).values.get('x')
        expect(drawn?.shape).toEqual(shape)
        for (const value of (drawn?.data ?? []).map(plain)) {
          const steps = rationals.div(rationals.sub(value, low), step)
          expect(steps.d).toBe(1n)
          expect(steps.n >= 0n).toBe(true)
          expect(rationals.sign(rationals.sub(high, value))).toBeGreaterThanOrEqual(0)
          if (nonzero) expect(value.n).not.toBe(0n)
        }
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['scalar from -2..2', ['-2', '-1', '0', '1', '2']],
    ['scalar from -2..2 nonzero', ['-2', '-1', '1', '2']],
    ['scalar from 1/3..1 step 1/3', ['1/3', '2/3', '1']],
    ['scalar from -.5..0.5 step .25 nonzero', ['-0.5', '-1/4', '1/4', '0.5']],
    ['scalar from -.5..0.5 nonzero step .25', ['-0.5', '-1/4', '1/4', '0.5']],
    ['scalar from 2*3..2^3', ['6', '7', '8']],
    ['scalar from 0..1 step 0.4', ['0', '0.4', '0.8']],
    ['scalar from 5..5', ['5']],
    ['2 from 0..2', ['0 0', '0 1', '0 2', '1 0', '1 1', '1 2', '2 0', '2 1', '2 2']],
  ])('%s: every value alike, the bounds too', (value, outcomes) => {
    if (outcomes.length === 1)
      expect(new Set(drawsOf(`given x = random ${value}`, 'x', 50))).toEqual(new Set(outcomes))
    else expectUniform(drawsOf(`given x = random ${value}`, 'x', 250 * outcomes.length), outcomes)
  })

  test('two nodes do not know of each other', () => {
    const source = 'given x = random scalar from 0..1\ngiven y = random scalar from 0..2\nboth = 10*x + y'
    expectUniform(drawsOf(source, 'both', 2400), ['0', '1', '2', '10', '11', '12'])
  })

  test('an upstream gradient may be drawn; it is shown, and is no value of a node', () => {
    const source = 'given A = [[1, 2]]\nC = A*3\nupstream dL/dC = random 1x2 from -4..4 nonzero\nask dL/dA'
    const key = keyOf(read(source), 3)
    const { values, gradients, steps } = solveReport(key)
    expect(Object.keys(values)).toEqual(['A', 'C'])
    const shown = publicView(key, 'version', sentenceOf).upstream
    expect(shown).toEqual({ node: 'C', values: [gradients.C].flat(2) })
    expect(steps[0]?.answer).toEqual([shown!.values.map(value => String(3 * Number(value)))])
  })
})

describe('require', () => {
  test.each([
    ['x[1] == x[2]', ['0 0', '1 1', '2 2']],
    ['x[1] != x[2]', ['0 1', '0 2', '1 0', '1 2', '2 0', '2 1']],
    ['x[1] < x[2]', ['0 1', '0 2', '1 2']],
    ['x[1] <= x[2]', ['0 0', '0 1', '0 2', '1 1', '1 2', '2 2']],
    ['x[1] > x[2]', ['1 0', '2 0', '2 1']],
    ['x[1] >= x[2]', ['0 0', '1 0', '1 1', '2 0', '2 1', '2 2']],
    ['x == 1', ['1 1']],
    ['x != 1', ['0 0', '0 2', '2 0', '2 2']],
    ['x < 2', ['0 0', '0 1', '1 0', '1 1']],
    ['x <= 1/2', ['0 0']],
    ['x > 0', ['1 1', '1 2', '2 1', '2 2']],
    ['x >= 1', ['1 1', '1 2', '2 1', '2 2']],
    ['0 < x', ['1 1', '1 2', '2 1', '2 2']],
    ['1 >= x', ['0 0', '0 1', '1 0', '1 1']],
    ['x[2] == 3 - 1', ['0 2', '1 2', '2 2']],
    ['x[1] != 0 and x[2] < 2', ['1 0', '1 1', '2 0', '2 1']],
    ['x + 0 > 0', ['1 1', '1 2', '2 1', '2 2']],
    ['x > [0, 1]', ['1 2', '2 2']],
    ['y == 3', ['1 2', '2 1']],
    ['count(x == 1) == 1', ['0 1', '1 0', '1 2', '2 1']],
    ['count(x > 0 and x < 2) >= 1', ['0 1', '1 0', '1 1', '1 2', '2 1']],
    ['count(x != x.T) == count(0 == 1)', ['0 0', '0 1', '0 2', '1 0', '1 1', '1 2', '2 0', '2 1', '2 2']],
    ['count(x == [[0], [1]]) == 2 and x[1] < x[2]', ['0 1']],
  ])('%s leaves just these, alike', (condition, outcomes) => {
    const source = `require ${condition}\ngiven x = random 2 from 0..2\ny = sum(x)`
    const drawn = drawsOf(source, 'x', outcomes.length === 1 ? 20 : 150 * outcomes.length)
    if (outcomes.length === 1) expect(new Set(drawn)).toEqual(new Set(outcomes))
    else expectUniform(drawn, outcomes)
  })

  test('joins by and across lines and nodes as in one', () => {
    const source = 'given x = random scalar from 0..3\nparam w = random scalar from 0..3\ns = 10*x + w'
    const lines = drawsOf(`${source}\nrequire x < w\nrequire x + w != 3`, 's', 400)
    expectUniform(lines, ['1', '2', '13', '23'])
    expect(drawsOf(`${source}\nrequire x < w and x + w != 3`, 's', 400)).toEqual(lines)
  })

  test('what nothing binds together is drawn apart, however many conditions there are', () => {
    // All at once they would hold in one draw of 10^20.
    const nodes = Array.from(
      { length: 20 },
      (_, nth) => `given x${nth} = random 2 from 0..9\nrequire x${nth}[1] == x${nth}[2]`,
    )
    expect(told(nodes.join('\n'))).toEqual([])
  })

  test('a comparison of a drawn value with numbers is met by construction, however unlikely', () => {
    const source = 'param W = random 64x64 from 0..999\nrequire W > 997 and W[1,1] != 998\nask W[1,1]'
    const { W } = valuesOf(source)
    expect(new Set([W].flat(3))).toEqual(new Set(['998', '999']))
    expect(keyOf(read(source)).steps[0]).toMatchObject({ answer: { data: [rational(999)] } })
  })

  test('holds in all of a network, and every variant differs', () => {
    const exercise = read(network)
    const seen = new Set<string>()
    for (let seed = 0; seed < 60; seed += 1) {
      const { values } = keyOf(exercise, seed)
      const entries = (name: string): readonly Rational[] => values.get(name)!.data.map(plain)
      expect(entries('z').filter(({ n }) => n > 0n)).toHaveLength(2)
      for (const name of ['z', 'W', 'x']) expect(entries(name).every(({ n }) => n !== 0n)).toBe(true)
      expect(rationals.sign(rationals.sub(entries('x')[0]!, entries('x')[1]!))).toBe(1)
      seen.add(entries('W').map(shortestScalar).join(' '))
    }
    expect(seen.size).toBe(60)
  })
})

describe('a variant without values is none', () => {
  test('another is drawn where a node cannot be computed, all that remain alike', () => {
    expectUniform(drawsOf('given x = random 2 from 0..2\ny = 1/x', 'x', 800), ['1 1', '1 2', '2 1', '2 2'])
  })

  test('or a step', () => {
    const source = 'param x = random scalar from 1..3\nloss L = 1/x\nnudge -2'
    expectUniform(drawsOf(source, 'x', 400), ['1', '3'])
  })

  test.each([
    [
      'given x = random 3 from 0..0\ny = 1/x',
      [
        '2:6 division by zero: the divisor is 0 at (1) (in each of 1,000 draws: nonzero or require can leave such numbers out)',
      ],
    ],
    ['given x = random 3 from 0..1\ny = 1/(1-1)\nz = 1/x', ['2:6 division by zero: the divisor is 0']],
    [
      'given x = random 3 from 0..1\ny = 1/0\nrequire x[1] + y > 2',
      ['2:6 division by zero: the divisor is 0'],
    ],
  ])('%j', (source, expected) => {
    expect(told(source).map(line => line.replace(/at \(\d\)/, 'at (1)'))).toEqual(expected)
  })
})

describe('a student sees the drawn numbers and starts from them', () => {
  test('view, nudge and descent', () => {
    const key = keyOf(read(network), 2)
    const view = PublicExercise.parse(publicView(key, 'version', sentenceOf))
    const written = numeralsOf(key.exercise)
    for (const node of view.nodes) {
      const drawn = ['x', 'W', 'b', 'y'].includes(node.name)
      expect(node.values).toEqual(
        drawn ? key.values.get(node.name)!.data.map(value => written(value).text) : null,
      )
      if (drawn) expect([node.formula, node.operation, node.inputs]).toEqual([null, null, []])
    }
    expect(JSON.stringify(view)).not.toMatch(/random|require|lattice/)
  })

  test('the answers are those of the file with the numbers written in', () => {
    const exercise = read(network)
    for (const seed of [1, 2, 3]) {
      const report = solveReport(keyOf(exercise, seed))
      const written = network
        .replace(/^require.*\n/gm, '')
        .replace(/(given|param) (\w+) = random.*/g, (_, role, name) => {
          return `${role} ${name} = ${JSON.stringify(report.values[name]).replaceAll('"', '')}`
        })
      expect(solveReport(keyOf(read(written)))).toEqual(report)
    }
  })
})

describe('lint', () => {
  const linted = (exercise: Exercise, seeds: readonly number[]) => {
    const linter = new Linter(exercise)
    for (const seed of seeds) linter.add(keyOf(exercise, seed))
    return linter.report()
  }
  const warnings = (source: string) => linted(read(source), [1]).warnings.map(plainChalkError)

  test('a highest value that the steps miss', () => {
    expect(warnings('given x = random 3 from 0..1 step 0.3\nask x')).toEqual([
      { line: 1, column: 11, message: '1 is never drawn: steps of 0.3 from 0 end at 0.9' },
    ])
  })

  test('what holds rarely, with the rate', () => {
    expect(warnings('given x = random 100 from 0..9\nrequire sum(x) == 450 and x[3] != x[4]\nask x')).toEqual(
      [
        {
          line: 2,
          column: 1,
          message: expect.stringMatching(/^\d of 1,000 draws meet sum\(x\) == 450 and x\[3\] != x/),
        },
      ],
    )
    expect(warnings(network)).toEqual([])
  })

  test('heights are the largest of all variants', () => {
    const exercise = read('given x = random scalar from 0..10000\ny = x\nask y')
    const keys = [1, 2, 3, 4].map(seed => keyOf(exercise, seed))
    const digits = keys.map(key => String(plain(key.values.get('y')!.data[0]!).n).length)
    expect(linted(exercise, [1, 2, 3, 4]).heights).toEqual({
      y: Math.max(...digits),
    })
  })
})
