// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Dialog } from '@/components/ui/dialog'
import { UndoProvider, undoMs, useUndo } from '@/components/ui/undo'
import { browser } from '../browser'

browser()
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const acted = vi.fn(async (): Promise<string | null> => null)
afterEach(() => acted.mockClear())

function Buttons() {
  const undo = useUndo()
  return (
    <>
      <button type="button" onClick={() => undo.soon('z', 'Showing the solution of z', acted)}>
        reveal
      </button>
      <button type="button" onClick={() => undo.done('ada', 'Ada was removed', acted)}>
        remove
      </button>
      <input aria-label="typed" />
      <p data-testid="waiting">{[...undo.waiting].join()}</p>
    </>
  )
}

const shown = () => render(<Buttons />, { wrapper: UndoProvider })
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const bars = () => screen.queryAllByTestId('undo').map(bar => bar.dataset.kind)

test('what cannot be taken back waits for ten seconds, with a count in sight, and is then done once', async () => {
  shown()
  await press('reveal')
  expect(screen.getByTestId('undo-seconds').textContent).toBe('in 10 s')
  expect(screen.getByRole('status').textContent).toContain('Showing the solution of z')
  await passes(4000)
  expect(screen.getByTestId('undo-seconds').textContent).toBe('in 6 s')
  expect(screen.getByTestId('waiting').textContent).toBe('z')
  await passes(undoMs - 4001)
  expect(acted).not.toHaveBeenCalled()
  await passes(1)
  expect(acted).toHaveBeenCalledOnce()
  expect(bars()).toEqual([])
  await passes(undoMs)
  expect(acted).toHaveBeenCalledOnce()
})

test('undone in time it is never done; “Now” does it at once', async () => {
  shown()
  await press('reveal')
  await press('Undo')
  expect(bars()).toEqual([])
  await passes(2 * undoMs)
  expect(acted).not.toHaveBeenCalled()
  await press('reveal')
  await press('Now')
  expect(acted).toHaveBeenCalledOnce()
  await passes(2 * undoMs)
  expect(acted).toHaveBeenCalledOnce()
})

test('asking twice for the same waits once', async () => {
  shown()
  await press('reveal')
  await passes(5000)
  await press('reveal')
  expect(bars()).toEqual(['soon'])
  await passes(undoMs)
  expect(acted).toHaveBeenCalledOnce()
})

test('what was done can be taken back for ten seconds, and no longer', async () => {
  shown()
  await press('remove')
  await press('Undo')
  expect(acted).toHaveBeenCalledOnce()
  await press('remove')
  await passes(undoMs)
  expect(bars()).toEqual([])
  expect(acted).toHaveBeenCalledOnce()
})

test('why something could not be undone is said, until it is closed', async () => {
  acted.mockResolvedValueOnce('The server cannot be reached right now.')
  shown()
  await press('remove')
  await press('Undo')
  expect(bars()).toEqual(['failed'])
  expect(screen.getByRole('status').textContent).toContain('The server cannot be reached right now.')
  await press('Close')
  expect(bars()).toEqual([])
})

test('Ctrl+Z undoes the latest, and is left to a field where something is typed', async () => {
  shown()
  await press('reveal')
  await press('remove')
  fireEvent.keyDown(screen.getByLabelText('typed'), { key: 'z', ctrlKey: true })
  expect(bars()).toEqual(['soon', 'done'])
  await act(async () => void fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true }))
  expect(bars()).toEqual(['soon'])
  expect(acted).toHaveBeenCalledOnce()
})

test('a page that is left does nothing any more', async () => {
  const { unmount } = shown()
  await press('reveal')
  unmount()
  await passes(2 * undoMs)
  expect(acted).not.toHaveBeenCalled()
})

test('an open dialog shows it inside, because nothing outside of it can be pressed', async () => {
  render(
    <>
      <Buttons />
      <Dialog open onClose={() => undefined} title="People">
        <p>Ada</p>
      </Dialog>
    </>,
    { wrapper: UndoProvider },
  )
  await press('remove')
  expect(document.querySelector('dialog [data-testid="undo"]')).not.toBeNull()
})
