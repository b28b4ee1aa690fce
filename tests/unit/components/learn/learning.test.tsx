// @vitest-environment jsdom
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import elsewhere from '@/app/messages/en/elsewhere.json'
import exercises from '@/app/messages/en/exercises.json'
import { fetchTypeset } from '@/components/desk/cells/use-typeset'
import { Item } from '@/components/learn/item'
import { Ladder } from '@/components/learn/ladder'
import type { ShownSection } from '@/components/learn/library'
import { MemoryLearnStore } from '@/lib/client/learn/store'
import { dayMs } from '@/lib/learning/reviews'
import { checkStep } from '@/lib/server/learn/check'
import { takeExercise } from '@/lib/server/learn/exercise'
import { hintsTo } from '@/lib/server/learn/hint'
import { solutionTo } from '@/lib/server/learn/solution'
import { inWords } from '@/lib/server/spoken'
import { takesLong } from '../../../takes-long'
import { engineHere, solved, somewhere } from '../../server/learn/asking'
import { browser } from '../browser'

const device = vi.hoisted(() => ({ store: null as unknown }))
vi.mock('@/lib/server/learn/rungs', async () => (await import('../../server/learn/asking')).rungs)
vi.mock('@/lib/client/learn/store', async original => ({
  ...(await original<object>()),
  openLearnStore: async () => device.store,
}))

takesLong()
// A verdict comes from the true engine, on a machine that may have much else to do.
configure({ asyncUtilTimeout: 20_000 })
browser()
engineHere()

const routes = { exercise: takeExercise, check: checkStep, hint: hintsTo, solution: solutionTo }
const address = somewhere()
/** The true server behind `fetch`. */
async function fetched(path: string, { body }: { body: string }) {
  const work = routes[path.split('/').at(-1) as keyof typeof routes] as (
    asked: unknown,
    address: string,
  ) => Promise<{ ok: boolean }>
  const told = await work(JSON.parse(body), address)
  return { json: async () => JSON.parse(JSON.stringify(told.ok ? told : inWords(told as never))) }
}

const slug = 'small-network'
const sections: readonly ShownSection[] = [
  {
    id: 'network',
    title: 'A network',
    rungs: [
      { slug, number: 23, title: 'First layer', minutes: 6 },
      { slug: 'drawn', number: null, title: 'Squares', minutes: 2 },
    ],
  },
]
const [rung] = sections[0]?.rungs ?? []
if (!rung) throw new Error('no rung')
const text = { slug: 'a-network', title: 'How a network is made' }

const said = (children: ReactNode) => (
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ elsewhere, exercises }}>
    {children}
  </NextIntlClientProvider>
)

beforeAll(async () => void (await fetchTypeset()))
beforeEach(() => {
  device.store = new MemoryLearnStore()
  vi.stubGlobal('fetch', fetched)
  vi.useRealTimers()
})

const card = (id: string) => document.querySelector<HTMLElement>(`[data-testid="step"][data-step="${id}"]`)
const stateOf = (id: string) => card(id)?.dataset.state

async function answers(id: string, cells: readonly string[]): Promise<void> {
  if (!card(id)?.querySelector('[data-cell]'))
    fireEvent.click(within(card(id) as HTMLElement).getAllByRole('button')[0] as HTMLElement)
  await waitFor(() => expect(card(id)?.querySelector('[data-cell="0"]')).not.toBeNull())
  cells.forEach((value, at) => {
    const cell = card(id)?.querySelector<HTMLInputElement>(`[data-cell="${at}"]`)
    if (cell) fireEvent.input(cell, { target: { value } })
  })
  fireEvent.click(within(card(id) as HTMLElement).getByTestId('check'))
}

async function finishes(): Promise<void> {
  for (const [id, cells] of solved(slug)) {
    if (['right', 'revealed'].includes(stateOf(id) ?? '')) continue
    await answers(id, cells)
    await waitFor(() => expect(stateOf(id)).toBe('right'))
  }
  await screen.findByTestId('item-done')
}

async function turns(button: string): Promise<void> {
  fireEvent.click(await screen.findByTestId(button))
  await waitFor(() => expect(screen.queryByTestId(button)).toBeNull())
  await waitFor(() => expect(card('dL/dz')).not.toBeNull())
}

test('from the worked example to mastery, with the desk’s own cards; a day later the ladder brings it back', async () => {
  const { unmount } = render(said(<Item rung={rung} sections={sections} text={text} paper={null} />))
  await screen.findByTestId('example')
  expect(card('dL/dz')).toBeNull()
  expect(screen.getByTestId('mastery').textContent).toBe('0 of 2 for mastery')
  const notebooks = () =>
    [...screen.getByTestId('notebook').querySelectorAll('a')].map(link => link.getAttribute('href'))
  const at = `/learn/exercises/${slug}/notebook`
  expect(notebooks()).toEqual([`${at}?with=numpy`, `${at}?with=torch`, `${at}?with=jax`])
  await turns('begin')
  // It holds all answers.
  expect(screen.queryByTestId('notebook')).toBeNull()
  expect(screen.getByTestId('filled').textContent).toBe('The last step is filled in for you.')
  expect(stateOf('dL/dW1')).toBe('revealed')
  await answers('dL/dz', ['1.5', '6', '-0.6'])
  await waitFor(() => expect(stateOf('dL/dz')).toBe('wrong'))
  expect(card('dL/dz')?.textContent).toContain('?')
  await finishes()
  expect(screen.getByTestId('item-done').textContent).toContain('fewer steps')
  expect(notebooks()[0]).toMatch(/\?with=numpy&seed=\d{10}$/)
  await turns('fresh')
  await finishes()
  expect(screen.getByTestId('item-done').textContent).toContain('Once more with fresh numbers')
  await turns('fresh')
  await finishes()
  expect(screen.getByTestId('mastery').textContent).toBe('mastered')
  expect(screen.getByTestId('on-to').getAttribute('href')).toBe('/learn/exercises/drawn')
  unmount()

  const chip = (of: string) => document.querySelector<HTMLElement>(`[data-testid="rung"][data-rung="${of}"]`)
  const ladder = render(said(<Ladder sections={sections} />))
  await waitFor(() => expect(chip(slug)?.dataset.state).toBe('mastered'))
  expect(chip('drawn')?.dataset.state).toBe('next')
  expect(screen.queryByTestId('review-due')).toBeNull()
  ladder.unmount()
  vi.useFakeTimers({ now: Date.now() + dayMs + 1000, toFake: ['Date'] })
  render(said(<Ladder sections={sections} />))
  await screen.findByTestId('review-due')
  // The fourth item is the older one.
  expect(screen.getByTestId('next').dataset.rung).toBe(slug)
  fireEvent.click(screen.getByTestId('delete-all'))
  fireEvent.click(screen.getByTestId('delete-yes'))
  await waitFor(() => expect(chip(slug)?.dataset.state).toBe('next'))
  expect(screen.queryByTestId('export')).toBeNull()
})

test('who gives up sees the solution and how it comes about; hints come when asked for', async () => {
  render(said(<Item rung={rung} sections={sections} text={text} paper={null} />))
  await turns('begin')
  await answers('dL/dz', ['1', '2', '3'])
  await waitFor(() => expect(stateOf('dL/dz')).toBe('wrong'))
  fireEvent.click(within(card('dL/dz') as HTMLElement).getByTestId('give-up'))
  await waitFor(() => expect(stateOf('dL/dz')).toBe('revealed'))
  expect(card('dL/dz')?.textContent).toContain('because you gave it up')
  fireEvent.click(await within(card('dL/dz') as HTMLElement).findByTestId('see-how'))
  await screen.findAllByTestId('worked-line')
})

test('the ladder is there before the device has answered, and without a script', () => {
  device.store = { progress: () => new Promise(() => undefined) }
  render(said(<Ladder sections={sections} />))
  expect(screen.getByTestId('next').textContent).toContain('23 · First layer')
  expect(screen.getByTestId('kept-here').textContent).toContain('on this device')
})
