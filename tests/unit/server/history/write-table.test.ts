import fc from 'fast-check'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { defused } from '@/lib/protocol/defused'
import type { Table } from '@/lib/server/history/tables'
import { csvOf, xlsxOf, xlsxText } from '@/lib/server/history/write-table'

const table = (...rows: Table['rows'][number][]): Table => ({ name: 'answers', columns: ['a', 'b'], rows })

/** Read by another library than the one that wrote it. */
function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' })
  expect(errors).toEqual([])
  return data.slice(1).filter(row => row.length > 1)
}

/** Values of the first sheet by cell (`B2`), out of the XML itself. */
function readXlsx(bytes: Uint8Array) {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, new TextDecoder().decode(file)]),
  )
  const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    plain(si ?? ''),
  )
  const cells = new Map<string, { type: string; value: string }>()
  for (const [, attributes = '', inner = ''] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const at = /r="(\w+)"/.exec(attributes)?.[1] ?? ''
    const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n'
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
    cells.set(at, { type, value: type === 's' ? (shared[Number(value)] ?? '') : plain(value ?? inner) })
  }
  return { files, sheet, cells }
}

const plain = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&')

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '−1',
]
const harmless = ['1/3', 'a=b', '', 'Ada', "'quoted", '🌻 Ünïcode', 'x - 1']

describe('CSV', () => {
  test('what a spreadsheet might compute begins with an apostrophe, all else is as it was', () => {
    for (const text of dangerous) expect(defused(text), JSON.stringify(text)).toBe(`'${text}`)
    for (const text of harmless) expect(defused(text)).toBe(text)
  })

  test('commas, quotes, line breaks and emoji come back as they were, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(',', '"', "'", '\r', '\n', '\t', '=', ' ', 'a', '🌻', ';') }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), rows => {
        expect(readCsv(csvOf(table(...rows)))).toEqual(rows.map(row => row.map(defused)))
      }),
    )
  })

  test('numbers, moments and nothing', () => {
    const rows = readCsv(csvOf(table([1.5, new Date(0)], [null, 0])))
    expect(rows).toEqual([
      ['1.5', '1970-01-01T00:00:00.000Z'],
      ['', '0'],
    ])
  })
})

describe('xlsx', () => {
  test('text is text: no cell holds a formula, whatever it begins with', async () => {
    const texts = [...dangerous, ...harmless.filter(text => text !== ''), 'a, "b"', '<b>&amp;', "O'Neil"]
    const { sheet, cells } = readXlsx(await xlsxOf([table(...texts.map(text => [text, 1]))]))
    expect(sheet).not.toMatch(/<f[ >]/)
    for (const [row, text] of texts.entries()) {
      const cell = cells.get(`A${row + 2}`)
      expect(cell?.type, text).toMatch(/^(?:s|inlineStr|str)$/)
      expect(cell?.value).toBe(xlsxText(text))
      expect(cells.get(`B${row + 2}`)).toEqual({ type: 'n', value: '1' })
    }
  })

  test('what XML cannot hold is left out, and what Excel cannot open is cut', () => {
    expect(xlsxText('a\u0000\u0008b\u001Fc\nd\te')).toBe('abc\nd\te')
    expect(xlsxText('a\uD83C')).toBe('a\uFFFD')
    const long = xlsxText('🌻'.repeat(30_000))
    expect(long.length).toBeLessThanOrEqual(32_767)
    expect(long).toMatch(/^(?:🌻)+… \(cut\)$/u)
  })

  test('a moment is a moment of UTC, in days since 1900', async () => {
    const { cells } = readXlsx(await xlsxOf([table([new Date('2026-11-24T18:00:00Z'), null])]))
    expect(Number(cells.get('A2')?.value)).toBeCloseTo(46_350.75, 6)
  })
})
