// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { hintFor } from '@/components/board/closer/cell-actions'
import { MistakeActions } from '@/components/board/needs/mistake-actions'
import { inWords } from '@/components/board/needs/shared-mistakes'
import { MessageDialog } from '@/components/board/talk/message-dialog'
import { PollResults } from '@/components/board/talk/poll-results'
import { addresseesInWords, sentTo } from '@/components/board/talk/talk-words'
import { mistakeWords } from '@/lib/classroom/mistakes'
import type { BoardSession } from '@/lib/client/board'
import { mistakeName, mistakeNames } from '@/lib/exercise'
import type { BoardPoll } from '@/lib/protocol/poll'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { plainText } from '@/lib/words/text'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'
import { aBoard, exerciseOf, studentOf } from './a-class'

takesLong()

browser()

const exercise = exerciseOf('v', 'z')
const students = ['Ada', 'Ben', 'Cleo'].map(name => studentOf(name))
const board = aBoard({ exercises: [exercise], students, mistakeWords: mistakeWords(sentenceOf) })
const on = { version: 'v', step: 'z' }
const mistake = { version: 'v', step: exercise.steps[0]!, mistakes: ['no-two', 'divide'] as const, students }
const name = plainText(board.mistakeWords.get('no-two') ?? '')
const session = { ask: vi.fn(async () => ({ ok: true })) } as unknown as BoardSession

test('a mistake has one name: on the board, in statistics and files, one or several', () => {
  for (const [id, words] of board.mistakeWords) expect(sentenceOf(mistakeName(id))).toBe(words)
  const ids = ['no-two', 'divide', 'one-path']
  expect(sentenceOf(mistakeNames(ids))).toBe(inWords(ids, board.mistakeWords))
})

test('and the same name in a poll and in messages, whose text knows no ids', () => {
  expect(name).not.toBe('')
  const poll: BoardPoll = {
    id: 1,
    on,
    question: 'Which?',
    options: [
      { cells: ['3'], right: false, mistakes: ['no-two'] },
      { cells: ['5'], right: true, mistakes: [] },
    ],
    first: [1, 0, 0],
    second: [0, 0, 0],
    phase: 'vote',
  }
  render(<PollResults session={session} board={board} poll={poll} />)
  expect(screen.getAllByTestId('poll-result')[0]!.textContent).toContain(name)
  expect(plainText(addresseesInWords(board, { mistake: 'no-two', ...on }))).toContain(name)
  const because = { mistake: 'no-two', ...on }
  expect(plainText(sentTo(board, { to: { count: 1, students: ['id-Ada'], because }, on: null }))).toContain(
    name,
  )
  expect(document.body.textContent).not.toContain('no-two')
})

test('at a mistake: a hint to all who make it, begun with its question; the wall; a question to the class', () => {
  const [onWrite, onAsk] = [vi.fn(), vi.fn()]
  render(<MistakeActions board={board} session={session} {...{ mistake, onWrite, onAsk }} />)
  const button = screen.getByRole('button', { name: 'Hint to these 3' })
  act(() => button.click())
  const text = hintFor(board, ['no-two'])
  expect(text).not.toBe('')
  expect(onWrite).toHaveBeenCalledExactlyOnceWith({ to: { mistake: 'no-two', ...on }, on, text })
  act(() => screen.getByRole('button', { name: 'Ask the class' }).click())
  expect(onAsk).toHaveBeenCalledExactlyOnceWith({ exercise, step: mistake.step })
  expect(screen.getByRole('button', { name: 'Show on projector' })).toBeDefined()
})

test('a hint begins with mathematics as teachers type it', () => {
  const nudges = new Map([['mask', sentenceOf(message('mistakes.choice', { mistake: 'dropout-scale' }))]])
  expect(hintFor({ nudges }, ['mask', 'other'])).toBe('Left out the $1/keep$ of dropout')
  expect(hintFor({ nudges }, [])).toBe('')
})

test('a letter that was begun stands in the dialog, and can be changed', () => {
  render(
    <MessageDialog
      session={session}
      board={board}
      to={['id-Ada']}
      on={on}
      text="Where did the 2 go?"
      open
      onClose={() => undefined}
    />,
  )
  expect(screen.getByTestId<HTMLTextAreaElement>('message-text').value).toBe('Where did the 2 go?')
  expect(screen.getByRole('dialog').textContent).toContain('To Ada')
})
