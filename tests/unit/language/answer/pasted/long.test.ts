import { expect, test } from 'vitest'
import { readPasted } from '@/lib/language/answer/pasted/read'
import { takesLong } from '../../../../takes-long'

takesLong()

/** Texts that grow, of the kinds that backtracking and nesting take long over. */
const growing: Readonly<Record<string, (size: number) => string>> = {
  'blanks between two words': size => `a${' '.repeat(size)}b`,
  'blanks between two rows': size => `[1 2${' '.repeat(size)}\n3 4]`,
  'blanks at the beginning and the end': size => `${' '.repeat(size / 2)}1${' '.repeat(size / 2)}x`,
  'line ends': size => `1${'\n'.repeat(size)}2`,
  'tabs and blanks': size => `1${'\t '.repeat(size / 2)}2`,
  'open brackets': size => '['.repeat(size),
  'brackets in brackets': size => `${'['.repeat(size / 2)}1${']'.repeat(size / 2)}`,
  'open braces': size => `{${'{1,'.repeat(size / 3)}`,
  'braces of LaTeX': size => `\\frac${'{'.repeat(size)}`,
  'fractions of LaTeX': size => '\\frac{1}{2}&'.repeat(size / 12),
  'fractions in fractions': size => '\\frac{'.repeat(size / 6),
  'powers of LaTeX': size => `x^{${'^{ '.repeat(size / 3)}`,
  'a command over and over': size => '\\begin{matrix}'.repeat(size / 14),
  'a command and blanks': size => `\\begin{matrix}${' \\left'.repeat(size / 6)}`,
  'Word over and over': size => '■('.repeat(size / 2),
  'equals signs': size => `a${' ='.repeat(size / 2)}`,
  'a long name': size => `${'a'.repeat(size - 2)} b`,
  'calls in calls': size => `${'tensor('.repeat(size / 8)}1${')'.repeat(size / 8)}`,
  'arguments of a call': size => `array([${'1, '.repeat(size / 3)}1], dtype=float)`,
  'names in a call': size => `array([1], ${'a=1, '.repeat(size / 5)}b=2)`,
  digits: size => `${'1'.repeat(size)}\n2`,
  'numbers in a row': size => `[${'1 '.repeat(size / 2)}]`,
  'short lines': size => '1 2\n'.repeat(size / 20),
  'lines that differ': size => `${'1 2\n'.repeat(size / 20)}x`,
  'lines of CSV': size => '1,2\n'.repeat(size / 20),
  'bars of Markdown': size => `${'|'.repeat(size)}\n|-|`,
  dashes: size => `|${'-'.repeat(size / 2)}x|\n${'-'.repeat(size / 2)}`,
  quotes: size => `"1",${'"'.repeat(size)}`,
  angles: size => `<${'<'.repeat(size / 2)}${'>'.repeat(size / 2 - 1)}`,
  prompts: size => '>>> 1\n'.repeat(size / 20),
  'drawn brackets': size => '[ 1  2 ]\n'.repeat(size / 20),
  'columns of MATLAB': size => ' Columns 1 and 2:\n\n 1 2\n'.repeat(size / 40),
  'columns of R': size => ' [,1] [,2]\n[1,] 1 2\n'.repeat(size / 40),
  dollars: size => '$'.repeat(size),
}

const small = 16_000

/** Time of the processor that reading takes: the least of several tries, so that what else the machine does counts little. */
function work(text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    readPasted(text)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, user + system)
  }
  return least
}

test.each(Object.entries(growing))('the work grows as the text does: %s', (_, text) => {
  const [once, manifold] = [text(small), text(16 * small)]
  expect(manifold.length).toBeLessThanOrEqual(262_144)
  work(once)
  // 16 times as long a text: 16 times the work, or 256 times where it grew with the square. Half a millisecond is noise.
  expect(work(manifold) / (work(once) + 500)).toBeLessThan(64)
})

test('a text that is longer than any block is told so', () => {
  expect(readPasted('1\n'.repeat(20_001))).toMatchObject({
    ok: false,
    message: { id: 'pasted.too-many-lines' },
  })
  expect(readPasted('1\t'.repeat(200_000))).toMatchObject({ ok: false, message: { id: 'pasted.too-long' } })
})
