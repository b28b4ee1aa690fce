import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtIn } from '@/lib/lessons'
import { orders } from '@/lib/lessons/orders'
import { textSections } from '@/lib/lessons/text'
import { readSection } from '@/lib/prose/section'
import { lessonSource } from '../../lesson-files'
import {
  constantsAreSmall,
  headingsAreInOrder,
  linksLeadSomewhere,
  numbersComeFromTheEngine,
} from './text-rules'

const folder = 'lib/lessons/text'
const slugs = new Set(builtIn.map(({ slug }) => slug))
const sourceOf = (slug: string): string | null => (slugs.has(slug) ? lessonSource(slug) : null)
const pages = new Set([
  '/learn',
  '/learn/exercises',
  ...textSections.map(({ slug }) => `/learn/${slug}`),
  ...builtIn.map(({ slug }) => `/learn/exercises/${slug}`),
])

test('the list names every file of the folder, in order', () => {
  const files = readdirSync(folder).filter(file => file.endsWith('.md'))
  expect(textSections.map(({ file }) => file)).toEqual(files.sort())
  expect(new Set(textSections.map(({ slug }) => slug)).size).toBe(files.length)
})

const exercisesIn = (file: string): string[] =>
  readSection(readFileSync(`${folder}/${file}`, 'utf8'), sourceOf).pieces.flatMap(piece =>
    piece.type === 'exercise' ? [piece.slug] : [],
  )

test('every worked solution that is put in order stands in one section, and at least four sections have one', () => {
  const named = textSections.map(({ file }) =>
    readSection(readFileSync(`${folder}/${file}`, 'utf8'), sourceOf).pieces.flatMap(piece =>
      piece.type === 'order' ? [piece.slug] : [],
    ),
  )
  expect(named.flat().sort()).toEqual(Object.keys(orders).sort())
  expect(named.filter(of => of.length > 0).length).toBeGreaterThanOrEqual(4)
})

test('every exercise of the library stands in exactly one section, and every section has one', () => {
  const named = textSections.map(({ file }) => exercisesIn(file))
  expect(named.flat().sort()).toEqual([...slugs].sort())
  expect(textSections.filter((_, at) => named[at]?.length === 0)).toEqual([])
})

describe.each(textSections)('$slug', ({ file }) => {
  const source = readFileSync(`${folder}/${file}`, 'utf8')
  const section = readSection(source, sourceOf)
  const html = section.pieces.map(piece => (piece.type === 'html' ? piece.html : '')).join('\n')

  test('its numbers come from the engine', () => {
    expect(numbersComeFromTheEngine(source)).toEqual([])
    expect(constantsAreSmall(source)).toEqual([])
    expect(html).not.toContain('{{')
  })
  test('every formula could be typeset', () => {
    expect(html).not.toMatch(/<code>|<merror/)
    expect(html.replace(/<math[\s\S]*?<\/math>/g, '')).not.toContain('$')
  })
  test('it shows how its result is checked', () => {
    expect(source).toMatch(/^> \*\*Check\.\*\* /m)
  })
  test('headings are in order, links and exercises are there', () => {
    expect(headingsAreInOrder(source)).toEqual([])
    const anchors = new Set(section.headings.map(({ id }) => id))
    expect(linksLeadSomewhere(pages, anchors)(source)).toEqual([])
    const named = section.pieces.flatMap(piece => (piece.type === 'exercise' ? [piece.slug] : []))
    expect(named.filter(slug => !slugs.has(slug))).toEqual([])
  })
})

describe('each rule finds what is planted', () => {
  test.each([
    [numbersComeFromTheEngine, '$x = 3$ and $x_1 = {{a.x}}^2$', 1],
    [numbersComeFromTheEngine, '$$W_{12} + 0.5$$\n\n| a | 7 |', 2],
    [numbersComeFromTheEngine, '```numbers n\n| 3 |\n```\n\nIn 1986, $x^{2}$.', 0],
    [constantsAreSmall, '{{2}} and {{11}}', 1],
    [headingsAreInOrder, '# A\n\n## B\n\n#### C', 1],
    [headingsAreInOrder, '## A\n\n# B', 2],
    [linksLeadSomewhere(pages, new Set(['here'])), '[a](/learn) [b](#here) [c](https://a.b)', 0],
    [linksLeadSomewhere(pages, new Set()), '[a](/learn/nothing) [b](#here) [c](http://a.b)', 3],
  ])('%o in %s', (rule, source, faults) => {
    expect(rule(source)).toHaveLength(faults)
  })
})
