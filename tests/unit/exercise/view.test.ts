import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decimalOf, rational } from '@/lib/exact/rational'
import { publicView, solveReport } from '@/lib/exercise'
import { notationMathml } from '@/lib/language/notation'
import { PublicExercise } from '@/lib/protocol/exercise'
import { math } from '@/lib/words/argument'
import { sentenceOf } from '@/lib/words/sentence'
import { piecesOf, plainText, text } from '@/lib/words/text'
import { keyOf, stepsOf, viewOf } from './solve'

describe('[G11] the view of an exercise', () => {
  const source = readFileSync('tests/fixtures/unmistakable.chalk', 'utf8')
  const key = keyOf(source)
  const view = publicView(key, 'v7', sentenceOf)

  test('fits the protocol and nothing else', () => {
    expect(PublicExercise.parse(view)).toEqual(view)
    expect(view.version).toBe('v7')
  })

  test('holds no answer, in any spelling', () => {
    const text = JSON.stringify(view)
    const report = solveReport(key)
    const secrets = [report.values, report.gradients, report.steps.map(({ answer }) => answer)]
      .flatMap(part => JSON.stringify(part).match(/-?\d+\/\d+/g) ?? [])
      .filter(secret => secret.replace('-', '').length > 12)
    expect(secrets.length).toBeGreaterThan(40)
    for (const secret of secrets) {
      const [n = '', d = ''] = secret.replace('-', '').split('/')
      expect(text).not.toContain(n)
      expect(text).not.toContain(d)
      expect(text).not.toContain((Number(n) / Number(d)).toPrecision(7))
      expect(decimalOf(rational(BigInt(n), BigInt(d)))).toBeNull()
    }
  })

  test('states the values of givens and parameters, and of nothing else', () => {
    const stated = view.nodes.filter(({ values }) => values !== null)
    expect(stated.map(({ name }) => name)).toEqual(['x', 'W1', 'b1', 'W2', 'y'])
    expect(stated[0]?.values).toEqual(['1/1009', '2/1013'])
    for (const { values, formula, role } of view.nodes) {
      expect(values === null).toBe(role === 'node' || role === 'loss')
      expect(formula === null).toBe(values !== null)
    }
  })

  test('hints are not in it: they are given out one by one', () => {
    expect(JSON.stringify(viewOf('given x = 1\nask x hint "unmistakable hint"'))).not.toContain(
      'unmistakable',
    )
  })

  test("the teacher's comments are not in it", () => {
    const text = JSON.stringify(viewOf('given x = [1, # secret\n 2]\ny = relu( # secret\n x + 1)\nask y'))
    expect(text).not.toContain('secret')
    expect(text).toContain('relu( x + 1)')
  })

  test('a shape that a step asks for is not told, unless the page shows it anyway', () => {
    const network = 'param A = [[1, 2, 3], [4, 5, 6]]\ngiven x = [1, 2, 3]\nB = A @ x\nloss L = sum(B)\n'
    const shapesOf = (asks: string) =>
      Object.fromEntries(viewOf(network + asks).nodes.map(({ name, shape }) => [name, shape]))
    expect(shapesOf('ask L')).toEqual({ A: [2, 3], x: [3], B: [2], L: [] })
    expect(shapesOf('ask shape B')).toEqual({ A: [2, 3], x: [3], B: null, L: [] })
    expect(shapesOf('ask shape dL/dB').B).toBeNull()
    expect(shapesOf('ask shape dL/dA').A).toEqual([2, 3])
    expect(shapesOf('ask shape B\nask B').B).toEqual([2])
    expect(shapesOf('ask shape B\nask B[1]').B).toBeNull()
  })

  test('an upstream gradient is given, so it is shown', () => {
    const { upstream } = viewOf('given A = [1, 2]\nC = 2*A\nupstream dL/dC = [1/3, 0.25]\nask dL/dA')
    expect(upstream).toEqual({ node: 'C', values: ['1/3', '0.25'] })
  })
})

describe('nodes', () => {
  const view = viewOf(
    'given x = [[1], [2]]\nparam W = [[1, 2]]\nz = W @ x\nh = relu(z)\nq = max(z, h) + mean(square(z), 1) + z * h + h\nloss L = sum((q - 1)^2)',
  )
  const node = (name: string) => view.nodes.find(other => other.name === name)!

  test('operations are short and plain', () => {
    expect(['z', 'h', 'q', 'L'].map(name => node(name).operation)).toEqual([
      'W @ x',
      'relu',
      'add',
      'sum((q - 1)^2)',
    ])
  })

  test('inputs come once each, in order of appearance', () => {
    expect(node('q').inputs).toEqual(['z', 'h'])
    expect(node('x').inputs).toEqual([])
  })

  test('formulas are typeset; a matrix product is not an element-wise one', () => {
    expect(node('z').formula).toBe('<math><mrow><mi>W</mi><mo>\u2062</mo><mi>x</mi></mrow></math>')
    expect(node('q').formula).toContain('⊙')
    const power = viewOf('given a = 1\ny = (-a)^2 - (a - 1) - -a + a/(a + 1)\nask y').nodes[1]?.formula
    const text = power?.replace(/<mfrac>(.*)<\/mfrac>/, 'F').replace(/<[^>]+>/g, '')
    expect(text).toBe('(−a)2−(a−1)−(−a)+F')
  })

  test('literals are laid out as matrices, large ones hinted at', () => {
    const small = viewOf('given v = [1, 2]\ny = [[1, 2], [3, 4]] @ v\nask y').nodes[1]?.formula
    expect(small).toContain('<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>')
    const large = viewOf(`given v = 1\ny = v + [${'7, '.repeat(200)}]\nask y`).nodes[1]?.formula
    expect(large).toContain('⋯')
    expect(large).not.toContain('7')
  })
})

describe('steps', () => {
  test('notes stand where they stand among the asks', () => {
    const { flow } = viewOf('note "a"\ngiven x = 1\nask x\nnote "b"\ny = x\nask y\nnote "c"')
    expect(
      flow.map(item =>
        item.type === 'note' ? item.html.trim() : item.type === 'step' ? item.step.id : item.type,
      ),
    ).toEqual(['<p>a</p>', 'x', '<p>b</p>', 'y', '<p>c</p>'])
  })

  test('titles in words', () => {
    const view = viewOf(
      'given A = [[1, 2]]\nC = 2*A\nloss cost = sum(C)\nask C, C[1,2], dL/dA, dL/dA[1,2], dC[1,1]/dA[1,2], shape C, shape dL/dA',
    )
    expect(stepsOf(view).map(({ title, node }) => [title, node])).toEqual([
      ['value of C', 'C'],
      ['entry (1, 2) of C', 'C'],
      ['gradient of cost with respect to A', 'A'],
      ['gradient of cost with respect to A, entry (1, 2)', 'A'],
      ['partial derivative of C[1, 1] with respect to A[1, 2]', 'C'],
      ['shape of C', 'C'],
      ['shape of the gradient of cost with respect to A', 'A'],
    ])
  })

  test('names inside sentences, their quantities as mathematics, the loss by its own name', () => {
    const steps = stepsOf(
      viewOf(
        'param A = [[1, 2]]\nC = 2*A\nloss cost = sum(C)\nask C, C[1,2], dL/dA, dL/dA[1,2], dC[1,1]/dA[1,2], shape C, shape dL/dA, formula dL/dA\ndescend 1',
      ),
    )
    expect(steps.map(({ name = '' }) => name)).toEqual([
      text`${math('C')}`,
      text`${math('C[1,2]')}`,
      text`${math('dcost/dA')}`,
      text`${math('dcost/dA[1,2]')}`,
      text`${math('dC[1,1]/dA[1,2]')}`,
      text`shape of ${math('C')}`,
      text`shape of ${math('dcost/dA')}`,
      text`formula for ${math('dcost/dA')}`,
      text`${math('A')} after one descent step`,
      'predicted change of the loss, one descent step',
      'loss after one descent step',
      'actual change of the loss, one descent step',
    ])
    // What is marked is written as exercise files write it, so that every page can typeset it.
    for (const { name = '' } of steps) {
      for (const { kind, text } of piecesOf(name))
        if (kind === 'math') expect(notationMathml(text)).not.toBeNull()
    }
  })

  test('steps of one nudge or one step of a descent are a family, each called by what it is', () => {
    const steps = stepsOf(
      viewOf(
        'param W1 = [1, 2]\nloss q = sum(W1)\nask W1, q, dL/dW1[2]\nnudge 1\nnudge 1/2\ndescend 1/2 steps 2',
      ),
    )
    const family = (id: string) => steps.find(step => step.id === id)?.family
    const q = '<math><mi>q</mi></math>'
    expect(family('nudge.predicted')).toEqual({
      name: 'nudge',
      member: 'predicted',
      called: 'predicted',
      mathml: null,
    })
    expect(family('nudge2.actual')).toMatchObject({ name: 'nudge 2', member: 'actual', called: 'actual' })
    expect(family('descend.W1')).toMatchObject({ name: 'descend', member: 'param', called: 'W1' })
    expect(family('descend.W1')?.mathml).toContain('<msub>')
    expect(family('descend.step2.loss')).toEqual({
      name: 'descend, step 2',
      member: 'loss',
      called: 'loss',
      mathml: q,
    })
    for (const id of ['W1', 'q', 'dL/dW1[2]']) expect(family(id)).toBeUndefined()
  })

  test('a step says which entry it asks, and in words what its formula does not say', () => {
    const steps = stepsOf(
      viewOf('param W1 = [1, 2]\nloss q = sum(W1)\nask W1, dL/dW1[2]\nnudge 1\ndescend 1/2'),
    )
    const said = Object.fromEntries(steps.map(({ id, index, phrase }) => [id, [index, phrase]]))
    expect(said).toMatchObject({
      W1: [undefined, undefined],
      'dL/dW1[2]': [[2], undefined],
      'nudge.actual': [undefined, 'actual change of the loss'],
      'descend.W1': [undefined, text`${math('W1')} after one descent step`],
    })
  })

  test('nudges and descents say what is added to what, in which order', () => {
    const steps = stepsOf(
      viewOf(
        'param w = [1, 2]\nparam b = 3\nloss L = sum(w)*b\nnudge 0.01\nnudge rising 1/1000\ndescend 0.1 steps 2',
      ),
    )
    const remark = (id: string) => plainText(steps.find(step => step.id === id)?.remark ?? '')
    expect(remark('nudge.predicted')).toMatch(/^Add 0.01 to every entry of w and b\. Predict/)
    expect(remark('nudge.actual')).toMatch(/Run the whole forward pass again: the new L minus the old one\.$/)
    expect(remark('nudge2.actual')).toMatch(
      /^Add 0.001, 0.002 and 0.003 to the entries of w and b, in this order, each/,
    )
    expect(remark('descend.w')).toBe('Subtract 0.1 times the gradient.')
    expect(remark('descend.step2.w')).toMatch(/Start from the values after step 1/)
    expect(remark('descend.step2.actual')).toBe('The new L minus that after step 1.')
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length)
    expect(new Set(steps.map(({ node }) => node))).toEqual(new Set([null]))
  })
})

describe('conventions are told where they decide something', () => {
  const told = (source: string): Record<string, string> =>
    Object.fromEntries(
      stepsOf(viewOf(source)).flatMap(({ id, remark }) => (remark === null ? [] : [[id, plainText(remark)]])),
    )
  const relu = (z: string, asks: string): string =>
    `param W = [[1, 2]]\ngiven x = ${z}\nz = W @ x\nh = relu(z)\nloss L = sum(h)\nask ${asks}`

  test('at the gradient of what goes in, and only where a zero occurs', () => {
    expect(told(relu('[[2], [-1]]', 'z, h, dL/dh, dL/dz, dL/dW'))).toEqual({
      'dL/dz': 'relu has slope 0 at 0.',
    })
    expect(told(relu('[[2], [1]]', 'z, h, dL/dh, dL/dz, dL/dW'))).toEqual({})
  })

  test('where that gradient is not asked, at the next ones behind it', () => {
    expect(told(relu('[[2], [-1]]', 'dL/dW, dL/dx, dL/dh'))).toEqual({
      'dL/dW': 'relu has slope 0 at 0.',
      'dL/dx': 'relu has slope 0 at 0.',
    })
  })

  test('where the loss does not come through there, nowhere', () => {
    expect(told('given z = 0\nh = relu(z)\nloss L = 2*z\nask dL/dz, h')).toEqual({})
  })

  test('a value that a convention decides', () => {
    expect(told('given z = [0, 1]\nm = step(z)\nn = 2*m\nask n')).toEqual({ n: 'step(0) is 0.' })
    expect(told('given z = [2, 1]\nm = step(z)\nask m')).toEqual({})
  })

  test('which way round a kernel stands, and where ids begin', () => {
    const conv = (k: string) => told(`given x = [1, 2, 3]\nparam k = ${k}\ny = conv1d(x, k)\nask y`)
    expect(conv('[1, 2]')).toEqual({
      y: 'conv1d does not turn the kernel round: its first entry meets the first entry of each window.',
    })
    expect(conv('[2, 2]')).toEqual({})
    expect(told('given E = [1, 2]\nX = embed(E, [2, 1])\nask X')).toEqual({
      X: 'The ids of embed count from 1.',
    })
  })

  test('ties of max, and partials', () => {
    const source = 'given a = [1, 2]\ngiven b = [1, 3]\nm = max(a, b)\nask dm[1]/da[1], m'
    expect(told(source)['dm[1]/da[1]']).toContain('Where both are equal, max passes the gradient')
    expect(told(source)).not.toHaveProperty('m')
  })

  test('a nudge that rests on it without a gradient asked before', () => {
    const remarks = told('param z = 0\nloss L = relu(z)\nnudge 1')
    expect(remarks['nudge.predicted']).toMatch(/relu has slope 0 at 0\.$/)
    expect(remarks['nudge.actual']).not.toContain('slope')
  })
})
