import { expect, test } from 'vitest'
import { builtInOf } from '@/lib/lessons'
import { textSections } from '@/lib/lessons/text'
import { lessonSection, sectionOutlines, titleInList } from '@/lib/server/lesson/read'

test('the list says of every section what its text says, without computing it', () => {
  expect(sectionOutlines().map(({ slug }) => slug)).toEqual(textSections.map(({ slug }) => slug))
  for (const { slug, title, exercises } of sectionOutlines().slice(0, 4)) {
    const section = lessonSection(slug)
    const there = section?.pieces.flatMap(piece => (piece.type === 'exercise' ? [piece.slug] : []))
    expect([title, exercises]).toEqual([section?.title, there])
  }
})

test('every exercise of a section is in the library', () => {
  for (const { exercises } of sectionOutlines())
    for (const slug of exercises) expect(builtInOf(slug), slug).not.toBeNull()
})

test('a section that has a number is listed with it', () => {
  expect(titleInList({ number: 3, title: 'Several paths' })).toBe('3. Several paths')
  expect(titleInList({ number: null, title: 'Batches' })).toBe('Batches')
})
