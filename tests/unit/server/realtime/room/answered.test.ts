import { expect, test } from 'vitest'
import { answeredText } from '@/lib/server/realtime/room/answered'

const row = (sentences: readonly object[]) => ({
  seq: 1,
  id: 'a1',
  classId: 'c1',
  studentId: 's1',
  version: 'v1',
  step: 'z',
  seed: 0,
  cells: '["7"]',
  verdict: 'wrong',
  result: JSON.stringify({
    verdict: 'wrong',
    cells: [{ verdict: 'wrong', reason: 'rational', message: null }],
    mistakes: ['no-two'],
    sentences,
  }),
  engine: 'test',
  follows: '[]',
  regrades: null,
  at: 5,
})

test('a stored answer is read with its sentences', () => {
  const { cells, result } = answeredText(row([{ id: 'verbatim.text', args: { text: 'Not there yet.' } }]))
  expect(cells).toEqual(['7'])
  expect(result).toMatchObject({ verdict: 'wrong', mistakes: ['no-two'], message: 'Not there yet.' })
})

test('a message that no sentence fits, of another version, says nothing and leaves the verdict', () => {
  const { result } = answeredText(
    row([
      { id: 'verdict.partly', args: {} },
      { id: 'verdict.of-a-later-version', args: { count: 2 } },
    ]),
  )
  expect(result.verdict).toBe('wrong')
  expect(result.message.trim()).toBe('')
})
