// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ChoiceCounts } from '@/components/board/closer/choice-counts'
import { WordsBoard } from '@/components/board/closer/words-board'
import type { BoardSession } from '@/lib/client/board'
import type { BoardExercise } from '@/lib/protocol/board'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'
import { aBoard, cellOf, studentOf } from '../a-class'

takesLong()
browser()

const step = (id: string, pick: 'one' | 'words') => ({
  id,
  mathml: '',
  title: id,
  shape: [],
  question: { asked: 'Why?', pick },
  ...(pick === 'one' && { choices: ['a', 'b'].map(value => ({ value, text: `<${value}>`, mathml: null })) }),
})
const exercise: BoardExercise = {
  version: 'v',
  title: 'Words',
  steps: [step('explain', 'words'), step('choose', 'one')],
  draws: false,
}
const [explain, choose] = exercise.steps as [BoardExercise['steps'][number], BoardExercise['steps'][number]]
const students = [studentOf('Ada'), studentOf('Ben'), studentOf('Cleo')]
const right = { verdict: 'right', note: '', graded: 'answered' } as const
const board = aBoard({
  exercises: [exercise],
  students,
  cells: [cellOf('Ada', 'v explain', 'answered'), cellOf('Ben', 'v explain', 'right', { override: right })],
})
const on = { version: 'v', step: 'explain' }
const answersOf = (...cells: string[]) => ({
  ok: true,
  answers: cells.map((text, at) => ({ student: students[at]?.id, id: `a${at}`, cells: [text], at })),
  more: 0,
})

async function show(answers: ReturnType<typeof answersOf>, part: 'words' | 'counts' = 'words') {
  vi.useFakeTimers()
  const ask = vi.fn(async (name: string) => (name === 'answers' ? answers : { ok: true }))
  const session = { ask } as unknown as BoardSession
  render(
    part === 'words' ? (
      <WordsBoard session={session} board={board} exercise={exercise} step={explain} />
    ) : (
      <ChoiceCounts session={session} board={board} on={{ ...on, step: 'choose' }} step={choose} />
    ),
  )
  await act(() => vi.advanceTimersByTimeAsync(500))
  vi.useRealTimers()
  return ask
}
const asked = (ask: ReturnType<typeof vi.fn>, name: string) =>
  ask.mock.calls.filter(([called]) => called === name).map(([, command]) => command)
const press = (element: HTMLElement) => act(async () => fireEvent.click(element))

test('answers stand side by side without names, with their marks', async () => {
  await show(answersOf('Because.', 'It is off.'))
  const cards = screen.getAllByTestId('words-card')
  expect(cards.map(card => within(card).getByTestId('words-text').textContent)).toEqual([
    'Because.',
    'It is off.',
  ])
  expect(cards.map(({ dataset }) => dataset.mark)).toEqual([undefined, 'right'])
  expect(screen.getByTestId('words-counts').textContent).toBe('2 of 3 handed in · 1 marked')
  expect(document.body.textContent).not.toMatch(/Ada|Ben|Cleo/)
  await press(screen.getByRole('checkbox', { name: 'only those to mark' }))
  expect(screen.getAllByTestId('words-card')).toHaveLength(1)
})

test('one is marked, its mark taken back by the same button', async () => {
  const ask = await show(answersOf('Because.', 'It is off.'))
  await press(screen.getByRole('button', { name: 'Mark answer 1 wrong' }))
  await press(screen.getByRole('button', { name: 'Mark answer 2 right' }))
  expect(asked(ask, 'except')).toEqual([
    { do: 'mark', on, marks: [{ student: 'id-Ada', answer: 'a0' }], verdict: 'wrong', note: '' },
    { do: 'mark', on, marks: [{ student: 'id-Ben', answer: 'a1' }], verdict: null, note: '' },
  ])
})

test('many are marked at once, with a note', async () => {
  const ask = await show(answersOf('Because.', 'It is off.', 'Why not?'))
  await press(screen.getByTestId('choose-all'))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Well said.' } })
  await press(screen.getByTestId('mark-all-right'))
  expect(asked(ask, 'except')).toMatchObject([{ verdict: 'right', note: 'Well said.', marks: [{}, {}, {}] }])
  expect(screen.queryByTestId('mark-many')).toBeNull()
})

test('one is thrown on the projector', async () => {
  const ask = await show(answersOf('Because.'))
  await press(screen.getByTestId('words-show'))
  expect(asked(ask, 'show')).toEqual([
    { scene: { what: 'answers', ...on, picks: [{ student: 'id-Ada', id: 'a0' }], marks: false } },
  ])
})

test('a choice has how many chose what', async () => {
  await show(answersOf('a', 'b', 'a'), 'counts')
  const rows = [...document.querySelectorAll<HTMLElement>('[data-choice]')]
  expect(rows.map(({ dataset }) => [dataset.choice, dataset.count])).toEqual([
    ['a', '2'],
    ['b', '1'],
  ])
  expect(screen.getByText('3 students, the latest answer of each')).toBeDefined()
})
