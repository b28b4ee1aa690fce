import { describe, expect, test } from 'vitest'
import { takesLong } from '../../../takes-long'
import { collisions, lint } from './linted'

takesLong()

const offset = (source: string, line: number, column: number) =>
  source
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length +
  (line > 1 ? 1 : 0) +
  column -
  1

function applied(source: string, edits: ReturnType<typeof lint>['suggestions'][number]['edits']): string {
  return edits.toReversed().reduce((text, { line, column, from, to }) => {
    const at = offset(text, line, column)
    expect(text.slice(at, at + from.length)).toBe(from)
    return text.slice(0, at) + to + text.slice(at + from.length)
  }, source)
}

const files = [
  'given G = [[3, 2], [1, 4]]\nparam A = [[1, 5], [3, 2]]\nparam B = [[3, 1], [1, 4]]\nC = A @ B\nupstream dL/dC = G\nask C, dL/dA, dL/dB',
  'given G = [[3, 2], [1, 4]]\nparam A = [[1, 5], [5, 2]]\nparam B = [[-3/2, 0.5],\n [0.5, - 4]]\nC = A @ B\nupstream dL/dC = G\nask C, dL/dA, dL/dB',
  'given h = 3\nparam w = 1\nz = w * h\nloss L = (z - 5/2)^2\nask z, L, dL/dz, dL/dh, dL/dw',
  'param z = [2, 3, 5]\nh = relu(z)\nupstream dL/dh = [5, -7, 4]\nask h, dL/dz',
]

describe('a change that is suggested', () => {
  test.each(files)('does what it says: %j', source => {
    const before = collisions(source)
    const { suggestions } = lint(source)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { edits, removes, heights } of suggestions) {
      const changed = lint(applied(source, edits))
      const after = collisions(applied(source, edits))
      expect(after.filter(one => !before.includes(one))).toEqual([])
      expect(removes.map(({ step, mistake, with: met }) => `${step}: ${mistake} = ${met}`)).toEqual(
        before.filter(one => !after.includes(one)),
      )
      expect(heights).toEqual(changed.heights)
    }
  })

  test('the best comes first and removes all where one number does; two numbers where none alone does', () => {
    const [first, second] = files.map(source => lint(source).suggestions[0])
    expect(first?.edits).toHaveLength(1)
    expect(first?.change).toMatch(/^B\[(1,2|2,1)\] = /)
    expect(second?.edits).toHaveLength(2)
    expect(second?.change).toMatch(/^A\[.*, B\[/)
  })

  test('the same file has the same suggestions; one without collisions, or with drawn numbers, has none', () => {
    for (const source of files) expect(lint(source)).toEqual(lint(source))
    expect(lint('param w = 3\nloss L = w^3\nask dL/dw').suggestions).toEqual([])
    const drawn = 'given h = 3\nparam w = random scalar from 1..1\nz = w * h\nupstream dL/dz = 7\nask dL/dh'
    const { collisions, suggestions } = lint(drawn)
    expect(collisions.length).toBeGreaterThan(0)
    for (const { edits } of suggestions) expect(edits.every(({ line }) => line === 1)).toBe(true)
  })
})
