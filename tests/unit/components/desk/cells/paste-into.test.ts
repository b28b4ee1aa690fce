import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridBlocks } from '@/components/desk/cells/grid-layout'
import { pasteInto } from '@/components/desk/cells/paste-into'
import { sizeOf } from '@/lib/exact/tensor'

const into = (shape: readonly number[], text: string, at = 0) =>
  pasteInto({ shape, blocks: gridBlocks(shape), cells: Array(sizeOf(shape)).fill(''), at }, text)

describe('what a pasted text does to a grid', () => {
  test('a block that fits fills the cells', () => {
    expect(into([2, 2], '1,2\n3,4')).toEqual({
      kind: 'filled',
      cells: ['1', '2', '3', '4'],
      last: 3,
      told: null,
    })
    expect(into([3], 'tensor([1., 2., 3.])')).toMatchObject({ kind: 'filled', cells: ['1.', '2.', '3.'] })
  })

  test('a transposed block is offered, and so is a row for a column', () => {
    expect(into([2, 3], '[1 2; 3 4; 5 6]')).toMatchObject({
      kind: 'told',
      told: 'The pasted block is 3×2. It fits here only turned, its rows as columns.',
      offer: { cells: ['1', '3', '5', '2', '4', '6'], last: 5 },
    })
    // From whatever cell it is pasted, the whole of a grid is meant.
    expect(into([2, 3], '[1 2; 3 4; 5 6]', 4)).toMatchObject({ kind: 'told', offer: { last: 5 } })
    expect(into([3, 1], '[1, 2, 3]')).toMatchObject({ kind: 'told', offer: { cells: ['1', '2', '3'] } })
    expect(into([3, 3], '[1, 2, 3]', 2)).toMatchObject({
      kind: 'told',
      offer: { cells: ['', '', '1', '', '', '2', '', '', '3'], last: 8 },
    })
  })

  test('a flat block of as many entries is offered row by row', () => {
    const six = ['1', '2', '3', '4', '5', '6']
    const offer = { label: 'Fill the grid row by row', cells: six, last: 5 }
    const told = 'The pasted block is 1×6. It has as many entries as the grid, in one line.'
    expect(into([2, 3], '[1, 2, 3, 4, 5, 6]')).toEqual({ kind: 'told', told, offer })
    expect(into([2, 3], '1\n2\n3\n4\n5\n6', 1)).toMatchObject({ kind: 'told', offer })
  })

  test('what fits in no way is filled in as far as it fits, and the rest is told', () => {
    expect(into([2, 2], '1\t2\t3\n4\t5\t6')).toEqual({
      kind: 'filled',
      cells: ['1', '2', '4', '5'],
      last: 3,
      told: '2 pasted entries lie outside the grid and were left out. Ctrl+Z takes the paste back.',
    })
    expect(into([2, 2], '1\t2\t3')).toMatchObject({
      told: expect.stringMatching(/^One pasted entry lies outside the grid and was/),
    })
  })

  test('one cell takes a text of one line as it stands, unless it is one value in a notation', () => {
    expect(into([], '[2, 3]')).toEqual({ kind: 'text' })
    expect(into([], 'A.T @ B')).toEqual({ kind: 'text' })
    expect(into([], '\\frac{3}{8}')).toMatchObject({ kind: 'filled', cells: ['3/8'] })
    expect(into([], 'np.float64(0.25)')).toMatchObject({ kind: 'filled', cells: ['0.25'] })
  })

  test('whatever is offered holds each pasted entry once', () => {
    const sides = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(sides, sides, sides, sides, fc.nat(15), (rows, columns, height, width, where) => {
        const entries = Array.from({ length: height * width }, (_, at) => `${at + 1}`)
        const text = entries.map((entry, at) => entry + ((at + 1) % width === 0 ? '\n' : '\t')).join('')
        const pasted = into([rows, columns], text, where % (rows * columns))
        if (pasted.kind !== 'told' || pasted.offer === null) return
        expect([...pasted.offer.cells].filter(cell => cell !== '').sort()).toEqual([...entries].sort())
      }),
    )
  })
})
