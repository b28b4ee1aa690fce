import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ops } from '@/lib/network/ops'
import { takesLong } from '../../takes-long'
import { mistakesOf } from './sheets/mistakes'
import { wordsOf } from './sheets/words'

takesLong()

/*
 * One sheet an op, to be read: what it says of itself, and what its wrong rules come to on small numbers. That what it says is
 * true is held by other tests, and single mistakes are worked out by hand in each-mistake.test.ts. These hold that it is said
 * so: a change shows in the sheet, where it is judged by reading. There a rule shows too that does not do what its name says,
 * or that is tried where it has no business.
 */

// Listed before the first test, for a sheet that is missing is written.
const sheets = readdirSync(join(import.meta.dirname, 'sheets')).filter(name => name.endsWith('.txt'))

test('every op has its sheet, and every sheet its op', () => {
  expect(sheets.sort()).toEqual(ops.map(({ name }) => `${name}.txt`).sort())
})

test.each(ops)('$name says of itself, and its wrong rules come to, what its sheet says', async op => {
  const sheet = [...wordsOf(op), '', ...mistakesOf(op), '']
  await expect(sheet.join('\n')).toMatchFileSnapshot(`sheets/${op.name}.txt`)
})
