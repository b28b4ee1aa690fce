import { expect, test } from 'vitest'
import type { Fill } from '@/components/desk/picture/fill'
import { drawExercise } from '@/components/desk/picture/layout'
import { offWords } from '@/components/desk/picture/off'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { viewOf } from '../../../exercise/solve'

const network = 'given x = [1, 1, 1]\nz = 2 * x\nh = relu(z)\nloss L = sum(h)\n'

function said(exercise: PublicExercise, fills: Readonly<Record<string, Partial<Fill>>>): string | null {
  const box = drawExercise(exercise).boxes.find(({ id }) => id === 'backward z')!
  const fillOf = (id: string): Fill => ({ entries: [], look: 'open', ...fills[id] })
  return offWords(box, exercise, fillOf)
}

const right = (...entries: string[]): Partial<Fill> => ({ entries, look: 'right' })

test('a neuron that is off says so below its gradient', () => {
  const exercise = viewOf(`${network}ask z, h, dL/dz`)
  expect(said(exercise, { 'forward z': right('1', '−0.6', '2'), 'backward z': right() })).toBe(
    'neuron 2 is off',
  )
  expect(
    said(exercise, {
      'forward h': right('0', '3', '0.0'),
      'forward z': { entries: [null, null, null] },
      'backward z': right(),
    }),
  ).toBe('neurons 1, 3 are off')
  expect(said(exercise, { 'forward z': right('1', '2', '1/2'), 'backward z': right() })).toBeNull()
})

test('not before the gradient is found, because that is what its step is about', () => {
  const exercise = viewOf(`${network}ask z, h, dL/dz`)
  expect(said(exercise, { 'forward z': right('1', '−0.6', '2'), 'backward z': { look: 'open' } })).toBeNull()
  expect(said(exercise, { 'forward z': right('1', '−0.6', '2'), 'backward z': { look: 'wrong' } })).toBeNull()
})

test('of a batch it says how many', () => {
  const batch = viewOf('given x = [[1, 1], [1, 1]]\nz = 2 * x\nh = relu(z)\nloss L = sum(h)\nask z, dL/dz')
  expect(said(batch, { 'forward z': right('1', '−1', '−2', '3'), 'backward z': right() })).toBe(
    '2 of 4 are off',
  )
})
