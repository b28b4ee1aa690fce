import { describe, expect, it } from 'vitest'
import {
  type ChoosableExercise,
  choicesOf,
  groupsOf,
  moved,
  movedBy,
  pickedVersions,
  toggled,
} from '@/components/board/closer/choice'

const choosable: ChoosableExercise[] = [
  { version: 'a', title: 'A', kind: 'built-in' },
  { version: 'b', title: 'B', kind: 'built-in' },
  { version: 'c', title: 'C', kind: 'own' },
]

describe('the exercises of a class', () => {
  it('stand in the class’s order first, then what else there is', () => {
    const choices = choicesOf(choosable, [
      { version: 'c', title: 'C' },
      { version: 'a', title: 'A' },
    ])
    expect(choices.map(({ version, picked }) => [version, picked])).toEqual([
      ['c', true],
      ['a', true],
      ['b', false],
    ])
  })

  it('keep a version that this teacher could not pick today', () => {
    const choices = choicesOf(choosable, [{ version: 'old', title: 'A, as it was' }])
    expect(choices[0]).toEqual({ version: 'old', title: 'A, as it was', kind: 'chosen', picked: true })
    expect(pickedVersions(choices)).toEqual(['old'])
  })

  it('stand in groups: one’s own first, then the library by section in its order, then what only the class has', () => {
    const library: ChoosableExercise[] = [
      { version: 'a', title: 'A mask', kind: 'built-in', section: 'Chains' },
      { version: 'b', title: 'B', kind: 'built-in', section: 'Networks' },
      { version: 'b2', title: 'B2', kind: 'built-in', section: 'Networks' },
      { version: 'c', title: 'C', kind: 'own' },
    ]
    const choices = choicesOf(library, [
      { version: 'b2', title: 'B2' },
      { version: 'old', title: 'Old' },
    ])
    const shown = (sought?: string) =>
      groupsOf(choices, library, sought).map(group => [
        group.title,
        group.choices.map(one => one.version).join(),
      ])
    expect(shown()).toEqual([
      ['Yours', 'c'],
      ['Chains', 'a'],
      ['Networks', 'b,b2'],
      ['Only in this class', 'old'],
    ])
    expect(shown(' MASK ')).toEqual([['Chains', 'a']])
    expect(shown('networks')).toEqual([['Networks', 'b,b2']])
    expect(shown('nothing')).toEqual([])
  })

  it('are moved past the chosen ones beside them, whatever stands between', () => {
    const choices = toggled(toggled(choicesOf(choosable, []), 'a'), 'c')
    expect(pickedVersions(movedBy(choices, 'c', -1))).toEqual(['c', 'a'])
    expect(pickedVersions(movedBy(choices, 'a', 1))).toEqual(['c', 'a'])
    expect(movedBy(choices, 'a', -1)).toEqual(choices)
    expect(movedBy(choices, 'c', 1)).toEqual(choices)
  })

  it('are picked, left out and moved without losing one', () => {
    const none = choicesOf(choosable, [])
    const two = toggled(toggled(none, 'a'), 'c')
    expect(pickedVersions(two)).toEqual(['a', 'c'])
    expect(pickedVersions(moved(two, 'c', 0))).toEqual(['c', 'a'])
    expect(pickedVersions(toggled(moved(two, 'c', 0), 'a'))).toEqual(['c'])
    for (const to of [-5, 0, 1, 2, 99]) expect(moved(two, 'b', to)).toHaveLength(3)
    expect(moved(two, 'unknown', 0)).toEqual(two)
  })
})
