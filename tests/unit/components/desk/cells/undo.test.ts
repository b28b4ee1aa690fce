import { expect, test } from 'vitest'
import { noEdits, redo, remember, undo } from '@/components/desk/cells/undo'

test('typing on in one cell is one step back; another cell is another', () => {
  let edits = remember(noEdits, ['', ''], 0)
  edits = remember(edits, ['1', ''], 0)
  edits = remember(edits, ['12', ''], 1)
  const once = undo(edits, ['12', '3'])
  expect(once?.cells).toEqual(['12', ''])
  const twice = undo(once!.edits, once!.cells)
  expect(twice?.cells).toEqual(['', ''])
  expect(undo(twice!.edits, twice!.cells)).toBeNull()
  const again = redo(twice!.edits, twice!.cells)
  expect(again?.cells).toEqual(['12', ''])
  expect(redo(again!.edits, again!.cells)?.cells).toEqual(['12', '3'])
})

test('a new change after going back forgets the way forward', () => {
  const back = undo(remember(noEdits, ['a'], null), ['b'])
  const changed = remember(back!.edits, ['a'], 0)
  expect(redo(changed, ['c'])).toBeNull()
})
