import { describe, expect, test } from 'vitest'
import {
  countMessages,
  findMessage,
  followsMessage,
  formulaMessage,
  mendMessage,
  partlyMessage,
  rightMessage,
  unreadMessages,
  wrongMessage,
} from '@/lib/grading/wording'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'

const plain = (...messages: Message[]) => messages.map(plainSentence).join(' ')

describe('[G3] how much is right, in words', () => {
  test.each([
    [[], 'Right, exactly.', 'Right, correctly rounded.'],
    [[1, 1], 'Right, exactly.', 'Right, correctly rounded.'],
    [[2], 'Right, both entries.', 'Right, every entry correctly rounded.'],
    [[3, 4], 'Right, all twelve entries.', 'Right, every entry correctly rounded.'],
    [[13], 'Right, all 13 entries.', 'Right, every entry correctly rounded.'],
  ])('of shape %j', (shape, exactly, rounded) => {
    expect(plain(rightMessage(shape, null))).toBe(exactly)
    expect(plain(rightMessage(shape, 'rounded'))).toBe(rounded)
  })

  test('a formula: proved, or tried', () => {
    expect(plain(formulaMessage('identity'))).toBe('Right, for all values.')
    expect(plain(formulaMessage('agrees'))).toBe('Right: it agrees for all values that were tried.')
  })

  test.each([
    [[], [0], 'Not there yet.'],
    [[2], [0, 1], 'Neither entry is there yet.'],
    [[3], [0, 1, 2], 'None of the three entries is there yet.'],
    [[3], [1], 'Two of three. Entry 2 is not there yet.'],
    [[4], [0, 3], 'Two of four. Entries 1 and 4 are not there yet.'],
    [[2, 2], [0, 1, 2], 'One of four. Entries (1, 1), (1, 2) and (2, 1) are not there yet.'],
    [[5], [0, 1, 2, 4], 'One of five. Entries 1, 2, 3 and one more are not there yet.'],
    [
      [14],
      Array.from({ length: 13 }, (_, i) => i + 1),
      'One of 14. Entries 2, 3, 4 and ten more are not there yet.',
    ],
  ])('wrong, of shape %j at %j', (shape, places, said) => {
    expect(plain(wrongMessage(shape, places))).toBe(said)
  })
})

describe('[G2] why something was not checked', () => {
  test.each([
    [[], [0], 'Not checked, no attempt spent. Why.'],
    [[3], [1], 'Not checked, no attempt spent. Entry 2: Why.'],
    [[3], [1, 2], 'Not checked, no attempt spent. Entry 2: Why. One more entry cannot be read either.'],
    [
      [2, 2],
      [1, 2, 3],
      'Not checked, no attempt spent. Entry (1, 2): Why. Two more entries cannot be read either.',
    ],
  ])('unread, of shape %j at %j', (shape, places, said) => {
    expect(plain(...unreadMessages(shape, places, message('verbatim.text', { text: 'Why.' })))).toBe(said)
  })

  test.each([
    [[], 2, 'Not checked, no attempt spent. This step has 1 entry, the answer has 2 entries.'],
    [[2, 3], 1, 'Not checked, no attempt spent. This step has 6 entries, the answer has 1 entry.'],
    [[2], 0, 'Not checked, no attempt spent. This step has 2 entries, the answer has 0 entries.'],
  ])('another count of cells, of shape %j: %j', (shape, arrived, said) => {
    expect(plain(...countMessages(shape, arrived))).toBe(said)
  })
})

test('how many places a rounded step takes', () => {
  expect(plain(message('verdict.more-places', { places: 1 }))).toBe(
    'Type at least 1 decimal place, or the exact value.',
  )
  expect(plain(message('verdict.more-places', { places: 3 }))).toBe(
    'Type at least 3 decimal places, or the exact value.',
  )
})

describe('[G4] which earlier answers a step follows: three by name, the others counted', () => {
  const steps = ['z', 'h', 'yhat', 'L', 'dL/dz'].map(math)

  test.each([
    [1, 'Right, given your own z. That earlier answer is not exact yet.'],
    [2, 'Right, given your own z and h. Those earlier answers are not exact yet.'],
    [3, 'Right, given your own z, h and yhat. Those earlier answers are not exact yet.'],
    [4, 'Right, given your own z, h, yhat and one more. Those earlier answers are not exact yet.'],
    [5, 'Right, given your own z, h, yhat and two more. Those earlier answers are not exact yet.'],
  ])('%i of them', (count, said) => {
    expect(plain(followsMessage(steps.slice(0, count)))).toBe(said)
  })

  test('where some cells follow and others are still wrong', () => {
    expect(plain(partlyMessage([3], [1], [math('z'), math('h')]))).toBe(
      'Given your own z and h: Two of three. Entry 2 is not there yet.',
    )
  })
})

test('[G5] what is to be mended first', () => {
  expect(plain(mendMessage([math('z')]))).toBe(
    'Correct z first. As it stands, nothing is left to work out here.',
  )
  expect(plain(mendMessage([math('z'), math('h')]))).toBe(
    'Correct z and h first. As they stand, nothing is left to work out here.',
  )
})

test('[G9] whether a mistake was found, and not where it is', () => {
  expect(plain(findMessage('step', true))).toBe('Right, that is where it went wrong.')
  expect(plain(findMessage('step', false))).toBe('That is not where it went wrong.')
  expect(plain(findMessage('mistake', true))).toBe('Right, that is what was done there.')
  expect(plain(findMessage('mistake', false))).toBe('Not that one. It would have given other numbers.')
})
