// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react'
import { type ComponentProps, useState } from 'react'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fetchTypeset } from '@/components/desk/cells/use-typeset'
import { fetchCircuitCard } from '@/components/desk/circuit/use-circuit-card'
import { Flow } from '@/components/desk/step/flow'
import { type DeskView, emptyView } from '@/lib/client/desk-view'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { takesLong } from '../../../../takes-long'
import { plainDeskPacing } from '../../../classroom/unpaced'
import { stepsOf, viewOf } from '../../../exercise/solve'
import { browser } from '../../browser'

takesLong()
browser()
beforeAll(async () => void (await Promise.all([fetchTypeset(), fetchCircuitCard()])))

/** Pages as wide as a laptop; a phone has the steps in a list. */
let wide = true
beforeEach(() => {
  wide = true
  window.matchMedia = (query: string) =>
    Object.assign(new EventTarget(), {
      matches: wide,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    }) as MediaQueryList
})

const exercise = viewOf(
  'title "A fork"\ngiven x = 1\ngiven y = 2\ngiven z = 0\nloss circuit f = (x + y) * max(y, z)\nask circuit f hint "one"',
)
const ids = stepsOf(exercise).map(({ id }) => id)
const desk: DeskSnapshot = {
  student: { id: 's', name: 'Ada' },
  class: { id: 'c', title: 'ML 101' },
  exercises: [exercise],
  records: [],
  pacing: plainDeskPacing,
  hints: [],
  revealed: [],
  hand: false,
  talk: { messages: [], poll: null },
}
const base: DeskView = { ...emptyView, phase: 'open', desk, pacing: plainDeskPacing }
const key = (step: string) => stepKey(exercise.version, step)

/** The desk after one answer. */
function after(step: string, text: string, of: Verdict, message = 'Said.'): DeskView {
  const result: StepVerdict = {
    verdict: of,
    cells: [{ verdict: of, reason: null, message: of === 'invalid' ? 'Not a number.' : null }],
    mistakes: [],
    message,
  }
  const best = of === 'invalid' ? null : of
  const about = { version: exercise.version, step, id: step, attempt: 1, spent: 1, at: 0 }
  const record: StepRecord = { ...about, cells: [text], result, best }
  return {
    ...base,
    records: new Map([[key(step), record]]),
    judged: new Map([[key(step), { cells: [text], result }]]),
  }
}

function Desk({ view, ...more }: { view: DeskView } & Partial<ComponentProps<typeof Flow>>) {
  const [active, setActive] = useState<string | null>(ids[0] ?? null)
  return (
    <Flow
      exercise={exercise}
      view={view}
      active={active}
      takeFocus={true}
      onOpen={setActive}
      onType={() => undefined}
      onCheck={() => undefined}
      {...more}
    />
  )
}

const cellOf = (step: string) =>
  document.querySelector<HTMLInputElement>(`[data-step="${step}"] [data-cell]`)!

test('every step has its cell on the picture, in the order of evaluation and then backward', () => {
  render(<Desk view={base} />)
  const inputs = [...screen.getByTestId('circuit').querySelectorAll<HTMLInputElement>('[data-cell]')]
  expect(inputs.map(input => input.closest<HTMLElement>('[data-step]')?.dataset.step)).toEqual(ids)
  expect(ids.slice(0, 4)).toEqual(['f_1', 'f_2', 'f', 'dL/df'])
  expect(document.activeElement).toBe(cellOf('f_1'))
  expect(cellOf('f_1').closest('fieldset')?.getAttribute('aria-label')).toBe('value of f_1')
})

test('the cell in focus is the step at hand: its gate lights up, and below stands its local rule', () => {
  render(<Desk view={base} />)
  const lit = () => document.querySelector('[data-lit]')?.getAttribute('data-gate')
  expect(lit()).toBe('f_1')
  cellOf('dL/df_2').focus()
  fireEvent.focus(cellOf('dL/df_2'))
  expect(lit()).toBe('f')
  const foot = screen.getByTestId('circuit-step')
  expect(foot.textContent).toContain('the gradient on the wire from max into ×')
  expect(within(foot).getByTestId('lines').querySelector('[data-line="f"]')).not.toBeNull()
  fireEvent.focus(cellOf('dL/dy'))
  expect(screen.getByTestId('circuit-step').textContent).toContain('the sum over its 2 wires')
  expect(lit()).toBeUndefined()
})

test('what is typed is kept for its step, and Enter checks that step', () => {
  const [onType, onCheck] = [vi.fn(), vi.fn()]
  const view = { ...base, drafts: new Map([[key('f_1'), ['3']]]) }
  render(<Desk view={view} onType={onType} onCheck={onCheck} />)
  expect(cellOf('f_1').value).toBe('3')
  fireEvent.input(cellOf('f_2'), { target: { value: '-1/2' } })
  expect(onType).toHaveBeenCalledWith('f_2', ['-1/2'])
  fireEvent.keyDown(cellOf('f_1'), { key: 'Enter' })
  expect(onCheck).toHaveBeenCalledExactlyOnceWith('f_1', ['3'])
  fireEvent.click(screen.getByTestId('check'))
  expect(onCheck).toHaveBeenCalledTimes(2)
})

test('a verdict stands in its cell and in words below', () => {
  const { rerender } = render(<Desk view={after('f_1', '4', 'wrong', 'Not right yet. Look again.')} />)
  expect(cellOf('f_1').dataset.verdict).toBe('wrong')
  expect(cellOf('f_1').getAttribute('aria-label')).toContain('not yet')
  expect(screen.getByTestId('step-message').textContent).toContain('Look again.')
  rerender(<Desk view={after('f_1', '3 +', 'invalid')} />)
  const told = cellOf('f_1').getAttribute('aria-describedby')
  expect(document.getElementById(told ?? '')?.textContent).toBe('Not a number.')
})

test('hints, held verdicts, a solution and a spent step stand below as at any step', () => {
  const hints = new Map([
    [key('f_1'), { version: exercise.version, step: 'f_1', given: ['one'], more: true }],
  ])
  const { rerender } = render(<Desk view={{ ...base, hints }} onHint={async () => null} />)
  expect(screen.getByTestId('hints').textContent).toBe('one')
  expect(screen.getByTestId('hint')).toBeTruthy()
  const held = after('f_1', '3', 'right')
  const record = held.records.get(key('f_1'))!
  const records = new Map([[key('f_1'), { ...record, result: null, best: null }]])
  rerender(<Desk view={{ ...base, records }} />)
  expect(screen.getByTestId('received')).toBeTruthy()
  rerender(<Desk view={{ ...base, revealed: new Map([[key('f_1'), ['3']]]) }} />)
  expect(screen.getByTestId('solution').textContent).toContain('3')
  expect(screen.getByTestId('check').hasAttribute('disabled')).toBe(true)
})

test('a table says the same: each wire with what is given, typed and found', () => {
  render(<Desk view={after('f_1', '3', 'right')} />)
  const rows = within(screen.getByTestId('circuit')).getAllByRole('row', { hidden: true })
  const told = rows.map(row => [...row.querySelectorAll('td')].map(({ textContent }) => textContent))
  expect(told).toContainEqual(['+', '1', 'open'])
  expect(told).toContainEqual(['×', '3, right', 'open'])
  expect(told).toContainEqual(['all its wires', '2', 'open'])
  expect(rows).toHaveLength(1 + 6 + 1 + 1)
})

test('a phone has the steps in a list, and so has whoever asks for one', () => {
  wide = false
  const { unmount } = render(<Desk view={base} />)
  expect(screen.queryByTestId('circuit')).toBeNull()
  expect(screen.getAllByTestId('step')).toHaveLength(ids.length)
  unmount()
  wide = true
  render(<Desk view={base} />)
  fireEvent.click(screen.getByTestId('as-list'))
  expect(screen.queryByTestId('circuit')).toBeNull()
  expect(screen.getAllByTestId('step')).toHaveLength(ids.length)
  fireEvent.click(screen.getByTestId('as-picture'))
  expect(screen.getByTestId('circuit')).toBeTruthy()
})
