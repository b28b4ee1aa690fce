import { describe, expect, test } from 'vitest'
import { math } from '@/lib/words/argument'
import { firstSentence, listed, piecesOf, plainText, text, whole } from '@/lib/words/text'

describe('marked text', () => {
  test('mathematics among the values is marked, words are not', () => {
    const sentence = text`${math('dL/dA')} has ${3} rows, ${'you'} have 2.`
    expect(plainText(sentence)).toBe('dL/dA has 3 rows, you have 2.')
    expect(piecesOf(sentence)).toEqual([
      { kind: 'math', text: 'dL/dA' },
      { kind: 'words', text: ' has 3 rows, you have 2.' },
    ])
  })

  test('typed marks are taken out, marks of a piece are kept', () => {
    expect(text`${'\u2066x\u2069'}`).toBe('x')
    expect(piecesOf(text`see ${whole(text`${math('x')}`)}`)).toEqual([
      { kind: 'words', text: 'see ' },
      { kind: 'math', text: 'x' },
    ])
  })

  test('lists name their mathematics', () => {
    expect(plainText(text`of ${listed([math('W1'), math('b1'), math('W2')])}`)).toBe('of W1, b1 and W2')
    expect(plainText(text`of ${listed([math('W1')])}`)).toBe('of W1')
    expect(piecesOf(text`${listed([math('W1'), 'no'], 'or')}`)).toEqual([
      { kind: 'math', text: 'W1' },
      { kind: 'words', text: ' or no' },
    ])
  })

  test('a mark that nothing closes ends with the text', () => {
    expect(piecesOf('\u2066dL/dA')).toEqual([{ kind: 'math', text: 'dL/dA' }])
  })

  test('the first sentence ends at a stop between words, not inside mathematics', () => {
    const [first, rest] = firstSentence(text`${math('A. B')} is right. So is ${math('x')}.`)
    expect(first).toBe(text`${math('A. B')} is right.`)
    expect(rest).toBe(text`So is ${math('x')}.`)
    expect(firstSentence('Right.')).toEqual(['Right.', ''])
    expect(firstSentence('1.5 is wrong. Why?')).toEqual(['1.5 is wrong.', 'Why?'])
  })
})
