// @vitest-environment jsdom
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { type ComponentProps, useState } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'
import { fetchTypeset } from '@/components/desk/cells/use-typeset'
import { Flow } from '@/components/desk/step/flow'
import { usePlace } from '@/components/desk/step/use-place'
import { type DeskView, emptyView } from '@/lib/client/desk-view'
import { publicView } from '@/lib/exercise'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { math } from '@/lib/words/argument'
import { sentenceOf } from '@/lib/words/sentence'
import { text } from '@/lib/words/text'
import { takesLong } from '../../../../takes-long'
import { plainDeskPacing } from '../../../classroom/unpaced'
import { keyOf } from '../../../exercise/solve'
import { browser } from '../../browser'

takesLong()
browser()
beforeAll(async () => void (await fetchTypeset()))

const exercise = publicView(
  keyOf('given x = [[1], [2]]\nz = 2 * x\nloss L = sum(z^2)\nask z hint "one", L, dL/dz'),
  'v',
  sentenceOf,
)
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

function verdict(of: Verdict, cells: readonly Verdict[], more: Partial<StepVerdict> = {}): StepVerdict {
  const judged = cells.map(verdict => ({ verdict, reason: null, message: null }))
  return { verdict: of, cells: judged, mistakes: [], message: 'Said.', ...more }
}

/** The desk after answers to these steps. */
function after(answers: Readonly<Record<string, { cells: string[]; result: StepVerdict }>>): DeskView {
  const records = new Map<string, StepRecord>()
  for (const [step, { cells, result }] of Object.entries(answers)) {
    const best = result.verdict === 'invalid' ? null : result.verdict
    const about = { version: 'v', step, id: step, attempt: 1, spent: 1, at: 0 }
    records.set(stepKey('v', step), { ...about, cells, result, best })
  }
  return { ...base, records, judged: new Map([...records].map(([key, r]) => [key, judgedOf(r)])) }
}
const judgedOf = ({ cells, result }: StepRecord) => ({ cells, result: result as StepVerdict })

type FlowProps = ComponentProps<typeof Flow>

function flow(view: DeskView, active: string | null, more: Partial<FlowProps> = {}) {
  return (
    <Flow
      exercise={exercise}
      view={view}
      active={active}
      takeFocus={true}
      onOpen={() => undefined}
      onType={() => undefined}
      onCheck={() => undefined}
      {...more}
    />
  )
}

const focused = () => document.activeElement?.getAttribute('data-cell')

test('a step that opens has the focus at its first cell that is not right', () => {
  const { rerender } = render(flow(base, 'z'))
  expect(focused()).toBe('0')
  const cells = ['2', '5']
  rerender(flow(after({ z: { cells, result: verdict('wrong', ['right', 'wrong']) } }), null))
  rerender(flow(after({ z: { cells, result: verdict('wrong', ['right', 'wrong']) } }), 'z'))
  expect(focused()).toBe('1')
})

test('Enter checks while nothing has the focus, and not while something else has it', () => {
  const onCheck = vi.fn()
  render(flow(base, 'z', { takeFocus: false, onCheck }))
  fireEvent.keyDown(document.body, { key: 'Enter' })
  expect(onCheck).toHaveBeenCalledExactlyOnceWith('z', ['', ''])
  screen.getByTestId('check').focus()
  fireEvent.keyDown(screen.getByTestId('check'), { key: 'Enter' })
  expect(onCheck).toHaveBeenCalledTimes(1)
})

test('asking for a hint takes no focus, and after the last one the focus is back in the cells', async () => {
  const hinted = (given: string[], more: boolean): DeskView => ({
    ...base,
    hints: new Map([[stepKey('v', 'z'), { version: 'v', step: 'z', given, more }]]),
  })
  const props = { onHint: async () => null }
  const { rerender } = render(flow(hinted([], true), 'z', props))
  expect(fireEvent.mouseDown(screen.getByTestId('hint'))).toBe(false)
  screen.getByTestId('hint').focus()
  await act(async () => fireEvent.click(screen.getByTestId('hint')))
  expect(document.activeElement).toBe(screen.getByTestId('hint'))
  rerender(flow(hinted(['one $z$'], false), 'z', props))
  expect(focused()).toBe('0')
  expect(screen.getByTestId('hints').querySelector('math')?.getAttribute('aria-label')).toBe('z')
})

test('Tab has no stop in how a cell is read', () => {
  const typed = { ...base, drafts: new Map([[stepKey('v', 'z'), ['1/3', '']]]) }
  render(flow(typed, 'z'))
  expect(screen.getByTestId('echo').querySelector('math')?.closest('[tabindex="-1"]')).toBeTruthy()
})

test('a step that was answered a moment ago says why it is right, folded; an earlier one does not', () => {
  const result = verdict('right', ['right', 'right'], {
    message: text`Right, both entries. ${math('z')} = ${math('2*x')}.`,
  })
  const view = after({ z: { cells: ['2', '4'], result } })
  const key = stepKey('v', 'z')
  const { rerender } = render(flow({ ...view, lastCheck: { serial: 1, key, result } }, 'L'))
  expect(screen.getByTestId('why').textContent).toContain('Right, both entries.')
  expect(screen.getByTestId('why').querySelectorAll('math')).toHaveLength(2)
  rerender(flow(view, 'L'))
  expect(screen.queryByTestId('why')).toBeNull()
})

test('what is right for an earlier answer names it', () => {
  const result = verdict('follows', ['follows'], { briefly: text`right for your ${math('z')}` })
  const { rerender } = render(flow(after({ L: { cells: ['9'], result } }), 'z'))
  const said = () => document.querySelector('[data-step="L"]')?.textContent
  expect(said()).toContain('right for your z')
  // A row of an older version does not tell.
  rerender(flow(after({ L: { cells: ['9'], result: verdict('follows', ['follows']) } }), 'z'))
  expect(said()).toContain('right for your earlier answer')
})

const right = (cells: string[]) => ({ cells, result: verdict('right', ['right']) })
const nothing: DeskView = { ...base, desk: null }

test('a page that is loaded anew goes to the first step that is not right', () => {
  localStorage.setItem('chalkgrad-place-s', JSON.stringify({ version: 'v', steps: { v: 'z' } }))
  const place = renderHook(({ view }) => usePlace('s', view), { initialProps: { view: nothing } })
  place.rerender({ view: after({ z: right(['2', '4']) }) })
  expect(place.result.current.step).toBe('L')
  // While the page is open, an answer takes nobody away from where they are.
  place.rerender({ view: after({ z: right(['2', '4']), L: right(['20']) }) })
  expect(place.result.current.step).toBe('L')
})

test('at the end everything is folded, until there is more to do', () => {
  const done = after({ z: right(['2', '4']), L: right(['20']), 'dL/dz': right(['4', '8']) })
  const place = renderHook(({ view }) => usePlace('s', view), { initialProps: { view: base } })
  act(() => place.result.current.go('v', 'dL/dz'))
  place.rerender({ view: done })
  act(() => place.result.current.finish('v'))
  expect(place.result.current.step).toBeNull()
  place.rerender({ view: after({ z: right(['2', '4']), L: right(['20']) }) })
  expect(place.result.current.step).toBe('dL/dz')
})

test('a step that a person folds stays folded', () => {
  const place = renderHook(() => {
    const [view] = useState(base)
    return usePlace('s', view)
  })
  act(() => place.result.current.go('v', null))
  expect(place.result.current.step).toBeNull()
})
