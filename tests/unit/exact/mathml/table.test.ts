import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mfrac, mi, mn, mo, mrow, mtable } from '@/lib/exact/mathml'

const cellsOf = (table: string) => [...table.matchAll(/<mtd>(.*?)<\/mtd>/g)].map(([, cell = '']) => cell)
const shown = (cell: string) => cell.replace(/<mphantom>.*?<\/mphantom>/g, '').replace(/<[^>]+>/g, '')
const laidOut = (cell: string) => cell.replace(/<[^>]+>/g, '')

/** As the builders of numbers make them: a row around them, or none where there is no sign. */
const numeral = (text: string, at: number) => {
  const size = mn(text.replace('-', ''))
  if (text.startsWith('-')) return mrow(mo('−', 'prefix'), size)
  return at % 2 === 0 ? size : mrow(size)
}

const decimal = fc
  .tuple(fc.boolean(), fc.nat(99_999), fc.option(fc.nat(9999)))
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part === null ? '' : `.${part}`}`)

test('all numbers of a column take the same room on both sides of the point, and show what they are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(decimal, decimal), { minLength: 1, maxLength: 6 }), rows => {
      const cells = cellsOf(mtable(rows.map(row => row.map(numeral))))
      expect(cells.map(shown)).toEqual(rows.flat().map(text => text.replace('-', '−')))
      for (const column of [0, 1]) {
        const own = cells.filter((_, at) => at % 2 === column).map(laidOut)
        const sides = own.map(text => {
          const [whole = '', part = ''] = text.split('.')
          return [whole.replace(/\D/g, '').length, /−/.test(whole), part.length, text.includes('.')]
        })
        for (const side of sides) expect(side).toEqual(sides[0])
      }
    }),
  )
})

test('what is no number stays as it is, and makes no room', () => {
  const half = mfrac(mn('1'), mn('2'))
  expect(cellsOf(mtable([[half], [mn('10')], [mi('x')]]))).toEqual([half, mn('10'), mi('x')])
  expect(cellsOf(mtable([[half], [mn('10')], [mn('5')]])).map(laidOut)).toEqual(['12', '10', '05'])
})

test('a table whose numbers are equally long holds nothing else', () => {
  expect(mtable([[mn('1'), mn('2')]])).not.toContain('mphantom')
})
