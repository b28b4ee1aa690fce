import { expect, test } from 'vitest'
import { plainSentence } from '@/lib/words/sentence'
import { lint } from './linted'

const given = 'given A = [[1, 2], [3, 4]]\ngiven y = [0, 1]\n'

/** The warnings of a file, with their places. */
const warned = (lines: string): string[] =>
  lint(`${given}${lines}`, false).warnings.map(
    ({ line, column, message }) => `${line}:${column} ${plainSentence(message)}`,
  )

test.each([
  ['q = max(A, 1)\nask q', ['3:5 max compares each entry with 1: along axis 1 it is amax(x, 1)']],
  ['q = min(A, 2)\nask q', ['3:5 min compares each entry with 2: along axis 2 it is amin(x, 2)']],
  ['q = max(A, 3)\nask q', []],
  ['q = max(A, 0)\nask q', []],
  ['q = max(A[1,1], 1)\nask q', []],
  ['q = amax(A, 1)\nask q', []],
  [
    'p = softmax([1, 2])\nloss L = cross_entropy(p, y)\nask L',
    ['4:10 cross_entropy has the softmax in it and takes logits, and these are shares already'],
  ],
  [
    'q = cross_entropy(softmax([1, 2]), y)\nask q',
    ['3:5 cross_entropy has the softmax in it and takes logits, and these are shares already'],
  ],
  ['q = cross_entropy([1, 2], y)\nask q', []],
  ['q = sum(A)', ['1:1 nothing is asked: students would see no step (ask z, dL/dz)']],
])('%j', (lines, warnings) => {
  const told = warned(lines).filter(warning => !warning.includes('characters'))
  expect(told).toEqual(warnings)
})
