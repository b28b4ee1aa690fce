import { describe, expect, test } from 'vitest'
import { mistakeIds } from '@/lib/network'
import { mistakeWords } from '@/lib/words/en/mistakes'
import { message } from '@/lib/words/message'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'
import { piecesOf } from '@/lib/words/text'

test('there are words for every mistake of the catalogue, and for no other', () => {
  expect(Object.keys(mistakeWords).sort()).toEqual([...mistakeIds].sort())
})

describe.each(mistakeIds.map(mistake => [mistake] as const))('%s', mistake => {
  test('a student reads a question or a hint, an author and a teacher a phrase', () => {
    expect(plainSentence(message('mistakes.nudge', { mistake }))).toMatch(/^[A-Z].*[?.]$/)
    expect(plainSentence(message('mistakes.choice', { mistake }))).toMatch(/^[A-Z].*[^.]$/)
    expect(mistakeWords[mistake].rule).toMatch(/[^.]$/)
    expect(plainSentence(message('mistakes.gives-right', { mistake }))).toMatch(
      /^[\w-]+ \(.+\) gives the right answer\.( It shows where .+\.)?$/,
    )
  })

  test('[G9] the question names no mistake', () => {
    expect(sentenceOf(message('mistakes.nudge', { mistake }))).not.toContain(mistake)
  })

  test('its mathematics is marked', () => {
    const said = [
      sentenceOf(message('mistakes.nudge', { mistake })),
      sentenceOf(message('mistakes.choice', { mistake })),
      mistakeWords[mistake].rule,
    ]
    const words = said.flatMap(piecesOf).filter(({ kind }) => kind === 'words')
    for (const { text } of words)
      expect(text).not.toMatch(/\[\d|\b[A-Za-z]\d|\byhat\b|(?<!['’])\b[b-z]\b|[*^=]/)
  })
})

test('a mistake that only a later version knows keeps its id', () => {
  const later = { id: 'mistakes.choice', args: { mistake: 'sums-of-later' } }
  expect(plainSentence(later)).toBe('sums-of-later')
})
