import { expect, test } from 'vitest'
import { Bounded, keepMade } from '@/lib/server/bounded'

test('the one that was set longest ago goes first; to be set again makes it the latest', () => {
  const letters = new Bounded<number>(2)
  letters.set('a', 1)
  letters.set('b', 2)
  letters.set('a', 3)
  letters.set('c', 4)
  expect(['a', 'b', 'c'].map(name => letters.get(name))).toEqual([3, undefined, 4])
})

test('a value takes itself away and no other that came after it', () => {
  const letters = new Bounded<number>(2)
  letters.set('a', 1)
  letters.drop('a', 2)
  expect(letters.has('a')).toBe(true)
  letters.drop('a', 1)
  expect(letters.has('a')).toBe(false)
})

test('what is being made stands there for all who ask, and what fails does not stay', async () => {
  const made = new Bounded<Promise<string>>(2)
  const well = keepMade(made, 'well', Promise.resolve('done'))
  expect(made.get('well')).toBe(well)
  const failing = keepMade(made, 'ill', Promise.reject(new Error('no')))
  expect(made.has('ill')).toBe(true)
  await expect(failing).rejects.toThrow('no')
  expect(made.has('ill')).toBe(false)
  expect(await made.get('well')).toBe('done')
})
