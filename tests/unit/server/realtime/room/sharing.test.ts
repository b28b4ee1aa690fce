import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharing } from '@/lib/server/realtime/room/sharing'

test('a variant is what it was, and what is the same in the base is the base’s own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (base, variant) => {
      expect(sharing(base, variant)).toEqual(variant)
      expect(sharing(base, structuredClone(base))).toEqual(base)
    }),
  )
  const base = { title: 'T', flow: [{ id: 'z' }], nodes: [{ values: ['1'] }, { values: ['2'] }] }
  const variant = { title: 'T', flow: [{ id: 'z' }], nodes: [{ values: ['1'] }, { values: ['9'] }] }
  const shared = sharing(base, variant)
  expect(shared).toEqual(variant)
  expect(shared.flow).toBe(base.flow)
  expect(shared.nodes[0]).toBe(base.nodes[0])
})
