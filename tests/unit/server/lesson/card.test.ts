import { expect, test } from 'vitest'
import { builtIn } from '@/lib/lessons'
import { cardOf } from '@/lib/server/lesson/exercise'
import { takesLong } from '../../../takes-long'

takesLong()

const countOf = (text: string, tag: string) => text.split(`<${tag}>`).length - 1

test('no table of a card is wider or longer than a page shows', () => {
  for (const { slug } of builtIn) {
    for (const { name, is } of cardOf(slug)?.lines ?? []) {
      const rows = is.split('<mtr>').slice(1)
      expect(rows.length, `${slug} ${name}`).toBeLessThanOrEqual(12)
      for (const row of rows) expect(countOf(row, 'mtd'), `${slug} ${name}`).toBeLessThanOrEqual(6)
    }
  }
})

test('what is larger is shown by its shape', () => {
  const lines = cardOf('counting')?.lines.map(({ name, sign, is }) => [
    name,
    sign,
    is.replace(/<[^>]*>/g, ''),
  ])
  expect(lines).toContainEqual(['x', ':', '784'])
  expect(lines).toContainEqual(['W1', ':', '100×784'])
})
