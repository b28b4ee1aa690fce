import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beside, cellLabel, gridBlocks, placeOf } from '@/components/desk/cells/grid-layout'
import { pasteBlock } from '@/components/desk/cells/paste-block'
import { sizeOf } from '@/lib/exact/tensor'

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })

describe('the grid of cells', () => {
  test('a short vector stands, a long one lies, a matrix is as written', () => {
    expect(gridBlocks([])).toEqual([{ slice: [], rows: 1, columns: 1, first: 0 }])
    expect(gridBlocks([3])).toMatchObject([{ rows: 3, columns: 1 }])
    expect(gridBlocks([12])).toMatchObject([{ rows: 1, columns: 12 }])
    expect(gridBlocks([2, 3])).toMatchObject([{ rows: 2, columns: 3 }])
    expect(gridBlocks([2, 1, 3]).map(({ slice, first }) => [slice, first])).toEqual([
      [[1], 0],
      [[2], 3],
    ])
  })

  test('every cell has its own place, and moving away and back ends where it began', () => {
    fc.assert(
      fc.property(shapes, shape => {
        const blocks = gridBlocks(shape)
        const places = Array.from({ length: sizeOf(shape) }, (_, index) =>
          JSON.stringify(placeOf(blocks, index)),
        )
        expect(new Set(places).size).toBe(sizeOf(shape))
        for (let index = 0; index < sizeOf(shape); index += 1) {
          const down = beside(blocks, index, 'down')
          if (down !== null) expect(beside(blocks, down, 'up')).toBe(index)
          const right = beside(blocks, index, 'right')
          if (right !== null) expect(beside(blocks, right, 'left')).toBe(index)
        }
      }),
    )
  })

  test('every cell is reached from the first by arrows', () => {
    fc.assert(
      fc.property(shapes, shape => {
        const blocks = gridBlocks(shape)
        const seen = new Set([0])
        for (const index of seen) {
          for (const way of ['down', 'right'] as const) {
            const next = beside(blocks, index, way)
            if (next !== null) seen.add(next)
          }
        }
        expect(seen.size).toBe(sizeOf(shape))
      }),
    )
  })

  test('a block is pasted from the focused cell on, and what does not fit is counted', () => {
    const blocks = gridBlocks([2, 2])
    const empty = ['', '', '', '']
    expect(
      pasteBlock(
        blocks,
        empty,
        0,
        [
          ['1', '2'],
          ['3', '4'],
        ],
        2,
      ),
    ).toEqual({
      cells: ['1', '2', '3', '4'],
      last: 3,
      left: 0,
    })
    expect(
      pasteBlock(
        blocks,
        ['a', 'b', 'c', 'd'],
        1,
        [
          ['1', '2'],
          ['3', '4'],
        ],
        2,
      ),
    ).toEqual({
      cells: ['a', '1', 'c', '3'],
      last: 3,
      left: 2,
    })
  })

  test('a vector takes a row, as NumPy prints it, and a column; a 3x1 matrix takes a column only', () => {
    const row = [['1', '2', '3']]
    expect(pasteBlock(gridBlocks([3]), ['', '', ''], 0, row, 1).cells).toEqual(['1', '2', '3'])
    expect(pasteBlock(gridBlocks([9]), Array(9).fill(''), 0, [['1'], ['2']], 1).cells.slice(0, 3)).toEqual([
      '1',
      '2',
      '',
    ])
    expect(pasteBlock(gridBlocks([3, 1]), ['', '', ''], 0, row, 2)).toMatchObject({
      cells: ['1', '', ''],
      left: 2,
    })
  })

  test('a stack of matrices takes the rows of all of them', () => {
    const rows = [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ]
    const pasted = pasteBlock(gridBlocks([2, 2, 2]), Array(8).fill(''), 0, rows, 3)
    expect(pasted.cells).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  test('a cell says where it is', () => {
    expect(cellLabel(gridBlocks([2, 2]), [2, 2], 1)).toBe('entry row 1, column 2')
    expect(cellLabel(gridBlocks([3]), [3], 2)).toBe('entry 3')
    expect(cellLabel(gridBlocks([2, 2, 2]), [2, 2, 2], 4)).toBe('entry row 1, column 1 of matrix 2')
  })
})
