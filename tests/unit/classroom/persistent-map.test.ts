import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersistentMap } from '@/lib/classroom/persistent-map'

const change = fc.record({
  // Which of the versions so far is changed.
  from: fc.nat(),
  key: fc.integer({ min: 0, max: 150 }).map(number => `student ${number}`),
  value: fc.nat(),
})

test('every version stays what a Map would be, whichever version is changed further', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 250 }), fc.nat({ max: 80 }), (changes, start) => {
      const first = new Map(Array.from({ length: start }, (_, nth) => [`student ${nth}`, -nth]))
      const versions = [{ map: PersistentMap.of(first), like: new Map(first) }]
      for (const { from, key, value } of changes) {
        const { map, like } = versions[from % versions.length]!
        versions.push({ map: map.with(key, value), like: new Map(like).set(key, value) })
      }
      for (const { map, like } of versions) {
        expect([...map]).toEqual([...like])
        expect(map.size).toBe(like.size)
      }
      const { map, like } = versions.at(-1)!
      for (let nth = 0; nth <= 151; nth += 1) {
        expect(map.get(`student ${nth}`)).toBe(like.get(`student ${nth}`))
        expect(map.has(`student ${nth}`)).toBe(like.has(`student ${nth}`))
      }
      expect([[...map.keys()], [...map.values()]]).toEqual([[...like.keys()], [...like.values()]])
      const visited: [string, number][] = []
      map.forEach((value, key) => {
        visited.push([key, value])
      })
      expect(visited).toEqual([...like])
    }),
    { numRuns: 60 },
  )
})
