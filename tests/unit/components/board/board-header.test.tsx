// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { BoardHeader } from '@/components/board/board-header'
import type { Dialogs } from '@/components/board/use-dialogs'
import type { Look } from '@/components/board/use-look'
import type { BoardSession } from '@/lib/client/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'
import { aBoard, exerciseOf, paced, studentOf } from './a-class'

takesLong()

browser()

const exercise = exerciseOf('v', 'z', 'h')

/** The head of a class whose teacher looks at the step h; `look` and the rest of what it does can be asked for. */
function show(pacing: Partial<BoardPacing> = {}, live = true) {
  const does = {
    ask: vi.fn(async () => ({ ok: true })),
    show: vi.fn(),
    write: vi.fn(),
    people: vi.fn(),
    at: vi.fn(),
    onShape: vi.fn(),
    onDirect: vi.fn(),
    onHide: vi.fn(),
  }
  const board = aBoard({
    exercises: [exercise],
    students: [studentOf('Ada'), studentOf('Ben', { presence: 'away' })],
    pacing: paced(pacing),
  })
  render(
    <BoardHeader
      classId="c"
      title="ML 101"
      code="K7MX4RQ"
      owns
      board={board}
      session={live ? (does as unknown as BoardSession) : null}
      look={{ exercise, step: 'h', shape: 'grid', onShape: does.onShape } as unknown as Look}
      dialogs={does as unknown as Dialogs}
      directing={false}
      onDirect={does.onDirect}
      hidden={false}
      onHide={does.onHide}
    />,
  )
  return does
}

const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))
const open = (menu: string) => act(async () => screen.getByTestId(menu).click())
const pick = (item: string) => act(async () => screen.getByTestId(item).click())
const shown = () => within(screen.getByRole('banner')).getAllByRole('button')

test('four things that a teacher wants, one menu for the rest, and how the class is there', () => {
  show()
  const words = shown().map(({ textContent, ariaLabel }) => ariaLabel ?? textContent)
  expect(words).toEqual([
    'joinK7MX-4RQ',
    'Pause all',
    'Release ',
    'Projector',
    'Message',
    'More',
    'Dark theme',
  ])
  expect(screen.getByRole('banner').textContent).toContain('1 here')
  expect(screen.getByRole('banner').textContent).toContain('1 away')
})

test('the menu names what it holds, with the keys; everything that is strong is there', async () => {
  const { at, show: shows, people } = show()
  await open('class-menu')
  const items = [...screen.getByRole('menu', { name: 'More' }).querySelectorAll('[role^="menuitem"]')]
  expect(items.map(item => item.querySelector('span')?.firstChild?.textContent)).toEqual([
    'Bring everyone to a step…',
    'Ask the class about its answers…',
    'Give a step a time…',
    'People',
    'Exercises',
    'Read a section together',
    'Pacing',
    'History and export',
    'Scores',
    'Co-teachers',
    'Show the code large',
    'Hide names',
    'Keys',
  ])
  const keys = items.map(item => item.getAttribute('aria-keyshortcuts'))
  expect(keys.filter(key => key !== null)).toEqual(['B', 'A', 'T', 'H'])
  await pick('bring')
  expect(at).toHaveBeenLastCalledWith('h', 'bring')
  await open('class-menu')
  await pick('open-people')
  expect(people).toHaveBeenCalledExactlyOnceWith(null)
  await open('class-menu')
  await pick('open-pacing')
  expect(shows).toHaveBeenLastCalledWith('pacing')
})

test('Release has the next step, all, the verdicts and a solution', async () => {
  const { ask, at } = show({ withheld: [{ version: 'v', step: 'h' }] })
  await open('release-menu')
  await pick('release-next')
  expect(ask).toHaveBeenLastCalledWith('pace', { do: 'release', version: 'v', steps: ['h'], released: true })
  await open('release-menu')
  await pick('hold')
  expect(ask).toHaveBeenLastCalledWith('pace', { do: 'hold' })
  await open('release-menu')
  await pick('reveal-step')
  expect(at).toHaveBeenLastCalledWith('h', 'reveal')
})

test('where everything is on the desks there is no next step, by the menu or its key', async () => {
  const { ask } = show()
  await press('n')
  await open('release-menu')
  expect(screen.getByTestId('release-next').getAttribute('aria-disabled')).toBe('true')
  await pick('release-next')
  expect(ask).not.toHaveBeenCalled()
})

test('each key does what stands beside it, and strong ones ask first', async () => {
  const { ask, at, write, onHide, onDirect, onShape } = show({ withheld: [{ version: 'v', step: 'h' }] })
  await press('p')
  expect(ask).toHaveBeenLastCalledWith('pace', { do: 'pause', paused: true })
  await press('n')
  expect(ask).toHaveBeenLastCalledWith('pace', { do: 'release', version: 'v', steps: ['h'], released: true })
  expect(ask).toHaveBeenCalledTimes(2)
  for (const [key, act] of Object.entries({ b: 'bring', a: 'ask', t: 'time', r: 'reveal' })) {
    await press(key)
    expect(at).toHaveBeenLastCalledWith('h', act)
  }
  for (const key of ['m', 'h', 'o', 'g']) await press(key)
  expect(write).toHaveBeenCalledOnce()
  expect(onHide).toHaveBeenCalledOnce()
  expect(onDirect).toHaveBeenCalledOnce()
  expect(onShape).toHaveBeenCalledExactlyOnceWith('network')
})

test('keys that are switched off stay off in this browser, and no item shows them', async () => {
  const { write } = show()
  await open('class-menu')
  await act(async () => screen.getByRole('menuitemcheckbox', { name: /^Keys/ }).click())
  await press('m')
  expect(write).not.toHaveBeenCalled()
  await open('class-menu')
  expect(screen.getByTestId('bring').getAttribute('aria-keyshortcuts')).toBeNull()
  expect(localStorage.getItem('chalkgrad-board-keys')).toBe('false')
})

test('while the board is not live nothing is paused or released', async () => {
  const { ask } = show({}, false)
  expect(screen.getByTestId<HTMLButtonElement>('pause').disabled).toBe(true)
  expect(screen.getByTestId<HTMLButtonElement>('release-menu').disabled).toBe(true)
  await press('p')
  expect(ask).not.toHaveBeenCalled()
})
