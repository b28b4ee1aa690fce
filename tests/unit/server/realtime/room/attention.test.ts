import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeskLink } from '@/lib/server/realtime/desk/desk-link'
import { Attention } from '@/lib/server/realtime/room/attention'

const page = (): DeskLink => ({ id: 'page', tell() {} })

test('here if any page is seen, away if pages are open and none is, gone without pages', () => {
  const told = fc.array(fc.record({ page: fc.nat({ max: 3 }), visible: fc.boolean() }))
  fc.assert(
    fc.property(fc.nat({ max: 4 }), told, (open, tells) => {
      const pages = Array.from({ length: 4 }, page)
      const attention = new Attention()
      const seen = [true, true, true, true]
      for (const { page, visible } of tells) {
        attention.note(pages[page]!, visible)
        seen[page] = visible
      }
      const expected = open === 0 ? 'gone' : seen.slice(0, open).includes(true) ? 'here' : 'away'
      expect(attention.of(new Set(pages.slice(0, open)))).toBe(expected)
    }),
  )
})
