import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readPasted } from '@/lib/language/answer/pasted/read'
import { takesLong } from '../../../../takes-long'

takesLong()

/** The rows; null where the text is the content of one cell. */
function readBlock(text: string): string[][] | null {
  const read = readPasted(text)
  if (!read.ok) throw new Error(read.message.id)
  return read.rows
}

const square = [
  ['1', '2'],
  ['3', '4'],
]

describe('pasted blocks', () => {
  test.each([
    ['a spreadsheet', '1\t2\r\n3\t4\r\n'],
    ['NumPy, one line', '[[1 2] [3 4]]'],
    ['NumPy, printed', '[[1 2]\n [3 4]]'],
    ['NumPy, repr', 'array([[1, 2],\n       [3, 4]])'],
    ['NumPy, repr with a type', 'np.array([[1, 2], [3, 4]], dtype=object)'],
    ['Python', '[[1, 2], [3, 4]]'],
    ['PyTorch', 'tensor([[1, 2],\n        [3, 4]])'],
    ['MATLAB', '[1 2; 3 4]'],
    ['MATLAB with commas', '[1, 2; 3, 4]'],
    ['MATLAB over lines', '[1 2;\n 3 4;]'],
    ['MATLAB, printed', '   1   2\n   3   4\n'],
    ['LaTeX', '1 & 2 \\\\ 3 & 4'],
    ['LaTeX ending in a line break', '1 & 2 \\\\\n3 & 4 \\\\'],
    ['LaTeX, pmatrix', '\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}'],
    ['LaTeX, array in brackets', '$\\left[\\begin{array}{cc}\n1&2\\\\\n3&4\n\\end{array}\\right]$'],
    ['nested deeper', '[[[1, 2]], [[3, 4]]]'],
  ])('%s', (_, text) => {
    expect(readBlock(text)).toEqual(square)
  })

  test.each([
    ['1\t2\t3', [['1', '2', '3']]],
    ['1\n2\n3', [['1'], ['2'], ['3']]],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    [
      '\t2\n3\t4',
      [
        ['', '2'],
        ['3', '4'],
      ],
    ],
    ['[1, 2, 3]', [['1', '2', '3']]],
    ['[1. 0.5 -2.e-3]', [['1.', '0.5', '-2.e-3']]],
    ['[[0.25]]', [['0.25']]],
    ['[max(1, 2), (1 + 2) 3]', [['max(1, 2)', '(1 + 2) 3']]],
    ['[[1, 2], [3]]', [['1', '2'], ['3']]],
    ['1/2\t-3/4', [['1/2', '-3/4']]],
    ['1 + 2\n3', [['1 + 2'], ['3']]],
    ['-\\frac{1}{2} & 2 \\cdot \\dfrac{x+1}{3}', [['-1/2', '2 * (x+1)/3']]],
    ['2^{10} & 1', [['2^(10)', '1']]],
    // A mixed number or a product? The reader of the cell will refuse it.
    ['2\\frac{1}{2} & 1', [['2\\frac{1}{2}', '1']]],
    ['\\frac{1}{2}3 & 1', [['\\frac{1}{2}3', '1']]],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })

  test.each([
    '3/4',
    ' 3 ',
    '1 1/2',
    '',
    '[',
    '[1',
    '1]',
    '2[3]',
    '[]',
    '[[],[]]',
    'x[1] + [2]',
    '(1, 2)',
    '1,5',
    '3\n',
  ])('one cell: %j', text => {
    expect(readBlock(text)).toBeNull()
  })

  test('any matrix comes back from every format', () => {
    const cell = fc.constantFrom('0', '-7', '3/4', '0.25', '1e-3', '12')
    const matrix = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(matrix, rows => {
        const join = (cells: string, lines: string) => rows.map(row => row.join(cells)).join(lines)
        for (const text of [
          join('\t', '\n'),
          `[[${join(', ', '], [')}]]`,
          `[[${join(' ', ']\n [')}]]`,
          `[${join(' ', '; ')}]`,
          join(' & ', ' \\\\ '),
        ]) {
          expect(readBlock(text)).toEqual(rows)
        }
      }),
    )
  })
})
