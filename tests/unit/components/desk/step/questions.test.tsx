// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { vocabularyIn } from '@/components/desk/cells/vocabulary'
import type { StepCardProps } from '@/components/desk/step/card-props'
import { StepCard } from '@/components/desk/step/step-card'
import { unpacedStep } from '@/components/desk/step/step-pace'
import { publicView } from '@/lib/exercise'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../../../takes-long'
import { keyOf, stepsOf } from '../../../exercise/solve'
import { browser } from '../../browser'

takesLong()
browser()

const [one, all, words] = stepsOf(
  publicView(
    keyOf(
      'choose "Which of $h$?" ["first $h[1]$", "second" right, "none"]\nchoose "Which hold?" ["a" right, "b", "c" right]\nexplain "Why?"',
    ),
    'v',
    sentenceOf,
  ),
) as [PublicStep, PublicStep, PublicStep]

const vocabulary = vocabularyIn({ nodes: [] })

const said = (verdict: Verdict, message: string): StepVerdict => ({
  verdict,
  cells: [{ verdict, reason: null, message: null }],
  mistakes: [],
  message,
})

/** A step that keeps what is chosen or written, as the desk does. */
function Card({
  onChange,
  start = [''],
  ...more
}: Partial<StepCardProps> & { step: PublicStep; start?: string[] }) {
  const [cells, setCells] = useState<readonly string[]>(start)
  return (
    <StepCard
      vocabulary={vocabulary}
      place={1}
      of={3}
      open
      state="working"
      cells={cells}
      judged={null}
      sending={false}
      connected
      attempts={0}
      lately={false}
      told={null}
      takeFocus={false}
      pace={unpacedStep}
      onToggle={() => undefined}
      onCheck={() => undefined}
      {...more}
      onChange={next => {
        setCells(next)
        onChange?.(next)
      }}
    />
  )
}

test('one answer is picked with radio buttons, its mathematics typeset', () => {
  const onChange = vi.fn()
  render(<Card step={one} onChange={onChange} />)
  expect(screen.getByText('Choose one.')).toBeDefined()
  expect(document.querySelectorAll('input[type=radio]')).toHaveLength(3)
  expect(document.querySelector('fieldset math')?.getAttribute('aria-label')).toBe('h[1]')
  fireEvent.click(screen.getByText('second'))
  fireEvent.click(screen.getByText('none'))
  expect(onChange.mock.calls).toEqual([[['second']], [['none']]])
  expect(document.querySelector('h3 math')?.getAttribute('aria-label')).toBe('h')
})

test('several are picked with check boxes, and told in the order in which they stand', () => {
  const onChange = vi.fn()
  render(<Card step={all} onChange={onChange} />)
  expect(screen.getByText('Choose all that apply.')).toBeDefined()
  const order = all.choices?.map(({ value }) => value) ?? []
  for (const name of order.toReversed()) fireEvent.click(screen.getByRole('checkbox', { name }))
  expect(onChange.mock.lastCall).toEqual([order])
  for (const name of order) fireEvent.click(screen.getByRole('checkbox', { name }))
  expect(onChange.mock.lastCall).toEqual([['']])
})

test('Enter checks at a choice; a wrong choice of several bears no marks of its own', () => {
  const onCheck = vi.fn()
  const judged = { cells: ['a'], result: said('wrong', 'Not yet.') }
  render(<Card step={all} start={['a']} judged={judged} onCheck={onCheck} />)
  const box = screen.getByRole('checkbox', { name: 'a' })
  expect(box.closest('label')?.textContent).toBe('a')
  expect(screen.getByTestId('step-message').textContent).toBe('Not yet.')
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(onCheck).toHaveBeenCalledOnce()
})

test('words are written into a text that counts them, and handed in with Control and Enter', () => {
  const [onChange, onCheck] = [vi.fn(), vi.fn()]
  render(<Card step={words} onChange={onChange} onCheck={onCheck} />)
  const text = screen.getByRole('textbox', { name: 'Why?' })
  expect(screen.getByTestId('check').textContent).toContain('Hand in')
  text.focus()
  fireEvent.change(text, { target: { value: 'Because.\nIndeed. 🙂' } })
  expect(onChange.mock.lastCall).toEqual([['Because.\nIndeed. 🙂']])
  expect(screen.getByTestId('words-count').textContent).toBe('18 of 2,000 characters')
  fireEvent.keyDown(text, { key: 'Enter' })
  expect(onCheck).not.toHaveBeenCalled()
  fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true })
  expect(onCheck).toHaveBeenCalledOnce()
  fireEvent.change(text, { target: { value: 'a'.repeat(2001) } })
  expect(text.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('1 characters too many')).toBeDefined()
})

test('a mark is seen in place of the words that the answer was handed in', async () => {
  const judged = { cells: ['Because.'], result: said('answered', 'Handed in. Your teacher reads it.') }
  const { rerender } = render(<Card step={words} start={['Because.']} judged={judged} state="answered" />)
  expect(screen.getByTestId('step-message').textContent).toContain('Handed in.')
  const override = { verdict: 'right' as const, note: '' }
  await act(async () =>
    rerender(
      <Card
        step={words}
        start={['Because.']}
        judged={judged}
        state="right"
        pace={{ ...unpacedStep, override }}
      />,
    ),
  )
  expect(screen.getByTestId('override').textContent).toBe('Your teacher marked this right.')
  expect(screen.queryByTestId('step-message')).toBeNull()
})
