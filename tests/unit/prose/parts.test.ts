import { expect, test } from 'vitest'
import { textSections } from '@/lib/lessons/text'
import { partsOf } from '@/lib/prose/parts'
import { readSection } from '@/lib/prose/section'
import { lessonSection } from '@/lib/server/lesson/read'

const opening = '# A title\n\nYou can do it.\n\n'

test('a part begins with each heading of the second level; what comes before is a part of its own', () => {
  const body =
    'Before.\n\n## One\n\nText.\n\n### Within\n\nMore.\n\n```exercise\nsome\n```\n\nAfter it.\n\n## Two\n\nEnd.'
  const parts = partsOf(readSection(opening + body, () => null))
  expect(parts.map(({ heading }) => heading)).toEqual([null, 'One', 'Two'])
  expect(parts.map(({ pieces }) => pieces.map(({ type }) => type))).toEqual([
    ['html'],
    ['html', 'exercise', 'html'],
    ['html'],
  ])
  expect(parts[2]?.pieces[0]).toMatchObject({ html: expect.stringMatching(/^<h2 .*End\.<\/p>$/s) })
})

test('a section that begins with a heading has no part before it', () => {
  expect(partsOf(readSection(`${opening}## One\n\nText.`, () => null))).toHaveLength(1)
})

test.each(textSections.map(({ slug }) => slug))('the parts of %s have all of it, each once', slug => {
  const section = lessonSection(slug)
  if (!section) throw new Error('no section')
  const parts = partsOf(section)
  const text = (pieces: typeof section.pieces) =>
    pieces.map(piece => (piece.type === 'html' ? piece.html.replace(/\s+/g, '') : `[${piece.type}]`)).join('')
  expect(text(parts.flatMap(({ pieces }) => pieces))).toBe(text(section.pieces))
  const headed = parts.flatMap(({ heading }) => (heading === null ? [] : [heading]))
  expect(headed).toEqual(section.headings.filter(({ level }) => level === 2).map(({ html }) => html))
})
