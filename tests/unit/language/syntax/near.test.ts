import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearWord, slipsBetween } from '@/lib/language/syntax/near'

const letters = [...'abc']
const word = fc.string({ unit: fc.constantFrom(...letters), maxLength: 7 })

/** Every word that one slip makes of another, written out. */
function neighbours(of: string): Set<string> {
  const made = new Set<string>()
  for (let at = 0; at <= of.length; at += 1) {
    const [before, after] = [of.slice(0, at), of.slice(at)]
    for (const letter of letters) {
      made.add(before + letter + after)
      if (after !== '') made.add(before + letter + after.slice(1))
    }
    if (after !== '') made.add(before + after.slice(1))
    if (after.length > 1) made.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
  }
  made.delete(of)
  return made
}

test('words are one slip apart exactly where a slip makes one of the other', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b) === 1).toBe(neighbours(a).has(b))
      expect(slipsBetween(a, b) === 0).toBe(a === b)
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a))
    }),
  )
  fc.assert(
    fc.property(word, fc.nat(), (a, nth) => {
      const made = [...neighbours(a)]
      expect(slipsBetween(a, made[nth % made.length] ?? '')).toBe(1)
    }),
  )
})

test('the word that was meant is the first that is one slip away, and short words have none', () => {
  expect(nearWord('simgoid', ['relu', 'sigmoid'])).toBe('sigmoid')
  expect(nearWord('sgimodi', ['sigmoid'])).toBeNull()
  expect(nearWord('sigmoid', ['sigmoid'])).toBeNull()
  expect(nearWord('ab', ['abc'])).toBeNull()
})
