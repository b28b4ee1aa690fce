import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  broadcastPlaces,
  broadcastShape,
  broadcastTo,
  entryOf,
  fillTensor,
  indexOf,
  mapTensor,
  nest,
  placeOf,
  sameShape,
  showShape,
  sizeOf,
  stridesOf,
  tensorOf,
  unnest,
  zipTensors,
} from '@/lib/exact/tensor'

const anyShape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
const counting = (shape: readonly number[]) =>
  tensorOf(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => i),
  )

describe('tensors', () => {
  test('filled with one entry, and changed entry by entry with its place', () => {
    expect(fillTensor([2, 3], 'a')).toEqual({ shape: [2, 3], data: ['a', 'a', 'a', 'a', 'a', 'a'] })
    expect(fillTensor([], 'a')).toEqual({ shape: [], data: ['a'] })
    const changed = mapTensor(tensorOf([2], ['a', 'b']), (entry, at) => `${entry}${at}`)
    expect(changed).toEqual({ shape: [2], data: ['a0', 'b1'] })
  })

  test('entries too many or too few, outside, or of shapes that do not go together are bugs', () => {
    expect(() => tensorOf([2, 2], [1, 2, 3])).toThrow('3 entries for a tensor of shape 2x2')
    expect(() => entryOf(tensorOf([2], [1, 2]), 2)).toThrow('entry 2 of a tensor of shape 2')
    expect(entryOf(tensorOf([2], [1, 2]), 1)).toBe(2)
    expect(() => zipTensors(counting([2]), counting([1, 2]), Math.max)).toThrow(
      'shapes 2 and 1x2 joined entry by entry',
    )
    expect(() => broadcastPlaces([2], [3])).toThrow('shape 2 does not broadcast to 3')
    expect(() => broadcastPlaces([2, 3], [3])).toThrow('shape 2x3 does not broadcast to 3')
  })

  test('an index of another rank has no place', () => {
    expect(placeOf([2, 3], [1])).toBeNull()
    expect(placeOf([2, 3], [1, 2, 0])).toBeNull()
    expect(placeOf([], [])).toBe(0)
  })

  test('nesting and unnesting are inverse, whatever the rank', () => {
    fc.assert(
      fc.property(anyShape, shape => {
        const tensor = counting(shape)
        expect(unnest(nest(tensor))).toEqual(tensor)
      }),
    )
    expect(nest(tensorOf([2, 1, 2], ['a', 'b', 'c', 'd']))).toEqual([[['a', 'b']], [['c', 'd']]])
    expect(nest(tensorOf([], ['a']))).toBe('a')
  })

  test.each([[[[1], [2, 3]]], [[[1], 2]], [[1, [2]]], [[]], [[[], []]]])('ragged or empty: %j', nested => {
    expect(unnest<number>(nested as never)).toBeNull()
  })

  test('an index leads to its place and back', () => {
    fc.assert(
      fc.property(anyShape, shape => {
        for (let place = 0; place < sizeOf(shape); place += 1) {
          const index = indexOf(shape, place)
          expect(placeOf(shape, index)).toBe(place)
          const strides = stridesOf(shape)
          expect(index.reduce((sum, i, axis) => sum + i * strides[axis]!, 0)).toBe(place)
        }
      }),
    )
    expect(placeOf([2, 3], [2, 0])).toBeNull()
    expect(placeOf([2, 3], [0])).toBeNull()
    expect(placeOf([2, 3], [0, -1])).toBeNull()
    expect(placeOf([2, 3], [0, 0.5])).toBeNull()
  })

  test.each([
    [[2, 3], [3], [2, 3]],
    [
      [2, 1],
      [1, 4],
      [2, 4],
    ],
    [[], [2, 2], [2, 2]],
    [
      [5, 1, 3],
      [4, 1],
      [5, 4, 3],
    ],
    [[2, 3], [2], null],
    [[2], [3], null],
  ])('NumPy broadcasting: %j with %j gives %j', (a, b, joined) => {
    expect(broadcastShape(a, b)).toEqual(joined)
    expect(broadcastShape(b, a)).toEqual(joined)
  })

  test('a broadcast entry is the one with the stretched axes at 0', () => {
    fc.assert(
      fc.property(anyShape, anyShape, (from, other) => {
        const to = broadcastShape(from, other)
        fc.pre(to !== null)
        const source = counting(from)
        const result = broadcastTo(source, to!)
        expect(sameShape(result.shape, to!)).toBe(true)
        for (let place = 0; place < sizeOf(to!); place += 1) {
          const index = indexOf(to!, place).slice(to!.length - from.length)
          const own = index.map((i, axis) => (from[axis] === 1 ? 0 : i))
          expect(result.data[place]).toBe(source.data[placeOf(from, own)!])
        }
      }),
    )
  })

  test('misfits are bugs', () => {
    expect(() => tensorOf([2], [1])).toThrow()
    expect(() => broadcastTo(counting([2]), [3])).toThrow()
    expect(() => broadcastTo(counting([2]), [1])).toThrow()
    expect(() => zipTensors(counting([2]), counting([1, 2]), (a, b) => a + b)).toThrow()
  })

  test('shapes as told to people', () => {
    expect([[], [3], [2, 3]].map(showShape)).toEqual(['scalar', '3', '2x3'])
  })
})
