import { expect, test } from 'vitest'
import { decimalPads } from '@/components/desk/cells/decimal'

/** Where the decimal point of a text stands, from the left of its column. */
const pointOf = (text: string, { left }: { left: number }) =>
  left + (text.includes('.') ? text.indexOf('.') : text.length)

test('in each column the points stand below each other, and all texts are equally wide', () => {
  const texts = ['−0.6', '12', '1', '0.25', '0.125', '−3']
  const pads = decimalPads(texts, 2)
  for (const column of [0, 1]) {
    const own = texts.flatMap((text, at) => (at % 2 === column ? [[text, pads[at]!] as const] : []))
    expect(new Set(own.map(([text, pad]) => pointOf(text, pad))).size).toBe(1)
    const widths = own.map(([text, { left, right }]) => {
      const points = text.includes('.') ? 1 : 0
      return (text.length - points + 0.45 * points + left + right).toFixed(6)
    })
    expect(new Set(widths).size).toBe(1)
  }
})

test('what is no plain number stands as it is, and moves nothing', () => {
  const pads = decimalPads(['3/2', '0.5', '', '1.25'], 1)
  expect(pads.map(({ left }) => left)).toEqual([0, 0, 0, 0])
  expect(pads.map(({ right }) => Math.round(100 * right) / 100)).toEqual([0, 1, 0, 0])
})

test('a column that would become too wide is not lined up', () => {
  expect(decimalPads(['12345', '0.12345'], 1, 8)).toEqual([
    { left: 0, right: 0 },
    { left: 0, right: 0 },
  ])
})
