import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contracts } from '@/lib/protocol/wire/contracts'
import { commentsSayWhatTheyAreAbout } from './architecture/rules'
import { mistakesPage, mistakesText } from './docs/mistakes-page'
import { tableOf, tablesIn } from './docs/wire-tables'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

function filesBelow(folder: string, kind: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesBelow(path, kind)
    return kind.test(entry.name) ? [path] : []
  })
}

const documents = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/)].filter(path =>
  existsSync(join(root, path)),
)
const sources = ['app', 'components', 'lib', 'tests', 'prisma'].flatMap(folder =>
  filesBelow(folder, /\.(?:tsx?|mjs|prisma)$/),
)

interface Citation {
  readonly at: string
  readonly document: string
  readonly section: string | null
}

/** Places that name a document, and perhaps a section of it: `docs/language.md 4`. */
function citations(path: string): Citation[] {
  return [...read(path).matchAll(/(?<document>(?:[\w.-]+\/)*[\w-]+\.md)\b\)?(?: (?<section>\d+))?/g)].map(
    found => ({
      at: path,
      document: found.groups?.document ?? '',
      section: found.groups?.section ?? null,
    }),
  )
}

const sections = (document: string): string[] =>
  [...read(document).matchAll(/^## (\d+)\. /gm)].map(([, number]) => number ?? '')

/** Code names a document by its path from the project's folder; documents may do so too, or link from where they are. */
function documentOf({ at, document }: Citation): string | null {
  const beside = posix.join(dirname(at), document)
  const candidates = at.endsWith('.md') ? [document, beside] : [document]
  return candidates.find(candidate => documents.includes(candidate)) ?? null
}

const place = ({ at, document, section }: Citation): string => `${at}: ${document} ${section ?? ''}`.trim()

test('every cited document and section is there', () => {
  const cited = [...documents, ...sources.filter(path => !path.startsWith('tests/docs'))].flatMap(citations)
  expect(cited.length).toBeGreaterThan(50)
  expect(cited.filter(citation => documentOf(citation) === null).map(place)).toEqual([])
  const lost = cited.filter(citation => {
    const document = documentOf(citation)
    return document !== null && citation.section !== null && !sections(document).includes(citation.section)
  })
  expect(lost.map(place)).toEqual([])
})

test('the page of mistakes is as the catalogue has it: npm run docs writes it', () => {
  expect(read(mistakesPage)).toBe(mistakesText())
})

test('docs/protocol.md says what the contracts of the wire say', () => {
  expect(tablesIn(read('docs/protocol.md'))).toEqual(Object.values(contracts).map(tableOf))
})

test('every cited decision is there', () => {
  const numbers = readdirSync(join(root, 'docs/decisions')).map(name => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, nth) => nth + 1))
  const cited = [...documents, ...sources].flatMap(path =>
    [...read(path).matchAll(/\bdecisions?[ /](\d+)\b/g)].map(found => ({ path, number: Number(found[1]) })),
  )
  expect(cited.length).toBeGreaterThan(5)
  expect(cited.filter(({ number }) => !numbers.includes(number))).toEqual([])
})

describe.each(documents)('%s', path => {
  const text = read(path)

  test('its sections are numbered in order', () => {
    const numbers = sections(path)
    expect(numbers).toEqual(numbers.map((_, nth) => String(nth + 1)))
  })

  test('its links lead to files', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) =>
      posix.join(dirname(path), link ?? ''),
    )
    expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
  })

  test('the files of the project that it names exist', () => {
    const named = [...text.matchAll(/`((?:app|components|docs|lib|prisma|public|tests)\/[^`\s]*)`/g)]
    const paths = named.map(([, name]) => name ?? '')
    expect(paths.filter(name => !existsSync(join(root, name)))).toEqual([])
  })
})

test('comments of the tests say what they are about, too', () => {
  const tests = sources.filter(path => path.startsWith('tests/') && !path.endsWith('planted.ts'))
  expect(commentsSayWhatTheyAreAbout(tests.map(path => ({ path, text: read(path) })))).toEqual([])
})
