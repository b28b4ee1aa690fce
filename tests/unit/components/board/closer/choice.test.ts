import { describe, expect, it } from 'vitest'
import {
  type ChoosableExercise,
  choicesOf,
  moved,
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
