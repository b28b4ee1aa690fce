import { describe, expect, test } from 'vitest'
import { solveReport } from '@/lib/exercise'
import { answersOf, keyOf, told } from './solve'

const report = (source: string) => solveReport(keyOf(source))
const value = (expression: string) => report(`y = ${expression}`).values.y

describe('expressions have the precedence of Python', () => {
  test.each([
    ['1 + 2*3', '7'],
    ['-2^2', '-4'],
    ['(-2)^2', '4'],
    ['2^-2', '1/4'],
    ['2^3^2', '512'],
    ['2^(1 + 1)', '4'],
    ['2*-3', '-6'],
    ['--3', '3'],
    ['+3', '3'],
    ['7 - 2 - 1', '4'],
    ['8/4/2', '1'],
    ['1/2*3', '3/2'],
    ['-[1, 2] @ [3, 4]', '-11'],
    ['2*[1, 2] @ [3, 4]', '22'],
    ['[[1, 2], [3, 4]].T[1,2]', '3'],
    ['([1, 2] + 1)[2]', '3'],
    ['[[1, 2], [3, 4]].T.T[1,2]', '2'],
    ['[5, 6][2]', '6'],
    ['0^0', '1'],
  ])('%s is %s', (expression, expected) => expect(value(expression)).toBe(expected))

  test('numbers are exact', () => {
    expect(value('[3, .5, 0.25, 1e-3, 2.5E2, 3.]')).toEqual(['3', '1/2', '1/4', '1/1000', '250', '3'])
    expect(value('0.1 + 0.2 - 0.3')).toBe('0')
  })

  test('tensors of any rank, of expressions, over several lines, with a comma at the end', () => {
    expect(value('[[[1], [2]]]')).toEqual([[['1'], ['2']]])
    expect(value('[1/2, # half\n  2*3,\n]')).toEqual(['1/2', '6'])
    expect(report('given v = [1, 2]\nM = [v, 2*v]').values.M).toEqual([
      ['1', '2'],
      ['2', '4'],
    ])
  })

  test('functions of the first family', () => {
    expect(value('[relu(-1), step(2), step(0), abs(-3), square(-3), max(1, 2), min(1, 2)]')).toEqual([
      '0',
      '1',
      '0',
      '3',
      '9',
      '2',
      '1',
    ])
    expect(value('sum([[1, 2], [3, 4]], 1)')).toEqual(['4', '6'])
    expect(value('mean([[1, 2], [3, 4]], 1 + 1)')).toEqual(['3/2', '7/2'])
  })
})

describe('functions of structure', () => {
  const A = 'given A = [[1, 2, 3], [4, 5, 6]]'
  test.each([
    ['reshape(A, 3x2)', '[[1, 2], [3, 4], [5, 6]]'],
    ['reshape(A, 6)', '[1, 2, 3, 4, 5, 6]'],
    ['reshape(A, 1x2x3x1)', '[[[[1], [2], [3]], [[4], [5], [6]]]]'],
    ['reshape(A[1,2] + 1, 1x1)', '[[3]]'],
    ['reshape([[7]], scalar)', '7'],
    ['reshape(A, 3x2,)[3,1]', '5'],
    ['reshape(reshape(A, 6), 2x3)', 'A'],
    ['concat(A, A, 2 - 1)', '[[1, 2, 3], [4, 5, 6], [1, 2, 3], [4, 5, 6]]'],
    ['concat([1], [2], 1)', '[1, 2]'],
    ['stack(A, 2*A)', '[A, 2*A]'],
    ['stack(1, 2, 3, 4)', '[1, 2, 3, 4]'],
    ['slice(A, 2, 2, 3)', '[[2, 3], [5, 6]]'],
    ['slice(A, 1, 2, 2) + 1', '[[5, 6, 7]]'],
    ['slice(A, 2, 1, 3)', 'A'],
    ['conv1d([1, 2, 0, -1, 3], [2, -1, 1])', '[0, 3, 4]'],
    ['conv1d([[1, 2, 3]], [[[1, 1]], [[0, -1]]])', '[[3, 5], [-2, -3]]'],
    ['embed(A, [2, 1, 2])', '[[4, 5, 6], [1, 2, 3], [4, 5, 6]]'],
    ['embed(A, 4/2)', '[4, 5, 6]'],
    ['dropout(A, [0, 1, 1], 3/4)', '[[0, 8/3, 4], [0, 20/3, 8]]'],
  ])('%s is %s', (call, expected) => {
    const { values } = report(`${A}\nx = ${call}\ny = ${expected}`)
    expect(values.x).toEqual(values.y)
  })

  test('a name such as x3 stays a name wherever no shape is meant', () => {
    expect(report('x3 = 2\ny = x3 * stack(x3, 1)').values.y).toEqual(['4', '2'])
  })

  test('ids get zeros; a mask and a share get what x * mask / keep says', () => {
    const { gradients } = report(
      'given E = [1, 2]\ngiven ids = [2, 2]\nloss L = sum([3, 5] * embed(E, ids))\nask dL/dE',
    )
    expect([gradients.E, gradients.ids]).toEqual([
      ['0', '8'],
      ['0', '0'],
    ])
    const gradientsOf = (formula: string) =>
      report(`given x = [[3, -4], [5, 6]]\ngiven m = [1, 0]\ngiven p = 1/2\nloss L = sum((${formula})^2)`)
        .gradients
    expect(gradientsOf('dropout(x, m, p)')).toEqual(gradientsOf('x * m / p'))
  })
})

describe('slopes that mathematics leaves open are those of the language', () => {
  test.each(['relu', 'step', 'abs'])('%s has slope 0 at 0', name => {
    expect(report(`param x = [-2, 0, 2]\nloss L = sum(${name}(x))`).gradients.x).toEqual(
      { relu: ['0', '0', '1'], step: ['0', '0', '0'], abs: ['-1', '0', '1'] }[name],
    )
  })

  test('ties of max and min go to the first argument', () => {
    const source = 'param a = [1, 2, 3]\nparam b = [2, 2, 2]\nloss L = sum(NAME(a, b))'
    expect(report(source.replace('NAME', 'max')).gradients).toMatchObject({
      a: ['0', '1', '1'],
      b: ['1', '0', '0'],
    })
    expect(report(source.replace('NAME', 'min')).gradients).toMatchObject({
      a: ['1', '1', '0'],
      b: ['0', '0', '1'],
    })
  })

  test('x^0 has slope 0 everywhere, x^1 slope 1 at 0', () => {
    expect(report('param x = [0, 3]\nloss L = sum(x^0 + x^1)').gradients.x).toEqual(['1', '1'])
  })
})

describe('ids and kinds of steps', () => {
  test('every spelling of a gradient gives one id', () => {
    const source =
      'param w = [1]\nloss cost = sum(w)\nask dL / dw, dcost/dw[1], dL/dcost, L, shape dcost/dw, shape w'
    expect(report(source).steps).toEqual([
      { id: 'dL/dw', kind: 'gradient', shape: [1], answer: ['1'] },
      { id: 'dL/dw[1]', kind: 'gradient', shape: [], answer: '1' },
      { id: 'dL/dcost', kind: 'gradient', shape: [], answer: '1' },
      { id: 'cost', kind: 'value', shape: [], answer: '1' },
      { id: 'shape dL/dw', kind: 'shape', shape: [], answer: '1' },
      { id: 'shape w', kind: 'shape', shape: [], answer: '1' },
    ])
  })

  test('shapes', () => {
    const source = 'given A = [[1, 2], [3, 4], [5, 6]]\nn = sum(A)\nask shape A, shape n, shape dL/dA'
    expect(report(source).steps.map(({ answer }) => answer)).toEqual(['3x2', 'scalar', '3x2'])
  })

  test('partials hold the other nodes still', () => {
    const source =
      'given x = [[2], [3]]\nu = x\nz = u*x + x^2\nask dz[2,1]/dx[2,1], dz[1,1]/dx[2,1], dz[1,1]/du[1,1]'
    expect(answersOf(report(source))).toEqual({
      'dz[2,1]/dx[2,1]': '9',
      'dz[1,1]/dx[2,1]': '0',
      'dz[1,1]/du[1,1]': '2',
    })
  })

  test('a 1x1 loss has a gradient of its own shape, and numbers about it are scalars', () => {
    const { values, gradients, steps } = report('param w = [[3]]\nloss f = w @ w\nnudge 1\ndescend 1')
    expect([values.f, gradients.f, gradients.w]).toEqual([[['9']], [['1']], [['6']]])
    expect(steps.map(({ id, shape, answer }) => [id, shape, answer])).toEqual([
      ['nudge.predicted', [], '6'],
      ['nudge.actual', [], '7'],
      ['descend.w', [1, 1], [['-3']]],
      ['descend.predicted', [], '-36'],
      ['descend.loss', [], '9'],
      ['descend.actual', [], '0'],
    ])
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['number']))
  })

  test('upstream: a value or a given; nodes that it does not come from have zeros', () => {
    const source = 'given G = [1, 2]\nparam a = [3, 4]\nC = 2*a\nafter = C + 1\nupstream dL/dC = G'
    expect(report(source).gradients).toEqual({
      G: ['0', '0'],
      a: ['2', '4'],
      C: ['1', '2'],
      after: ['0', '0'],
    })
    expect(report(source.replace('= G', '= [1, 2] + 1')).gradients.C).toEqual(['2', '3'])
  })

  test('without a loss there are no gradients', () => {
    expect(report('given x = 1').gradients).toEqual({})
  })

  test('points, hints and places to round to belong to their target alone', () => {
    const { steps } = keyOf('given x = 1/3\ny = x\nask x rounded 4 points 2.5 hint "a" hint "b", y')
    expect(steps).toEqual([
      expect.objectContaining({
        id: 'x',
        acceptance: { kind: 'rounded', places: 4 },
        points: 2.5,
        hints: ['a', 'b'],
      }),
      expect.objectContaining({ id: 'y', acceptance: null, points: 1, hints: [] }),
    ])
  })
})

describe('nudges and descents', () => {
  const source = 'given k = 2\nparam a = [1, 2]\nparam b = 3\nloss L = sum(a^2)*b + k\n'

  test('a rising nudge goes on through the parameters in the order of the file', () => {
    // Gradients: a (6, 12), b 5; nudges 1, 2, 3. After: (2^2 + 4^2)*6 - 15.
    expect(answersOf(report(`${source}nudge rising 1`))).toEqual({
      'nudge.predicted': '45',
      'nudge.actual': '105',
    })
  })

  test('each one starts from the values of the file, and the second has its own ids', () => {
    const answers = answersOf(report(`${source}nudge 1\ndescend 1\nnudge 1\ndescend 1`))
    expect(answers['nudge2.actual']).toBe(answers['nudge.actual'])
    expect(answers['descend2.a']).toEqual(answers['descend.a'])
    expect(answers['descend.a']).toEqual(['-5', '-10'])
  })

  test('steps N goes on from where the step before ended', () => {
    const answers = answersOf(report('param w = 3\nloss L = w^2\ndescend 1/4 steps 3'))
    expect(answers).toEqual({
      'descend.w': '3/2',
      'descend.predicted': '-9',
      'descend.loss': '9/4',
      'descend.actual': '-27/4',
      'descend.step2.w': '3/4',
      'descend.step2.predicted': '-9/4',
      'descend.step2.loss': '9/16',
      'descend.step2.actual': '-27/16',
      'descend.step3.w': '3/8',
      'descend.step3.predicted': '-9/16',
      'descend.step3.loss': '9/64',
      'descend.step3.actual': '-27/64',
    })
  })
})

describe('text', () => {
  test('a title is one line; backslashes stay, quotes are escaped', () => {
    expect(report('title "  \\"A\\"  \\nabla "\nx = 1').title).toBe('"A" \\nabla')
    expect(report('x = 1').title).toBe('Untitled')
  })

  test('line ends of every kind, a byte order mark, comments', () => {
    expect(report('\uFEFFgiven x = 1 # one\r\ny = x\r\rask y\r\n').values.y).toBe('1')
    expect(told('given x = 1\r\ny = q')).toEqual(['2:5 there is no node q'])
  })

  test('a name is one name however its accents are composed', () => {
    expect(report('given e\u0301 = 1\ny = \u00e9 + 1').values.y).toBe('2')
  })

  test('names that JavaScript knows are names like others', () => {
    const { values } = report('given constructor = 1\ntoString = constructor + 1\nask toString, constructor')
    expect(values).toEqual({ constructor: '1', toString: '2' })
  })

  test('asks may stand before what they ask for', () => {
    expect(report('ask y\nupstream dL/dy = 2\nask dL/dx\nparam x = 1\ny = 3*x').steps).toHaveLength(2)
  })
})
