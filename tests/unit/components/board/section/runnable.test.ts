import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withExercises } from '@/components/board/section/runnable'

const versions = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))

test('a section adds the exercises that the class lacks, behind those that it has', () => {
  fc.assert(
    fc.property(versions, versions, (has, wants) => {
      const chosen = withExercises(
        has.map(version => ({ version })),
        { versions: wants },
      )
      expect(chosen.slice(0, has.length)).toEqual(has)
      expect(chosen.slice(has.length)).toEqual(wants.filter(version => !has.includes(version)))
    }),
  )
})
