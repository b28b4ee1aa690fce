import { expect, test } from 'vitest'
import { boardPacing } from '@/lib/classroom/board-view'
import { deskPacing } from '@/lib/classroom/desk-pacing'
import { readEntry } from '@/lib/classroom/log'
import { projectorView } from '@/lib/classroom/projector-view'
import { flowers } from '@/lib/classroom/pseudonyms'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import { DeskPacing, PacingCommand } from '@/lib/protocol/pacing'
import { type Scene, Scene as SceneSchema } from '@/lib/protocol/projector'
import { sentenceOf } from '@/lib/words/sentence'

const section = { slug: 'one-chain', title: '2. One chain' }

/** A class after rows of its log, read back as a room reads them. */
function after(...rows: readonly [type: string, data: unknown][]): ClassState {
  return rows.reduce<ClassState>((state, [type, data], at) => {
    const entry = readEntry(type, data)
    if (!entry) throw new Error(`no entry ${type}`)
    return reduce(state, { type: 'logged', entry: { ...entry, seq: at + 1, at, who: 'teacher' } })
  }, emptyClass)
}

const run: [string, unknown] = ['section-run', { section }]
const ended: [string, unknown] = ['section-run', { section: null }]
const shown = (scene: Scene): [string, unknown] => ['shown', { scene }]

const wall = (state: ClassState) =>
  projectorView(
    state,
    { title: 'ML 101', code: null, flowers, pictured: null, say: sentenceOf },
    { part: null, answers: [], lines: [] },
    0,
  )

test('desks and boards are told the section by its name and title while it is read, and nothing of it before and after', () => {
  const desk = ({ pacing }: ClassState) => deskPacing(pacing, 0, () => true)
  expect(desk(after()).section).toBeUndefined()
  expect(desk(after(run)).section).toEqual(section)
  expect(DeskPacing.safeParse(desk(after(run))).error).toBeUndefined()
  expect(boardPacing(after(run), 0).section).toEqual(section)
  expect(desk(after(run, ended)).section).toBeUndefined()
})

test('another section takes the place of the first, and homework leaves it on the desks', () => {
  const other = { slug: 'backwards', title: '7. Backwards' }
  const state = after(run, ['section-run', { section: other }], ['homework-set', { dueAt: 9, late: false }])
  expect(state.pacing.section).toEqual(other)
})

test('the wall has a part while that section is read, and how to join once it is not', () => {
  const scene: Scene = { what: 'section', slug: section.slug, part: 2 }
  expect(wall(after(run, shown(scene))).scene).toEqual({ what: 'section', ...section, part: 2 })
  expect(wall(after(run, shown(scene), ended)).scene).toEqual({ what: 'join' })
  expect(wall(after(run, shown({ ...scene, slug: 'backwards' }))).scene).toEqual({ what: 'join' })
})

test('names and places that no section can have are no command', () => {
  const reads = (slug: unknown) => PacingCommand.safeParse({ do: 'section', slug }).success
  expect([reads('one-chain'), reads(null), reads('../etc'), reads(''), reads('One')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  const part = (part: unknown) => SceneSchema.safeParse({ what: 'section', slug: 'one-chain', part }).success
  expect([part(0), part(99), part(-1), part(100), part(0.5)]).toEqual([true, true, false, false, false])
})

test('a row of a later version that says more of a section is read', () => {
  expect(readEntry('section-run', { section: { ...section, part: 3 }, more: 1 })?.data).toEqual({ section })
})
