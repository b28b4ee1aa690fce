import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyRight } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import type { Message } from '@/lib/words/argument'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { randomNetwork } from '../../network/random-network'
import { errorsOf, keyOf } from '../solve'
import { chalkOf } from './random-chalk'

takesLong()

const spoken = (why: Message | null): string | null => why && plainSentence(why)

const reasonsOf = (source: string): Record<string, string | null> => {
  const key = keyOf(source)
  return Object.fromEntries(key.steps.map(({ id }) => [id, spoken(whyRight(key, id))]))
}

describe('[G9] [G11] why a right step is right', () => {
  test('it says the same whatever the numbers are', () => {
    fc.assert(
      fc.property(randomNetwork, network => {
        const [source, other] = [1n, -7n].map(scale => chalkOf(network, 'nudge 1/10\ndescend 1/2', scale))
        fc.pre([source, other].every(file => file != null && errorsOf(file).length === 0))
        expect(reasonsOf(source!)).toEqual(reasonsOf(other!))
      }),
      { numRuns: 30 },
    )
  })

  test.each(builtIn)('$slug: a line for every step, short enough for a phone', ({ file }) => {
    for (const [step, reason] of Object.entries(reasonsOf(readFileSync(`lib/lessons/${file}`, 'utf8')))) {
      // A formula says why itself, and a mistake that was found has its name.
      if (/^(find\d*\.|formula |choose)/.test(step)) expect(reason, step).toBeNull()
      else {
        expect(reason, step).toMatch(/^\S.*\.$/)
        expect(reason!.length, step).toBeLessThanOrEqual(120)
      }
    }
  })

  test('no formula with a number in it, which another step may ask for', () => {
    const reasons = reasonsOf('param x = 3\nu = 5*x\nloss L = u^2\nask dL/du, dL/dx, du/dx')
    expect(reasons).toEqual({
      'dL/du': 'dL/du: the slope of a square is twice its base, here twice u.',
      'dL/dx': 'What arrives at u times the slope of u = 5*x.',
      'du/dx': 'How fast u moves with x alone, all else held still.',
    })
  })

  test('functions beyond the rationals have a slope to tell as well', () => {
    const reasons = ['exp', 'log', 'sqrt', 'sigmoid', 'tanh', 'softplus', 'softmax', 'log_softmax'].map(
      name => reasonsOf(`param z = [1, 2]\na = ${name}(z)\nloss L = sum(a * a)\nask dL/dz`)['dL/dz'],
    )
    expect(reasons).toEqual([
      'dL/dz = dL/da * a: exp is its own slope, so what arrives is multiplied by the output.',
      'dL/dz = dL/da / z: the slope of the logarithm is one over z.',
      'dL/dz: the slope of a root is one over twice the root.',
      'dL/dz: the slope of a sigmoid is its output times one minus its output.',
      'dL/dz: the slope of tanh is one minus its squared output.',
      'dL/dz = dL/da * sigmoid(z): the slope of softplus is the sigmoid of z.',
      'dL/dz = a * (dL/da - sum(a * dL/da)): each share times (what arrives there minus the weighted mean of all that arrives).',
      'dL/dz = dL/da - softmax(z) * sum(dL/da): what arrives minus its sum times the softmax of z.',
    ])
  })

  test('one entry does not give away the whole gradient', () => {
    const file =
      'given G = [[1, 2], [3, 4]]\nparam A = [[1, 2], [3, 5]]\nparam B = [[1, 2], [0, 1]]\nC = A @ B\nupstream dL/dC = G\n'
    expect(reasonsOf(`${file}ask dL/dA[1,2], dL/dA`)).toEqual({
      'dL/dA[1,2]': 'What arrives at C times the slope of C = A @ B.',
      'dL/dA': 'dL/dA = dL/dC @ B.T: entry (i, k) is row i of dL/dC times row k of B.',
    })
    expect(reasonsOf(`${file}ask dL/dA[1,2]`)['dL/dA[1,2]']).toContain('dL/dC @ B.T')
  })

  test('shapes, uses, what the exercise gives', () => {
    expect(
      reasonsOf(
        'param x = 3\nu = 2*x\nv = x^2\nq = x\nloss L = u*v\nask dL/dx, dL/dq, dL/dL, shape dL/dx, shape u',
      ),
    ).toEqual({
      'dL/dx': 'x is used twice: what comes back through u and v is added up.',
      'dL/dq': 'The loss does not depend on q, so its gradient is 0.',
      'dL/dL': 'The gradient of the loss with respect to itself is 1.',
      'shape dL/dx': 'A gradient has the shape of what it belongs to.',
      'shape u': 'u has the shape that 2*x gives.',
    })
  })

  test('however long a formula is, the line stays short', () => {
    const long = Array.from({ length: 60 }, () => 'x').join(' + ')
    const reasons = reasonsOf(
      `param x = 3\nu = ${long}\nloss L = relu(u)^2\nask u, L, dL/du, dL/dx, shape u, du/dx`,
    )
    for (const reason of Object.values(reasons)) expect(reason!.length).toBeLessThanOrEqual(120)
  })
})
