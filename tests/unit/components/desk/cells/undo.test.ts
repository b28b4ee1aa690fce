import { expect, test } from 'vitest'
import { noHistory, redo, remember, undo } from '@/components/desk/cells/undo'

test('typing on in one cell is one step back; another cell is another', () => {
  let history = remember(noHistory, ['', ''], 0)
  history = remember(history, ['1', ''], 0)
  history = remember(history, ['12', ''], 1)
  const once = undo(history, ['12', '3'])
  expect(once?.cells).toEqual(['12', ''])
  const twice = undo(once!.history, once!.cells)
  expect(twice?.cells).toEqual(['', ''])
  expect(undo(twice!.history, twice!.cells)).toBeNull()
  const again = redo(twice!.history, twice!.cells)
  expect(again?.cells).toEqual(['12', ''])
  expect(redo(again!.history, again!.cells)?.cells).toEqual(['12', '3'])
})

test('a new change after going back forgets the way forward', () => {
  const back = undo(remember(noHistory, ['a'], null), ['b'])
  const changed = remember(back!.history, ['a'], 0)
  expect(redo(changed, ['c'])).toBeNull()
})
