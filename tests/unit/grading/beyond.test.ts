import { describe, expect, test } from 'vitest'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

/** Grading where values leave the rationals. Digits of e and its kin are published ones. */

const neuron = keyOf(`
given x = 1
param w = 1
z = w * x
a = sigmoid(z)
loss L = -log(a)
ask z, a, L rounded 4
ask dL/da, dL/dz rounded 3, dL/dw
`)

const say = (step: string, cell: string, earlier: Record<string, string> = {}) => {
  const typed = new Map(Object.entries(earlier).map(([id, text]) => [id, [text]]))
  const { verdict, follows, labels } = gradeStep(neuron, step, [cell], typed)
  const [first] = verdict.cells
  return { verdict: verdict.verdict, reason: first?.reason, mistakes: verdict.mistakes, follows, labels }
}

describe('[G1] exact beyond the rationals', () => {
  test.each(['1/(1+exp(-1))', 'e/(1+e)', 'sigmoid(1)', 'σ(1)', '1 - 1/(1+e)', '(1+tanh(1/2))/2'])(
    '%s is sigmoid(1), proved in the field',
    text => expect(say('a', text)).toMatchObject({ verdict: 'right', reason: 'field' }),
  )

  test('a decimal of e/(1+e) is wrong, however long', () => {
    const digits = '0.7310585786300048792511592418218362743651446401650565192763659'
    for (const length of [6, 20, digits.length]) {
      expect(say('a', digits.slice(0, length)).verdict).toBe('wrong')
    }
  })

  test('ln and its powers meet', () => {
    for (const text of ['ln(1+e) - 1', 'ln(1+1/e)', '-ln(e/(1+e))', 'log(1+exp(-1))']) {
      expect(say('L', text).verdict).toBe('right')
    }
  })
})

test('[G1] an element where a rational is asked is told from it by what it is, not as a fraction', () => {
  for (const [typed, reason] of [
    ['e', 'field'],
    ['exp(exp(exp(2)))', 'separated'],
  ]) {
    expect(say('z', typed ?? '')).toMatchObject({ verdict: 'wrong', reason })
  }
  // What comes out as a rational is compared as one.
  expect(say('z', 'exp(ln(1))')).toMatchObject({ verdict: 'right', reason: 'rational' })
})

describe('[G1] rounded, by rigorous intervals', () => {
  // ln(1 + 1/e) = 0.31326168751822283404…
  test.each([
    ['0.3133', 'right'],
    ['0.31326', 'right'],
    ['0.3132616875182228', 'right'],
    ['0.3132616875182229', 'wrong'],
    ['0.3132', 'wrong'],
    ['0.313', 'wrong'],
    ['1566/5000', 'wrong'],
  ])('%s is %s', (text, verdict) => {
    const said = say('L', text)
    expect(said.verdict).toBe(verdict)
    if (verdict === 'right') expect(said.reason).toBe('rounded')
  })

  test('a negative one too: dL/dz = -1/(1+e) = -0.26894142…', () => {
    expect(say('dL/dz', '-0.269')).toMatchObject({ verdict: 'right', reason: 'rounded' })
    expect(say('dL/dz', '-0.26894142')).toMatchObject({ verdict: 'right', reason: 'rounded' })
    expect(say('dL/dz', '-0.268').verdict).toBe('wrong')
    expect(say('dL/dz', '0.269').verdict).toBe('wrong')
  })
})

describe('[G4] follow-through beyond the rationals', () => {
  test('a sigmoid of the own, wrong z', () => {
    expect(say('a', '1/(1+e^-2)', { z: '2' })).toMatchObject({ verdict: 'follows', follows: ['z'] })
  })

  test('a slope from z or from a', () => {
    const earlier = { z: '2', a: 'e/(1+e)', 'dL/da': '-(1+e)/e' }
    expect(say('dL/dz', '-(1+e)/e * sigmoid(2) * (1 - sigmoid(2))', earlier).verdict).toBe('follows')
    expect(say('dL/dz', '-1/(1+e)', earlier).verdict).toBe('right')
  })

  test('what goes on from an answer that was rounded rightly is right', () => {
    expect(say('dL/dw', '-0.269', { 'dL/dz': '-0.269' })).toMatchObject({
      verdict: 'right',
      reason: 'rounded',
      follows: ['dL/dz'],
    })
    expect(say('dL/dw', '-0.268', { 'dL/dz': '-0.268' })).toMatchObject({ verdict: 'follows' })
  })
})

test('[G6] mistakes are recognised by certified digits, then proved', () => {
  // What arrives at a, without the slope of the sigmoid.
  expect(say('dL/dz', '-(1+e)/e').mistakes).toEqual(['link-dropped'])
  // The slope of the sigmoid taken at a: s(a) (1 - s(a)).
  const slope = 'sigmoid(sigmoid(1)) * (1 - sigmoid(sigmoid(1)))'
  expect(say('dL/dz', `-(1+e)/e * ${slope}`).mistakes).toContain('sigmoid-slope-twice')
})
