import { describe, expect, test } from 'vitest'
import { readPasted } from '@/lib/language/answer/pasted/read'
import { readAnswer } from '@/lib/language/answer/read'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'
import { samples, unread } from './samples'

describe('pasted blocks, program by program', () => {
  test.each(samples.map(({ from, text, rows }) => [from, text, rows] as const))('%s', (_, text, rows) => {
    expect(readPasted(text)).toEqual({ ok: true, rows })
  })

  test('the entries are ones that cells read', () => {
    const vocabulary = vocabularyOf([
      { name: 'A', shape: [2, 2] },
      { name: 'x', shape: [] },
    ])
    // A formula is read by another reader.
    const others = new Set(['one LaTeX formula', 'a name before a formula'])
    for (const { from, rows } of samples) {
      if (others.has(from)) continue
      for (const cell of rows.flat()) expect([cell, readAnswer(cell, vocabulary).ok]).toEqual([cell, true])
    }
  })

  test.each(unread)('%s: said, and nothing is filled in', (_, text, told) => {
    const read = readPasted(text)
    expect(read.ok ? JSON.stringify(read.rows) : plainSentence(read.message)).toMatch(told)
    expect(read.ok).toBe(false)
  })
})
