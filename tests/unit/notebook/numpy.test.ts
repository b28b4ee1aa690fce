import { beforeAll, describe, expect, test } from 'vitest'
import { builtIn } from '@/lib/lessons'
import { learnLimits } from '@/lib/protocol/learn'
import { takesLong } from '../../takes-long'
import { allCode } from './made'
import { pythonWithNumpy, ran } from './python'

takesLong()

const python = pythonWithNumpy()

describe.skipIf(python === null)(
  'the NumPy notebooks run (needs python3 with numpy: python3-numpy on Debian)',
  () => {
    const all: { name: string; cells: string[] }[] = []
    beforeAll(() => {
      for (const seed of [null, learnLimits.seedLeast + 5]) all.push(...allCode('numpy', seed))
    })

    test('every built-in exercise, with its own numbers and with drawn ones, gives the exact numbers', () => {
      const { failed, checked } = ran(python ?? '', all)
      expect(failed).toEqual([])
      expect(all).toHaveLength(2 * builtIn.length)
      expect(checked).toBeGreaterThan(4 * builtIn.length)
    })

    test('an assertion fails where a line of the backward pass is wrong', () => {
      const spoiled = all.flatMap(({ name, cells }) => {
        const wrong = cells.map(cell => cell.replace(/^(d\w+_d\w+) = (.+)$/m, '$1 = 2 * ($2) + 1'))
        return wrong.join() === cells.join() ? [] : [{ name, cells: wrong }]
      })
      expect(spoiled.length).toBeGreaterThan(builtIn.length)
      expect(ran(python ?? '', spoiled).failed.map(({ name }) => name)).toEqual(
        spoiled.map(({ name }) => name),
      )
    })
  },
)
