import { describe, expect, test } from 'vitest'
import { rational } from '@/lib/exact/rational'
import { defaultAcceptance, readExercise } from '@/lib/exercise'
import { keyOf, stepsOf, told, viewOf } from './solve'

const network = 'param x = 1/3\ny = 2 * x\nloss L = y^2\n'

/** The acceptance of each step, by its id. */
const acceptances = (source: string) =>
  Object.fromEntries(keyOf(source).steps.map(({ id, acceptance }) => [id, acceptance]))

const [four, figures, near, exact] = [
  { kind: 'rounded', places: 4 },
  { kind: 'figures', figures: 3 },
  { kind: 'within', of: rational(1, 1000) },
  { kind: 'exact' },
] as const

describe('after a target', () => {
  test('one of four may stand, among points and hints', () => {
    expect(
      acceptances(
        `${network}ask x rounded 4, y rounded 3 sf points 2, L points 2 within 0.001 hint "a"\nask dL/dx exact, dL/dy`,
      ),
    ).toEqual({ x: four, y: figures, L: near, 'dL/dx': exact, 'dL/dy': null })
  })

  test.each(['0.001', '1/1000', '1e-3', '.5/500'])('a distance may be written %s', written => {
    expect(acceptances(`${network}ask x within ${written}, y`)).toEqual({ x: near, y: null })
  })

  test.each([
    ['ask x rounded 0 sf', '1:15 a number has at least 1 significant figure: rounded 3 sf'],
    ['ask x rounded 2.5 sf', '1:15 found 2.5, expected a number of decimal places, up to 50'],
    ['ask x rounded', '1:14 found the end of the line, expected a number of decimal places, up to 50'],
    ['ask x within 0', '1:14 within takes a distance above 0, such as within 0.001'],
    ['ask x within -0.1', '1:14 within takes a distance above 0, such as within 0.001'],
    ['ask x within 1/0', '1:14 within takes a distance above 0, such as within 0.001'],
    ['ask x within', '1:13 found the end of the line, expected a distance above 0, such as 0.001 or 1/1000'],
    ['ask x within y', '1:14 found y, expected a distance above 0, such as 0.001 or 1/1000'],
    ['ask x within 1e-4000', '1:14 found 1e-4000, expected a distance above 0, such as 0.001 or 1/1000'],
    [
      'ask x rounded 4 within 0.1',
      '1:17 within is one too many: an answer is asked rounded, within a distance or exact, in one of these ways',
    ],
    [
      'ask x exact points 2 rounded 3 sf',
      '1:22 rounded is one too many: an answer is asked rounded, within a distance or exact, in one of these ways',
    ],
    ['ask shape x rounded 3 sf', '1:5 a shape is not rounded'],
    ['ask shape x within 0.1', '1:5 a shape is always compared exactly'],
    ['ask formula y exact', '1:5 a formula is always compared exactly'],
  ])('%s is an error with its place', (statement, error) => {
    const [line, rest] = [4, error.replace(/^1:/, '')]
    expect(told(`${network}${statement}`)).toEqual([`${line}:${rest}`])
  })

  test('an answer in symbols has no decimal and no distance, and may be asked exactly', () => {
    const source = 'given A : 2\nz = 2 * A\n'
    expect(told(`${source}ask z rounded 3 sf`)).toEqual([
      '3:5 z holds symbols: there is no decimal to round it to',
    ])
    expect(told(`${source}ask z within 0.1`)).toEqual([
      '3:5 z holds symbols: there is no number to be within a distance of',
    ])
    expect(acceptances(`${source}ask z exact`)).toEqual({ z: exact })
  })
})

describe('accept', () => {
  test('holds until the next one, for every number after it that says nothing of its own', () => {
    const source = `${network}ask x\naccept rounded 4\nask y, L exact, shape y, formula dL/dx\nnudge 0.1\naccept within 0.001\ndescend 0.1\naccept exact\nask dL/dx`
    expect(acceptances(source)).toEqual({
      x: null,
      y: four,
      L: exact,
      'shape y': null,
      'formula dL/dx': null,
      'nudge.predicted': four,
      'nudge.actual': four,
      'descend.x': near,
      'descend.predicted': near,
      'descend.loss': near,
      'descend.actual': near,
      'dL/dx': exact,
    })
  })

  test('leaves answers in symbols alone', () => {
    const source = 'given A : 2\nz = 2 * A\naccept rounded 4\nask z[1], dz[1]/dA[1]'
    expect(acceptances(source)).toEqual({ 'z[1]': null, 'dz[1]/dA[1]': four })
  })

  test('holds for what a trace asks anew', () => {
    const source = (accept: string) =>
      `given x = [1, -2]\nz = 3 * x\nh = relu(z)\nloss L = sum(h)\n${accept}\nask z, h, L rounded 3 sf\ntrace relu-as-abs at h`
    expect(acceptances(source('accept rounded 4'))).toMatchObject({ h: four, L: figures, 'find.step': null })
    expect(acceptances(source('# none'))).toMatchObject({ h: null, L: figures })
    const unasked = `given x = [1, -2]\nz = 3 * x\nh = relu(z)\nloss L = sum(h)\nask z, L\naccept rounded 4\ntrace relu-as-abs at h`
    expect(acceptances(unasked)).toMatchObject({ h: four, L: null })
  })

  test.each([
    ['accept', '1:7 found the end of the line, expected rounded 4, rounded 3 sf, within 0.001 or exact'],
    ['accept 3', '1:8 found 3, expected rounded 4, rounded 3 sf, within 0.001 or exact'],
    ['accept rounded 0 sf', '1:16 a number has at least 1 significant figure: rounded 3 sf'],
    [
      'accept exact within 1',
      '1:14 within is one too many: an answer is asked rounded, within a distance or exact, in one of these ways',
    ],
    ['accept exact x', '1:14 found x, expected the end of the line'],
  ])('%s is an error with its place', (statement, error) => {
    expect(told(`${network}${statement}\nask x`)).toEqual([error.replace(/^1:/, '4:')])
  })
})

test('no word of it is reserved: files that use them as names keep their steps', () => {
  const source = `given within = 2
param exact = 3
accept = within * exact
sf = accept + 1
loss rounded = (sf - 4)^2
ask within, exact, sf, accept rounded 3 sf, rounded exact
ask dL/daccept, dL/dexact`
  expect(acceptances(source)).toEqual({
    within: null,
    exact: null,
    sf: null,
    accept: figures,
    rounded: exact,
    'dL/daccept': null,
    'dL/dexact': null,
  })
  expect(readExercise('accept = 3\nask accept').ok).toBe(true)
})

describe('where nothing is said', () => {
  const long = `given x = 1/${'9'.repeat(120)}\ny = x + 1\nask x, y, y - 0`.replace(', y - 0', '')

  test('a number whose exact form has more than 200 characters is asked to 4 significant figures', () => {
    const four = { kind: 'figures', figures: 4 }
    expect(acceptances(long)).toEqual({ x: null, y: four })
    expect(acceptances(long.replace('ask x, y', 'ask x, y exact'))).toEqual({ x: null, y: exact })
    expect(acceptances(long.replace('ask', 'accept rounded 4\nask'))).toMatchObject({ y: { places: 4 } })
    const [, y] = stepsOf(viewOf(long))
    expect(y?.acceptance).toEqual(four)
  })

  test('one such entry is enough; of answers in symbols it is none', () => {
    const [short, wide] = [rational(1, 3), { n: 10n ** 200n + 1n, d: 3n }]
    expect(defaultAcceptance({ shape: [2], data: [short, short] })).toBeNull()
    expect(defaultAcceptance({ shape: [2], data: [short, wide] })).toEqual({ kind: 'figures', figures: 4 })
    expect(defaultAcceptance({ shape: [], data: [{ n: 10n ** 198n, d: 1n }] })).toBeNull()
    const factors = Array.from({ length: 8 }, (_, nth) => `sum(A^${nth + 1})`)
    expect(acceptances(`given A : 6\nz = ${factors.join(' + ')}\nask z`)).toEqual({ z: null })
  })
})

test('what pages get is plain: a distance as people write it', () => {
  const source = `${network}ask x within 1/1000, y within 1/3, L exact, dL/dx rounded 3 sf, dL/dy`
  expect(stepsOf(viewOf(source)).map(({ acceptance }) => acceptance)).toEqual([
    { kind: 'within', of: '0.001' },
    { kind: 'within', of: '1/3' },
    exact,
    figures,
    null,
  ])
})
