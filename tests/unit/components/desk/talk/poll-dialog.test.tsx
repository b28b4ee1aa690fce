// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import { fetchTypeset } from '@/components/desk/cells/use-typeset'
import { PollDialog } from '@/components/desk/talk/poll-dialog'
import type { DeskSession } from '@/lib/client/desk-session'
import { emptyView } from '@/lib/client/desk-view'
import { publicView } from '@/lib/exercise'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import type { DeskPoll } from '@/lib/protocol/poll'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../../../takes-long'
import { plainDeskPacing } from '../../../classroom/unpaced'
import { keyOf } from '../../../exercise/solve'
import { browser } from '../../browser'

takesLong()

browser()
beforeAll(async () => void (await fetchTypeset()))

const key = keyOf('given x = [[1], [2]]\nloss L = sum(x^2)\nask x, L')
const desk: DeskSnapshot = {
  student: { id: 's', name: 'Ada' },
  class: { id: 'c', title: 'ML 101' },
  exercises: [publicView(key, 'v', sentenceOf)],
  records: [],
  pacing: plainDeskPacing,
  hints: [],
  revealed: [],
  hand: false,
  talk: { messages: [], poll: null },
}

const asked: DeskPoll = {
  id: 7,
  on: { version: 'v', step: 'L' },
  question: 'Which one is it?',
  options: [{ cells: ['3'] }, { cells: ['5'] }],
  phase: 'vote',
  since: 7,
  mine: { first: null, second: null },
  votes: null,
  right: null,
}

/** The dialog over a desk, and what a vote is answered with. */
function show(poll: DeskPoll, refusal: string | null = null) {
  const vote = vi.fn(async () => refusal)
  const session = { vote } as unknown as DeskSession
  const dialog = (now: DeskPoll) => (
    <PollDialog session={session} view={{ ...emptyView, desk }} poll={now} open onClose={() => undefined} />
  )
  const { rerender } = render(dialog(poll))
  return { vote, change: (now: DeskPoll) => rerender(dialog(now)) }
}

const radios = () => screen.getAllByRole<HTMLInputElement>('radio')
const button = () => screen.getByTestId<HTMLButtonElement>('vote')
const choose = (place: number) => act(() => radios()[place]!.click())
const submit = () => act(async () => void fireEvent.submit(button().closest('form')!))

test('a question with its answers and none of these, and no vote without a choice', () => {
  show(asked)
  expect(screen.getByRole('dialog', { name: 'A question to the class' }).textContent).toContain(
    'Which one is it?',
  )
  expect(screen.getByRole('group', { name: 'Which one is it?' })).toBeDefined()
  expect(radios()).toHaveLength(3)
  expect(screen.getAllByTestId('poll-option').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^A/),
    expect.stringMatching(/^B/),
    'None of these',
  ])
  expect(button().disabled).toBe(true)
})

test('a vote goes out once, stands, and can be changed while the question is open', async () => {
  const { vote, change } = show(asked)
  choose(1)
  expect(button().disabled).toBe(false)
  await submit()
  expect(vote).toHaveBeenCalledExactlyOnceWith({ poll: 7, choice: 1, again: false })
  change({ ...asked, mine: { first: 1, second: null } })
  expect(radios()[1]!.checked).toBe(true)
  expect(within(screen.getByTestId('poll')).getByRole('status').textContent).toContain('Your vote is in.')
  expect(button().disabled).toBe(true)
  choose(2)
  expect(button().textContent).toBe('Change my vote')
  await submit()
  expect(vote).toHaveBeenLastCalledWith({ poll: 7, choice: 2, again: false })
})

test('a vote that was refused says why, and may be tried again', async () => {
  show(asked, 'The question was closed.')
  choose(0)
  await submit()
  expect(screen.getByRole('alert').textContent).toContain('The question was closed.')
  expect(button().disabled).toBe(false)
})

test('while the class talks there is nothing to vote with, and no vote but one’s own', () => {
  show({ ...asked, phase: 'discuss', mine: { first: 1, second: null } })
  expect(screen.getByRole('dialog', { name: 'Talk about it' })).toBeDefined()
  expect(screen.queryAllByRole('radio')).toEqual([])
  const texts = screen.getAllByTestId('poll-result').map(({ textContent }) => textContent ?? '')
  expect(texts.map(text => text.includes('your vote'))).toEqual([false, true, false])
  expect(texts.join()).not.toContain('%')
})

test('the second vote begins with the first choice, which can be kept with one press', async () => {
  const { vote } = show({ ...asked, phase: 'again', mine: { first: 1, second: null } })
  expect(radios()[1]!.checked).toBe(true)
  expect(button().disabled).toBe(false)
  await submit()
  expect(vote).toHaveBeenCalledExactlyOnceWith({ poll: 7, choice: 1, again: true })
})

test('after it the votes of the class, with one’s own marked, and nothing to vote with', () => {
  show({
    ...asked,
    phase: 'shown',
    mine: { first: 1, second: null },
    votes: { first: [1, 3, 0], second: null },
  })
  expect(screen.queryAllByRole('radio')).toEqual([])
  const results = screen.getAllByTestId('poll-result').map(({ textContent }) => textContent ?? '')
  expect(results.map(text => text.includes('your vote'))).toEqual([false, true, false])
  expect(results[1]).toContain('75')
  expect(screen.getByTestId('poll').textContent).toContain('4 votes in all')
})

test('after two votes both stand at every answer, and the right one is marked once it is shown', () => {
  const votes = { first: [1, 3, 0], second: [3, 1, 1] }
  const { change } = show({ ...asked, phase: 'shown', mine: { first: 1, second: 0 }, votes })
  const bars = () => screen.getAllByTestId('vote-bar').map(bar => `${bar.dataset.when} ${bar.textContent}`)
  expect(bars().slice(0, 2)).toEqual(['before before1 · 25 %', 'after after3 · 60 %'])
  const right = () => screen.getAllByTestId('poll-result').map(({ dataset }) => dataset.right)
  expect(right()).toEqual([undefined, undefined, undefined])
  change({ ...asked, phase: 'right', mine: { first: 1, second: 0 }, votes, right: 0 })
  expect(right()).toEqual(['true', undefined, undefined])
  expect(screen.getAllByTestId('poll-result')[0]?.textContent).toContain('right')
})
