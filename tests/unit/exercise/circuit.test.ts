import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rationals, shortest } from '@/lib/exact/rational'
import { solveReport, workedSolution } from '@/lib/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { evaluate, fresh, holdsName, leaves, placesOf, spell, trees } from './circuits'
import { lint } from './lint/linted'
import { answersOf, errorsOf, keyOf, stepsOf, told, viewOf } from './solve'

takesLong()

/** CS231n's: x = -2, y = 5, z = -4; and one in which y is used twice. */
const fork = 'given x = 1\ngiven y = 2\ngiven z = 0\nloss circuit f = (x + y) * max(y, z)\n'

describe('a circuit', () => {
  test('asks for values, gradients of operations, wires and leaves, in this order', () => {
    expect(answersOf(solveReport(keyOf(`${fork}ask circuit f`)))).toEqual({
      f_1: '3',
      f_2: '2',
      f: '6',
      'dL/df': '1',
      'dL/df_2': '3',
      'dL/df_1': '2',
      'dL/dx': '2',
      'dL/dy.1': '2',
      'dL/dy.2': '3',
      'dL/dy': '5',
      'dL/dz': '0',
    })
    const { steps } = solveReport(keyOf(`${fork}ask circuit f`))
    expect(steps.map(({ id }) => id)).toEqual(
      'f_1 f_2 f dL/df dL/df_2 dL/df_1 dL/dx dL/dy.1 dL/dy.2 dL/dy dL/dz'.split(' '),
    )
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['value', 'gradient']))
    expect(steps.every(({ shape }) => shape.length === 0)).toBe(true)
  })

  test('each of its operations is a node: leaves are names and entries, numbers are none', () => {
    const source =
      'given w = [2, -3]\ngiven x = [-1, -2]\nparam b = -3\ncircuit f = 1 / (1 + exp(-(w[1] * x[1] + w[2] * x[2] + b)) * (2 - 1))\nask f'
    const { exercise } = keyOf(source)
    expect([...exercise.graph.values()].map(({ name, source }) => `${name} = ${source}`).slice(3)).toEqual([
      'f_1 = w[1] * x[1]',
      'f_2 = w[2] * x[2]',
      'f_3 = f_1 + f_2',
      'f_4 = f_3 + b',
      'f_5 = -f_4',
      'f_6 = exp(f_5)',
      'f_7 = f_6 * (2 - 1)',
      'f_8 = 1 + f_7',
      'f = 1 / f_8',
    ])
  })

  test('an exponent with names in it is an operand', () => {
    const { exercise } = keyOf('given x = 2\ngiven y = 3\ncircuit f = x^(y + 1) - y^2\nask f')
    expect(exercise.circuits).toEqual([{ name: 'f', nodes: ['f_1', 'f_2', 'f_3', 'f'] }])
    expect(
      solveReport(keyOf('given x = 2\ngiven y = 3\ncircuit f = x^(y + 1) - y^2\nask f_1, f')).values,
    ).toMatchObject({ f_1: '4', f_2: '16', f_3: '9', f: '7' })
  })

  test('an operation of its own may be used again, and then has wires', () => {
    const key = keyOf('param x = 3\nloss circuit f = (x + 1) * f_1\nask circuit f')
    expect(answersOf(solveReport(key))).toEqual({
      f_1: '4',
      f: '16',
      'dL/df': '1',
      'dL/df_1.1': '4',
      'dL/df_1.2': '4',
      'dL/df_1': '8',
      'dL/dx': '8',
    })
  })

  test('a leaf that other lines use too has their part in its sum', () => {
    const key = keyOf('param x = 3\ncircuit f = x * x\nloss L = f + 10 * x\nask circuit f')
    expect(answersOf(solveReport(key))).toMatchObject({ 'dL/dx.1': '3', 'dL/dx.2': '3', 'dL/dx': '16' })
  })

  test('what two circuits ask is asked once, and their wires are numbered on', () => {
    const key = keyOf(
      'param x = 3\ncircuit f = x * x\nloss circuit g = f + x - x\nask circuit f rounded 3 points 2 hint "one"\nask circuit g',
    )
    expect(key.steps.map(({ id, points }) => `${id} ${points}`)).toEqual([
      'f 2',
      'dL/df 2',
      'dL/dx.1 2',
      'dL/dx.2 2',
      'dL/dx 2',
      'g_1 1',
      'g 1',
      'dL/dg 1',
      'dL/dg_1 1',
      'dL/dx.3 1',
      'dL/dx.4 1',
    ])
    expect(key.steps[2]).toMatchObject({ acceptance: { kind: 'rounded', places: 3 }, hints: ['one'] })
  })

  test('circuit is a word where no = follows, and a name elsewhere', () => {
    expect(errorsOf('param circuit = 2\nloss L = circuit^2\nask circuit rounded 2, dL/dcircuit, L')).toEqual(
      [],
    )
    expect(errorsOf('given x = 2\nloss circuit = x^2\nask circuit, L')).not.toEqual([])
    expect(errorsOf('given x = 2\ncircuit = x^2\nask circuit points 2')).toEqual([])
  })

  test.each([
    ['given x = 1\ny = x + 1\nask circuit y', '3:13 y is not a circuit'],
    ['given x = 1\nask circuit q', '2:13 there is no node q'],
    [
      'given x = 1\nf_1 = x\ncircuit f = x * x + 1\nask x',
      '3:15 this operation of the circuit f would be called f_1, and f_1 is defined already (line 2)',
    ],
    ['given x = 1\ncircuit f = x * x + 1\nf_1 = x\nask x', '3:1 f_1 is defined already'],
    [
      'given W = [1, 2]\ncircuit f = W + 1\nask W',
      '2:13 W is 2: in a circuit every value is a single number, such as W[1]',
    ],
    ['given x = 1\ncircuit f = sum([x, x]) + 1\nask x', 'in a circuit every value is a single number'],
    ['circuit f = 2 + 3\nask f', '1:9 the circuit f needs an operation on a name'],
    ['given x = 1\ncircuit f = x\nask f', '2:9 the circuit f needs an operation on a name'],
    ['given x = 1\ncircuit f = x + 1\nask circuit f', 'write loss circuit f = …'],
    ['given x = 1\ncircuit f = x +\nask circuit f, f_1', '2:16'],
    [
      'given x = 1\nloss circuit f = x * 2\nask circuit f\ntrace link-dropped at circuit f',
      '4:23 a circuit is many steps',
    ],
    [
      `given x = 1\ncircuit f = x${' + x'.repeat(300)}\nask f`,
      '2:9 the circuits of the file have more than 200 operations',
    ],
    [`${fork}ask circuit f, x\nask f`, '6:5 f is asked already'],
  ])('%s', (source, error) => {
    const errors = told(source)
    expect(errors.length).toBe(1)
    expect(errors[0]).toContain(error)
  })
})

const drawn = fc.record({
  x: fc.integer({ min: -4, max: 4 }),
  y: fc.integer({ min: -4, max: 4 }),
  z: fc.integer({ min: -4, max: 4 }),
  'w[1]': fc.integer({ min: -4, max: 4 }),
  'w[2]': fc.integer({ min: -4, max: 4 }),
})

test('agrees with dual numbers: every value, every operation, every wire and every sum', () => {
  let shared = 0
  fc.assert(
    fc.property(trees, drawn, (drawnTree, values) => {
      const tree = fresh(drawnTree)
      const { x, y, z, 'w[1]': w1, 'w[2]': w2 } = values
      const source = `param x = ${x}\nparam y = ${y}\nparam z = ${z}\nparam w = [${w1}, ${w2}]\nloss circuit f = ${spell(tree)}\nask circuit f`
      const answers = answersOf(solveReport(keyOf(source)))
      const slope = (moved: ReturnType<typeof fresh>): Rational => evaluate(tree, values, moved).derivative
      const expected: Record<string, string> = {}
      const operations = placesOf(tree).filter(place => place.kind === 'op' && holdsName(place))
      for (const [nth, operation] of operations.entries()) {
        const name = nth === operations.length - 1 ? 'f' : `f_${nth + 1}`
        expected[name] = shortest(evaluate(operation, values, null).value)
        expected[`dL/d${name}`] = shortest(slope(operation))
      }
      for (const leaf of leaves) {
        // In the order of the operations that use it.
        const uses = placesOf(tree).flatMap(place =>
          place.kind === 'op' ? place.of.filter(part => part.kind === 'leaf' && part.name === leaf) : [],
        )
        if (uses.length === 0) continue
        if (uses.length > 1) {
          shared += 1
          for (const [nth, use] of uses.entries()) expected[`dL/d${leaf}.${nth + 1}`] = shortest(slope(use))
        }
        expected[`dL/d${leaf}`] = shortest(uses.map(slope).reduce(rationals.add, rationals.zero))
      }
      expect(answers, source).toEqual(expected)
    }),
    { numRuns: 300 },
  )
  expect(shared).toBeGreaterThan(50)
})

test('its worked solution has a rule and numbers for each wire, and the sum over the wires', () => {
  const worked = workedSolution(keyOf(`${fork}ask circuit f`))
  const lines = (id: string) => worked.find(({ step }) => step === id)?.lines.map(({ text }) => text)
  expect(lines('f_1')).toEqual(['f_1 = x + y', 'f_1 = x + y = 1 + 2 = 3'])
  expect(lines('dL/dy.1')).toEqual(['dL/dy.1 = dL/df_1', 'dL/dy.1 = dL/df_1 = 2'])
  expect(lines('dL/dy')).toEqual(['dL/dy = dL/dy.1 + dL/dy.2 = 2 + 3 = 5'])
  const says = worked.find(({ step }) => step === 'dL/dy')?.lines[0]?.says
  expect(says && sentenceOf(says)).toContain('used twice: what comes back on its wires is added up')
})

test('each step has its words, and the lines that it is about', () => {
  const steps = stepsOf(viewOf(`${fork}ask circuit f`))
  const wire = steps.find(({ id }) => id === 'dL/dy.2')
  expect(wire?.title).toBe('gradient of f by y on its wire 2, into f_2')
  expect(wire?.about).toEqual({ lines: ['f_2'], given: ['y', 'z'], found: ['f_2', 'dL/df_2'] })
  expect(steps.find(({ id }) => id === 'dL/dy')?.about?.found).toEqual(
    expect.arrayContaining(['dL/dy.1', 'dL/dy.2']),
  )
})

test('variants draw its leaves, and lint reads it', () => {
  const source =
    'param x = random scalar from 1..9\nparam y = random scalar from 2..9\nrequire x != y\nloss circuit f = (x + y) * max(y, x)\nask circuit f'
  expect(told(source)).toEqual([])
  expect(lint(`${fork}ask circuit f`, false).collisions.length).toBeGreaterThan(0)
})

describe('one wire alone', () => {
  const shared = 'given x = 1\ngiven y = 2\nloss circuit f = (x + y) * x\n'

  test('is asked by its number, by either name of the loss', () => {
    const { steps } = solveReport(keyOf(`${shared}ask df/dx.1, dL/dx.2 points 2`))
    expect(steps.map(({ id, answer }) => [id, answer])).toEqual([
      ['dL/dx.1', '1'],
      ['dL/dx.2', '3'],
    ])
    const entries = 'given w = [1, 2]\nloss circuit f = (w[1] + w[2]) * w[1]\nask dL/dw[1].2'
    expect(answersOf(solveReport(keyOf(entries)))).toEqual({ 'dL/dw[1].2': '3' })
  })

  test('is where a traced mistake can be made', () => {
    const { steps } = solveReport(keyOf(`${shared}ask circuit f\ntrace own-value at dL/dx.2`))
    expect(steps.map(({ id }) => id)).toEqual(['find.step', 'find.mistake', 'dL/dx.2', 'dL/dx'])
    expect(steps.map(({ answer }) => answer)).toEqual(['dL/dx.2', 'own-value', '3', '4'])
    stepsOf(viewOf(`${shared}ask circuit f\ntrace own-value at dL/dx.2`))
  })

  test.each([
    ['dL/dx.3', 'there is no wire dL/dx.3: there are dL/dx.1 and dL/dx.2'],
    [
      'dL/dy.1',
      'there is no wire dL/dy.1: a circuit numbers its wires only where it uses a value several times',
    ],
    ['shape dL/dx.1', /^there is no wire dL\/dx.1/],
    ['formula dL/dx.1', /^there is no wire dL\/dx.1/],
  ])('%s is no wire', (target, message) => {
    const [error] = errorsOf(`${shared}ask ${target}`)
    expect(error).toMatchObject({ line: 4, column: 5 })
    expect(error?.message).toMatch(message)
  })
})
