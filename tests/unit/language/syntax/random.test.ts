import { expect, test } from 'vitest'
import { hasRandom } from '@/lib/language/syntax/random'

test.each([
  ['given x = random 2x1 from -3..3\nask x', true],
  ['given x = 1 # no random value\nask x', false],
  ['title "random"\ngiven x = 1', false],
  ['given x = ¿', false],
])('whether %j draws values: %s', (source, draws) => {
  expect(hasRandom(source)).toBe(draws)
})
