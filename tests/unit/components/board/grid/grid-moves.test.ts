import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveBy, nameColumn, rowHeightFor, rowsInSight } from '@/components/board/grid/grid-moves'

describe('moveBy', () => {
  const at = { row: 3, column: 2 }
  const go = (key: string, ctrl = false) => moveBy(key, ctrl, at, 10, 5, 4)

  it('follows the keys of an ARIA grid', () => {
    expect(go('ArrowUp')).toEqual({ row: 2, column: 2 })
    expect(go('ArrowDown')).toEqual({ row: 4, column: 2 })
    expect(go('ArrowLeft')).toEqual({ row: 3, column: 1 })
    expect(go('ArrowRight')).toEqual({ row: 3, column: 3 })
    expect(go('Home')).toEqual({ row: 3, column: 0 })
    expect(go('End')).toEqual({ row: 3, column: 4 })
    expect(go('Home', true)).toEqual({ row: 0, column: 0 })
    expect(go('End', true)).toEqual({ row: 9, column: 4 })
    expect(go('PageDown')).toEqual({ row: 7, column: 2 })
    expect(go('PageUp')).toEqual({ row: 0, column: 2 })
  })

  it('leaves other keys to the browser', () => {
    for (const key of ['a', 'Tab', 'Enter', 'Escape']) expect(go(key)).toBeNull()
  })

  it('comes from the first step to the name, and back', () => {
    const name = { row: 3, column: nameColumn }
    expect(moveBy('ArrowLeft', false, { row: 3, column: 0 }, 10, 5, 4)).toEqual(name)
    expect(go('ArrowLeft', true)).toEqual(name)
    expect(moveBy('ArrowRight', false, name, 10, 5, 4)).toEqual({ row: 3, column: 0 })
    expect(moveBy('ArrowDown', false, name, 10, 5, 4)).toEqual({ row: 4, column: nameColumn })
  })

  it('never leaves the grid', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    )
    const size = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(keys, fc.boolean(), size, size, fc.nat(), fc.nat(), (key, ctrl, rows, columns, a, b) => {
        const to = moveBy(key, ctrl, { row: a % rows, column: b % columns }, rows, columns, 7)
        expect(to?.row).toBeGreaterThanOrEqual(0)
        expect(to?.row).toBeLessThan(rows)
        expect(to?.column).toBeGreaterThanOrEqual(nameColumn)
        expect(to?.column).toBeLessThan(columns)
      }),
    )
  })
})

describe('rowsInSight', () => {
  it('draws all of a usual class', () => {
    expect(rowsInSight(40, 22, 0, 300)).toEqual({ start: 0, end: 40 })
  })

  it('draws every row that can be seen, and few more, of a large one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 121, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, share) => {
          const top = Math.floor(share * Math.max(0, rows * 22 - 800))
          const { start, end } = rowsInSight(rows, 22, top, 800)
          expect(start * 22).toBeLessThanOrEqual(top)
          expect(end * 22).toBeGreaterThanOrEqual(Math.min(rows * 22, top + 800))
          expect(end - start).toBeLessThan(80)
          expect(end).toBeLessThanOrEqual(rows)
        },
      ),
    )
  })
})

describe('rowHeightFor', () => {
  it('lets 40 students stand in what a 1080 px screen leaves the rows', () => {
    expect(40 * rowHeightFor(40, 1080 - 64 - 32 - 50 - 46 - 28)).toBeLessThanOrEqual(860)
  })

  it('stays within what can be read', () => {
    expect(rowHeightFor(500, 800)).toBe(21)
    expect(rowHeightFor(3, 800)).toBe(34)
    expect(rowHeightFor(0, 0)).toBe(34)
  })
})
