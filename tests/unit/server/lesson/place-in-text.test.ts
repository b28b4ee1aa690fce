import { expect, test } from 'vitest'
import { builtIn } from '@/lib/lessons'
import { textSections } from '@/lib/lessons/text'
import { placeInText } from '@/lib/server/lesson/read'

test('every exercise knows its section of the text, whose title it tells', () => {
  const sections = textSections.map(({ slug }) => slug)
  for (const { slug } of builtIn) expect(sections, slug).toContain(placeInText(slug)?.slug)
  expect(placeInText('relu-mask')).toEqual({ slug: 'backwards', title: 'Backwards' })
  expect(placeInText('nothing')).toBeNull()
})
