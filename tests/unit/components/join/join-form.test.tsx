// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { JoinForm } from '@/app/join/join-form'
import * as people from '@/lib/client/people'
import { refuse } from '@/lib/protocol/replies'
import { browser } from '../browser'

browser()
vi.mock('@/lib/client/people')

const open = { title: 'ML 101', locked: false, approves: false, asksNumber: false, nicknames: [], roster: [] }
const unknown = refuse('not-found', 'No class has this code.')

beforeEach(() => {
  vi.mocked(people.lookAtDoor).mockImplementation(async code =>
    code === 'K7MX4RQ' ? { ok: true, ...open } : unknown,
  )
})

async function joining(code = ''): Promise<{ onJoined: () => void; onRecover: () => void }> {
  const heard = { onJoined: vi.fn(), onRecover: vi.fn() }
  await act(async () => {
    render(<JoinForm code={code} recovering={false} {...heard} />)
  })
  return heard
}

const code = () => screen.getByTestId<HTMLInputElement>('join-code')
const name = () => screen.getByTestId<HTMLInputElement>('join-name')
const typesInto = (field: HTMLInputElement, value: string) =>
  act(async () => {
    field.focus()
    fireEvent.change(field, { target: { value } })
  })
const sends = () => act(async () => fireEvent.submit(code()))

test('a complete code is looked up before a name is typed: a wrong one says so, a right one names its class', async () => {
  await joining()
  await typesInto(code(), 'K7MX-4R')
  expect(people.lookAtDoor).not.toHaveBeenCalled()
  await typesInto(code(), '2222-222')
  expect(screen.getByText('No class has this code.')).toBeTruthy()
  expect(code().getAttribute('aria-invalid')).toBe('true')
  await typesInto(code(), 'K7MX-4RQ')
  expect(screen.getByTestId('class-of-code').textContent).toBe('ML 101')
  expect(code().getAttribute('aria-invalid')).toBeNull()
})

test('a code that is too short says so when it is left', async () => {
  await joining()
  await typesInto(code(), 'K7MX')
  await act(async () => fireEvent.blur(code()))
  expect(screen.getByText('A class code has 7 letters and digits; this one has 4.')).toBeTruthy()
})

test('a wrong code of a link has the focus', async () => {
  await joining('2222222')
  expect(document.activeElement).toBe(code())
})

test('Enter after the code goes on to the name without complaining', async () => {
  const { onJoined } = await joining()
  await typesInto(code(), 'K7MX-4RQ')
  await sends()
  expect(document.activeElement).toBe(name())
  expect(screen.queryByText('Enter your name.')).toBeNull()
  await sends()
  expect(screen.getByText('Enter your name.')).toBeTruthy()
  expect(onJoined).not.toHaveBeenCalled()
})

test('whose name is taken is asked whether that is the same person', async () => {
  vi.mocked(people.join).mockImplementation(async (_, { another }) =>
    another ? { ok: true, class: 'c', waiting: false } : { ok: true, alike: 'Ada', mark: 'ADA (2)' },
  )
  const { onJoined, onRecover } = await joining('K7MX4RQ')
  await typesInto(name(), 'ADA')
  await sends()
  expect(document.activeElement?.textContent).toBe('Ada is in this class already. Is that you?')
  expect(onJoined).not.toHaveBeenCalled()
  await act(async () => fireEvent.click(screen.getByTestId('alike-me')))
  expect(onRecover).toHaveBeenCalledWith('K7MX4RQ')
  await act(async () => fireEvent.click(screen.getByTestId('alike-another')))
  expect(people.join).toHaveBeenLastCalledWith('K7MX-4RQ', { name: 'ADA', another: true })
  expect(onJoined).toHaveBeenCalledWith('c', false)
})

test('another name takes the question away', async () => {
  vi.mocked(people.join).mockResolvedValue({ ok: true, alike: 'Ada', mark: 'Ada (2)' })
  await joining('K7MX4RQ')
  await typesInto(name(), 'Ada')
  await sends()
  expect(screen.getByTestId('alike')).toBeTruthy()
  await typesInto(name(), 'Ada L.')
  expect(screen.queryByTestId('alike')).toBeNull()
})
