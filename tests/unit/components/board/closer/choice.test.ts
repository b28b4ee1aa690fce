import { describe, expect, it } from 'vitest'
import {
  beginsOwn,
  type ChoosableExercise,
  changesOf,
  choicesOf,
  drawable,
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

describe('own numbers for each student', () => {
  const library: ChoosableExercise[] = [
    { version: 'a', title: 'A', kind: 'built-in', drawn: 'a-drawn' },
    { version: 'b', title: 'B', kind: 'built-in' },
    { version: 'c', title: 'C', kind: 'own', draws: true },
  ]
  const all = ['a', 'b', 'c'].reduce(toggled, choicesOf(library, []))

  it('put another version in the place of an exercise that has one', () => {
    expect(pickedVersions(all, true)).toEqual(['a-drawn', 'b', 'c'])
    expect(pickedVersions(all, false)).toEqual(['a', 'b', 'c'])
    expect(drawable(all)).toBe(2)
  })

  it('an exercise is one line, whichever of its versions the class has', () => {
    const chosen = [{ version: 'a-drawn', title: 'A', draws: true }]
    const choices = choicesOf(library, chosen)
    expect(choices.map(({ version, picked }) => [version, picked])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ])
    expect(pickedVersions(choices, beginsOwn(choices, chosen, true))).toEqual(['a-drawn'])
  })

  it('are what a new class begins with, and an old one has what it had', () => {
    expect(beginsOwn(choicesOf(library, []), [], false)).toBe(true)
    const begins = (version: string, draws: boolean, own: boolean) => {
      const chosen = [{ version, title: 'A', draws }]
      return beginsOwn(choicesOf(library, chosen), chosen, own)
    }
    expect(begins('a', false, false)).toBe(false)
    expect(begins('a-drawn', true, true)).toBe(true)
    expect(begins('c', true, false)).toBe(false)
    expect(begins('b', false, false)).toBe(true)
  })

  it('make an exercise of the class start over, which is said; what is left out leaves', () => {
    const chosen = [
      { version: 'a', title: 'A', draws: false },
      { version: 'c', title: 'C', draws: true },
      { version: 'b', title: 'B', draws: false },
    ]
    const choices = toggled(choicesOf(library, chosen), 'b')
    expect(changesOf(choices, chosen, { own: true, was: false })).toEqual({ leave: ['B'], anew: ['A', 'C'] })
    expect(changesOf(choices, chosen, { own: false, was: false })).toEqual({ leave: ['B'], anew: [] })
  })
})
