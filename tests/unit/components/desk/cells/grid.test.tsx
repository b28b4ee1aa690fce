// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'
import { Grid } from '@/components/desk/cells/grid'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'

takesLong()

browser()

/** The reader of blocks is fetched when something is pasted; compiling it for the tests may take long. */
beforeAll(() => import('@/components/desk/cells/paste-into').then(() => undefined))

const right: CellVerdict = { verdict: 'right', reason: null, message: null }
const unreadable: CellVerdict = { verdict: 'invalid', reason: null, message: '1/0 divides by 0.' }

interface Given {
  cells?: readonly string[]
  marks?: readonly (CellVerdict | null)[]
  onCheck?: () => void
}

/** A 2 by 2 grid that keeps what is typed, as a step does. */
function Kept({ cells: first = ['', '', '', ''], marks = [], onCheck }: Given) {
  const [cells, setCells] = useState(first)
  return (
    <Grid
      shape={[2, 2]}
      cells={cells}
      marks={marks}
      label="dL/dA"
      onChange={setCells}
      {...(onCheck && { onCheck })}
    />
  )
}

const inputs = () => screen.getAllByRole<HTMLInputElement>('textbox')
const texts = () => inputs().map(({ value }) => value)
const place = () => inputs().indexOf(document.activeElement as HTMLInputElement)

function type(index: number, text: string): void {
  const input = inputs()[index]!
  input.focus()
  fireEvent.input(input, { target: { value: text } })
}

const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more })

test('each cell says where it stands, and one with a verdict says that too', () => {
  render(<Kept marks={[right, unreadable, null, null]} />)
  expect(inputs().map(input => input.getAttribute('aria-label'))).toEqual([
    'entry row 1, column 1, right',
    'entry row 1, column 2, unreadable',
    'entry row 2, column 1',
    'entry row 2, column 2',
  ])
  const broken = inputs()[1]!
  expect(broken.getAttribute('aria-invalid')).toBe('true')
  const described = document.getElementById(broken.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toContain('1/0 divides by 0.')
})

test('a minus sign is shown as one, and what is kept and sent has the sign of the keyboard', () => {
  const kept = vi.fn()
  render(<Grid shape={[2]} cells={['-0.6', '']} marks={[]} label="z" onChange={kept} />)
  expect(texts()).toEqual(['−0.6', ''])
  type(1, '2 - -3')
  expect(kept).toHaveBeenLastCalledWith(['-0.6', '2 - -3'])
  const input = inputs()[0]!
  input.focus()
  input.value = '−0-.6'
  input.setSelectionRange(3, 3)
  fireEvent.input(input)
  expect([kept.mock.lastCall?.[0][0], input.value, input.selectionStart]).toEqual(['-0-.6', '−0−.6', 3])
})

test('columns line up on the decimal point', () => {
  render(<Kept cells={['-0.6', '1', '12.25', '1/2']} />)
  const [first, , second] = inputs().map(({ style }) => style)
  expect([first?.paddingLeft, first?.paddingRight]).toEqual(['calc(0ch + 0.2rem)', 'calc(1ch + 0.2rem)'])
  expect([second?.paddingLeft, second?.paddingRight]).toEqual(['calc(0ch + 0.2rem)', 'calc(0ch + 0.2rem)'])
})

test('arrows lead from cell to cell and stay inside; within a text they move the caret', () => {
  render(<Kept cells={['1', '', '', '12']} />)
  inputs()[0]!.focus()
  press('ArrowRight')
  expect(place()).toBe(1)
  press('ArrowDown')
  expect(place()).toBe(3)
  press('ArrowDown')
  press('ArrowRight')
  expect(place()).toBe(3)
  // Arriving selects all of the text; with the caret inside, left is the text's own.
  inputs()[3]!.setSelectionRange(1, 1)
  expect(press('ArrowLeft')).toBe(true)
  expect(place()).toBe(3)
  inputs()[3]!.setSelectionRange(0, 0)
  expect(press('ArrowLeft')).toBe(false)
  expect(place()).toBe(2)
})

test('Enter checks from any cell; Escape takes back what was typed since arriving', () => {
  const check = vi.fn()
  render(<Kept cells={['1', '2', '3', '4']} onCheck={check} />)
  type(2, '3/')
  press('Enter')
  expect(check).toHaveBeenCalledTimes(1)
  expect(texts()).toEqual(['1', '2', '3/', '4'])
  press('Escape')
  expect(texts()).toEqual(['1', '2', '3', '4'])
})

test('undo and redo go through what was typed, cell by cell, and lead there', () => {
  render(<Kept />)
  type(0, '5')
  type(3, '7')
  press('z', { ctrlKey: true })
  expect(texts()).toEqual(['5', '', '', ''])
  expect(place()).toBe(3)
  press('z', { ctrlKey: true })
  expect(texts()).toEqual(['', '', '', ''])
  press('z', { ctrlKey: true, shiftKey: true })
  press('y', { ctrlKey: true })
  expect(texts()).toEqual(['5', '', '', '7'])
})

function paste(index: number, text: string): void {
  inputs()[index]!.focus()
  fireEvent.paste(inputs()[index]!, { clipboardData: { getData: () => text } })
}

const said = async () => (await screen.findByRole('status')).textContent

test('a pasted block fills the cells from here on, and what does not fit is told', async () => {
  render(<Kept />)
  paste(1, '1\t2\n3\t4')
  expect(await said()).toMatch(/^2 pasted entries lie outside the grid/)
  expect(texts()).toEqual(['', '1', '', '3'])
  press('z', { ctrlKey: true })
  expect(texts()).toEqual(['', '', '', ''])
  expect(screen.queryByRole('status')).toBeNull()
})

test('what was typed while the reader of blocks was fetched stays', async () => {
  render(<Kept />)
  paste(1, 'tensor([[7.],\n        [8.]])')
  type(0, '5')
  await waitFor(() => expect(texts()).toEqual(['5', '7.', '', '8.']))
})

test('numbers on one line are left to the browser; other content of one cell goes to where the caret is', async () => {
  render(<Kept cells={['2*', '', '', '']} />)
  const input = inputs()[0]!
  input.focus()
  const clipboard = (text: string) => ({ clipboardData: { getData: () => text } })
  expect(fireEvent.paste(input, clipboard('(3 - 1)/4'))).toBe(true)
  input.setSelectionRange(2, 2)
  expect(fireEvent.paste(input, clipboard('sqrt(3)'))).toBe(false)
  await waitFor(() => expect(texts()[0]).toBe('2*sqrt(3)'))
  expect(input.selectionStart).toBe(9)
  press('z', { ctrlKey: true })
  expect(texts()[0]).toBe('2*')
})

test('what is not understood is said, and nothing is filled in', async () => {
  render(<Kept cells={['1', '2', '3', '4']} />)
  paste(0, '[[0. 0. ... 0.]\n [0. 0. ... 0.]]')
  expect(await said()).toBe(
    'Its dots stand for entries that were left out. Print all of it, and paste again. Nothing was filled in.',
  )
  expect(texts()).toEqual(['1', '2', '3', '4'])
})

test('a block that fits only turned is offered, with a button that turns it', async () => {
  const kept = vi.fn()
  render(<Grid shape={[2, 3]} cells={['', '', '', '', '', '']} marks={[]} label="W" onChange={kept} />)
  paste(0, '[[1, 2], [3, 4], [5, 6]]')
  expect(await said()).toBe('The pasted block is 3×2. It fits here only turned, its rows as columns.')
  expect(kept).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Turn it and fill it in' }))
  expect(kept).toHaveBeenCalledExactlyOnceWith(['1', '3', '5', '2', '4', '6'])
})
