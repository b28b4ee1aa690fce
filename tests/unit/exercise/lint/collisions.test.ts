import { describe, expect, test } from 'vitest'
import { lessonSource } from '../../../lesson-files'
import { takesLong } from '../../../takes-long'
import { collisions, lint } from './linted'

takesLong()

describe('hand-checked', () => {
  const product = (G: string, A: string, B: string) =>
    `given G = ${G}\nparam A = ${A}\nparam B = ${B}\nC = A @ B\nupstream dL/dC = G\nask C, dL/dA, dL/dB`

  test('G B in place of G B^T is right where B is symmetric', () => {
    const G = '[[3, 2], [1, 4]]'
    expect(collisions(product(G, '[[1, 5], [3, 2]]', '[[3, 1], [1, 4]]'))).toEqual([
      'dL/dA: missing-transpose = right',
    ])
    expect(collisions(product(G, '[[1, 5], [5, 2]]', '[[3, 1], [1, 4]]'))).toEqual([
      'dL/dA: missing-transpose = right',
      'dL/dB: missing-transpose = right',
    ])
    expect(collisions(product(G, '[[1, 5], [3, 2]]', '[[3, 1], [2, 5]]'))).toEqual([])
  })

  test('the transpose of a symmetric answer, and its columns the other way round where its rows are equal', () => {
    // dL/dA = G B^T = [[5, 5], [5, 5]].
    expect(collisions(product('[[1, 1], [1, 1]]', '[[1, 5], [3, 2]]', '[[2, 3], [1, 4]]'))).toEqual(
      expect.arrayContaining(['dL/dA: transpose-answer = right', 'dL/dA: row-col-swap = right']),
    )
  })

  const neuron = (w: string, y: string) =>
    `given h = 3\nparam w = ${w}\nz = w * h\nloss L = (z - ${y})^2\nask z, L, dL/dz, dL/dh, dL/dw`

  test('a weight of 1 may be forgotten, or divided by', () => {
    expect(collisions(neuron('1', '5/2'))).toEqual(
      expect.arrayContaining(['dL/dh: weight-forgotten = right', 'dL/dh: divide = right']),
    )
    expect(collisions(neuron('4', '5/2'))).toEqual([])
  })

  test('r^2 is 2r where r is 2, and 0 where r is', () => {
    expect(collisions(neuron('5', '13'))).toEqual(['dL/dz: loss-as-gradient = right'])
    expect(collisions(neuron('2', '6')).filter(one => one.startsWith('dL/dz'))).toEqual(
      expect.arrayContaining(['dL/dz: no-two = right', 'dL/dz: residual-flip = right']),
    )
  })

  test('two mistakes, each pair once and in the order of the catalogue', () => {
    // dL/dw = G h; own-value gives G w, output-for-input G z = G w h, input-forgotten G.
    const found = collisions('given h = 2\nparam w = 2\nz = w * h\nupstream dL/dz = 7\nask z, dL/dw')
    expect(found).toContain('dL/dw: own-value = right')
    expect(found.filter(one => one.includes('own-value = own-value'))).toEqual([])
    const pairs = collisions('given h = 3\nparam w = 1\nz = w * h\nupstream dL/dz = 7\nask z, dL/dw')
    expect(pairs).toContain('dL/dw: own-value = input-forgotten')
    expect(pairs).not.toContain('dL/dw: input-forgotten = own-value')
  })

  test('every unit on: the gate may be left out', () => {
    const gated = (z: string) => `param z = ${z}\nh = relu(z)\nupstream dL/dh = [5, -7]\nask h, dL/dz`
    expect(collisions(gated('[2, 3]'))).toEqual(
      expect.arrayContaining([
        'h: relu-omitted = right',
        'h: relu-as-abs = right',
        'dL/dz: mask-omitted = right',
        'dL/dz: mask-shifted = right',
      ]),
    )
    expect(collisions(gated('[2, -3]'))).not.toContain('dL/dz: mask-omitted = right')
  })

  test('a rate of 1 and an EPS of 1', () => {
    const moved = (move: string) => collisions(`param w = [3, 4]\nloss L = sum(w^2)\nask dL/dw\n${move}`)
    expect(moved('descend 1')).toEqual(
      expect.arrayContaining([
        'descend.w: step-no-rate = right',
        'descend.predicted: predict-no-rate = right',
      ]),
    )
    expect(moved('nudge 1')).toContain('nudge.predicted: predict-no-eps = right')
    expect(moved('nudge 1/7')).toEqual([])
  })

  test('a mistake made behind the step is told with its place', () => {
    const { collisions } = lint(
      'given x = [1, 2]\nparam w = [3, 4]\nz = w * x\nh = relu(z)\nloss L = sum(h)\nask L, dL/dw',
    )
    expect(collisions).toContainEqual({ step: 'L', mistake: 'relu-omitted', with: 'right', at: ['h'] })
  })
})

describe('no collision of the numbers', () => {
  test('what is the same on all numbers: the transpose of a 1x1, the sum of what is in the wrong order', () => {
    const source = 'param w = [[3]]\nparam v = [2, 5]\nloss L = sum(w^2) + sum(v^3)\nask L, dL/dw, dL/dv'
    expect(collisions(source)).toEqual([])
  })

  test('the slope of a square of a node in itself is that node', () => {
    expect(collisions('param w = 3/2\nloss L = w * w * w\nask L, dL/dw')).toEqual([])
  })

  test('the full small network has none', () => {
    const report = lint(lessonSource('full-small-network'))
    expect([report.collisions, report.traces, report.warnings, report.suggestions]).toEqual([[], [], [], []])
  })
})
