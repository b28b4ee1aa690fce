import { describe, expect, test } from 'vitest'
import { readVerdict, sameVerdict, storedMistakes, storedVerdict } from '@/lib/classroom/stored-verdict'
import type { GradedStep } from '@/lib/grading'
import { verdictInWords } from '@/lib/grading/in-words'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'

/** The first versions wrote the sentences themselves. */
const oldRow =
  '{"verdict":"wrong","cells":[{"verdict":"right","reason":"rational","message":null},{"verdict":"wrong","reason":"rational","message":"Type at least 2 decimal places, or the exact value."}],"mistakes":["no-two"],"message":"One of two. Entry 2 is not there yet. Check the derivative of the square."}'

const graded: GradedStep = {
  verdict: 'wrong',
  cells: [
    { verdict: 'right', reason: 'rational', message: null },
    { verdict: 'wrong', reason: 'rational', message: message('verdict.more-places', { places: 2 }) },
  ],
  mistakes: ['no-two'],
  sentences: [
    message('verdict.partly', {
      steps: [math('dL/dA'), math('z')],
      count: 2,
      rest: message('verdict.wrong', { wrong: 1, entries: 2, named: [[2]] }),
    }),
  ],
}

describe('a stored verdict', () => {
  test('holds ids and arguments and no sentence', () => {
    const row = storedVerdict(graded)
    expect(readVerdict(row)).toEqual(graded)
    expect(JSON.parse(row)).toEqual(graded)
    expect(row).not.toMatch(/\b[A-Za-z]+ [a-z]+ [a-z]+/)
    expect(verdictInWords(readVerdict(row), plainSentence).message).toBe(
      'Given your own dL/dA and z: One of two. Entry 2 is not there yet.',
    )
  })

  test('nothing rides along into a row', () => {
    const more: GradedStep & { readonly answer: string } = { ...graded, answer: '7/4' }
    expect(storedVerdict(more)).not.toContain('7/4')
  })

  test('an older row is read with the sentences that it holds', () => {
    const read = readVerdict(oldRow)
    expect(read.mistakes).toEqual(['no-two'])
    expect(verdictInWords(read, plainSentence)).toEqual(JSON.parse(oldRow))
  })

  test('its mistakes are read without the rest of it', () => {
    expect(storedMistakes(storedVerdict(graded))).toEqual(['no-two'])
    expect(storedMistakes(storedVerdict({ ...graded, mistakes: [] }))).toEqual([])
    expect(storedMistakes(oldRow)).toEqual(['no-two'])
  })

  test.each([
    '{}',
    '[]',
    '{"verdict":"wrong","cells":[],"mistakes":[]}',
    oldRow.replace('"no-two"', '7'),
    storedVerdict(graded).replace('"args"', '"arguments"'),
    storedVerdict(graded).replace('"math":"z"', '"math":7'),
    storedVerdict(graded).replace('{"math":"z"}', '{"tex":"z"}'),
  ])('what fits no version is a bug: %s', row => expect(() => readVerdict(row)).toThrow())
})

describe('[G12] the same verdict again', () => {
  test('whatever its words, and whichever version wrote them', () => {
    expect(sameVerdict(graded, readVerdict(oldRow))).toBe(true)
    expect(
      sameVerdict(graded, {
        ...graded,
        sentences: [message('mistakes.nudge', { mistake: 'one-cell-slip' })],
      }),
    ).toBe(true)
  })

  test('another one is not the same', () => {
    const [first, second] = graded.cells
    const cells = [first, { ...second, verdict: 'follows' as const }].filter(cell => cell !== undefined)
    expect(sameVerdict(graded, { ...graded, mistakes: [] })).toBe(false)
    expect(sameVerdict(graded, { ...graded, verdict: 'follows' })).toBe(false)
    expect(sameVerdict(graded, { ...graded, cells: cells as GradedStep['cells'] })).toBe(false)
  })
})
