// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Notices } from '@/components/desk/notices/notices'
import { type DeskView, emptyView } from '@/lib/client/desk-view'
import { publicView } from '@/lib/exercise'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import type { DeskMessage } from '@/lib/protocol/talk'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../../../takes-long'
import { plainDeskPacing } from '../../../classroom/unpaced'
import { keyOf } from '../../../exercise/solve'
import { browser } from '../../browser'

takesLong()
browser()

const key = keyOf('given x = [[1], [2]]\nz = 2 * x\nloss L = sum(z^2)\nask L, dL/dz')
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
const on = { version: 'v', step: 'dL/dz' }
const base: DeskView = { ...emptyView, phase: 'open', desk, pacing: plainDeskPacing }
const message = (id: number, text: string, at: DeskMessage['on'] = null): DeskMessage => ({
  id,
  at: 0,
  text,
  on: at,
})
const says = (...messages: DeskMessage[]): DeskView => ({ ...base, talk: { messages, poll: null } })
const brought = { ...base, pacing: { ...plainDeskPacing, focus: { id: 9, ...on } } }

function strip(view: DeskView, here: { version: string; step: string } = { version: 'v', step: 'L' }) {
  const onGo = vi.fn()
  const page = (view: DeskView, at = here) => (
    <Notices
      session={null}
      view={view}
      student="s"
      here={at}
      over={false}
      due={null}
      changes={[]}
      onDismissChanges={() => undefined}
      onGo={onGo}
    />
  )
  const { rerender } = render(page(view))
  return { onGo, becomes: (view: DeskView, at = here) => rerender(page(view, at)) }
}

const items = () => within(screen.getByTestId('notices')).queryAllByRole('listitem')
const words = (element: HTMLElement | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim()

test('it says who did what: everybody was brought to a step, which is typeset', () => {
  const { onGo } = strip(brought)
  expect(words(screen.getByTestId('brought'))).toContain('Your teacher brought everyone to ∂L/∂z.')
  expect(screen.getByTestId('brought').querySelector('math')?.getAttribute('aria-label')).toBe('dL/dz')
  fireEvent.click(screen.getByTestId('go-there'))
  expect(onGo).toHaveBeenCalledWith(expect.objectContaining({ version: 'v', step: 'dL/dz' }))
})

test('who was brought there reads so and is offered no way; put away it stays away', () => {
  const { becomes } = strip(brought, on)
  expect(words(items()[0])).toBe('Your teacher brought everyone to ∂L/∂z.')
  expect(screen.queryByTestId('go-there')).toBeNull()
  fireEvent.click(screen.getByTestId('brought-dismiss'))
  becomes({ ...brought, hand: true }, on)
  expect(items()).toHaveLength(0)
  becomes({ ...brought, pacing: { ...plainDeskPacing, focus: { id: 10, ...on } } }, on)
  expect(items()).toHaveLength(1)
})

test('folded it is one line, of what came last; unfolded it is everything', () => {
  const { becomes } = strip(says(message(1, 'First')))
  becomes(says(message(1, 'First'), message(2, 'Second')))
  expect(items().map(words)).toEqual(['teacherSecond'])
  const paused = { ...says(message(1, 'First'), message(2, 'Second')) }
  becomes({ ...paused, pacing: { ...plainDeskPacing, paused: true } })
  expect(words(items()[0])).toContain('Your teacher paused the class.')
  fireEvent.click(screen.getByTestId('unfold'))
  expect(items()).toHaveLength(3)
  expect(screen.getByTestId('unfold').getAttribute('aria-expanded')).toBe('true')
  fireEvent.click(screen.getByTestId('unfold'))
  expect(items()).toHaveLength(1)
})

test('unfolded it folds when the student goes to another step', () => {
  const { becomes } = strip(says(message(1, 'First'), message(2, 'Second')))
  fireEvent.click(screen.getByTestId('unfold'))
  expect(items()).toHaveLength(2)
  becomes(says(message(1, 'First'), message(2, 'Second')), on)
  expect(items()).toHaveLength(1)
})

test('mathematics between dollar signs is typeset in messages and in questions', async () => {
  const { becomes } = strip(says(message(1, 'The sign of $dL/dz$, for $5.')))
  expect(words(items()[0])).toBe('teacherThe sign of ∂L/∂z, for $5.')
  const poll = {
    id: 3,
    on,
    question: 'What is $z$?',
    options: [{ cells: ['1', '2'] }],
    phase: 'vote' as const,
    since: 3,
    mine: { first: null, second: null },
    votes: null,
    right: null,
  }
  becomes({ ...base, talk: { messages: [], poll } })
  expect(words(items()[0])).toContain('Your teacher asks the class: What is z?')
  act(() => fireEvent.click(screen.getByTestId('poll-answer')))
  expect((await screen.findByTestId('poll')).querySelector('math[aria-label="z"]')).toBeTruthy()
})

test('a message about another step leads there, and says which it is', () => {
  const { onGo, becomes } = strip(says(message(1, 'Look here', on)))
  expect(words(items()[0])).toContain('about ∂L/∂z')
  fireEvent.click(screen.getByTestId('message-go'))
  expect(onGo).toHaveBeenCalledWith(expect.objectContaining({ version: 'v', step: 'dL/dz' }))
  becomes(says(message(1, 'Look here', on)), on)
  expect(screen.queryByTestId('message-go')).toBeNull()
})

test('what is read out stands in a list that is there before', () => {
  strip(base)
  const list = screen.getByTestId('notices').querySelector('[aria-live="polite"]')
  expect(list?.childElementCount).toBe(0)
})
