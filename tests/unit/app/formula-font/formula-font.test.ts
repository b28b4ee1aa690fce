import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textSections } from '@/lib/lessons/text'
import { readSection } from '@/lib/prose/section'
import { chalkOf } from '@/lib/server/lesson/exercise'
import { lessonText } from '@/lib/server/lesson/read'
import { takesLong } from '../../../takes-long'
import { charactersOf, tablesOf } from './woff2'

// The engine makes every section of the lesson.
takesLong()

const whole = readFileSync(
  'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
)
const ours = readFileSync('app/formula-font/stix-two-math-formulas.woff2')
const all = charactersOf(whole)
const has = charactersOf(ours)

/** As CSS writes it. */
const shown = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
const spelt = (codes: readonly number[]) => codes.map(code => `${shown(code)} ${String.fromCodePoint(code)}`)

/** So many characters that no font has may stand inside a range, to keep the list short: no alphabet fits in there. */
const widestGap = 256

/** Ranges that hold these characters and none of `without`. */
function ranges(of: ReadonlySet<number>, without: ReadonlySet<number>): string {
  const pairs: [number, number][] = []
  for (const code of [...of].sort((a, b) => a - b)) {
    const last = pairs.at(-1)
    const between = last && [...without].some(one => one > last[1] && one < code)
    if (last && !between && code - last[1] <= widestGap) last[1] = code
    else pairs.push([code, code])
  }
  return pairs.map(([a, b]) => (a === b ? shown(a) : `${shown(a)}-${shown(b).slice(2)}`)).join(', ')
}

/** What a page may show in a formula that the house has made: all that its sources say, but what only people type. */
function inSources(): Set<number> {
  const onlyTyped =
    /^lib\/(server\/db\/generated|language\/answer\/pasted)\/|^lib\/classroom\/confusables\.ts$/
  const files = ['lib', 'app', 'components'].flatMap(room =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map(name => `${room}/${name}`),
  )
  const texts = files.filter(file => /\.(tsx?|json|md|chalk|draws)$/.test(file) && !onlyTyped.test(file))
  return characters(texts.map(file => readFileSync(file, 'utf8')))
}

/** What stands in the formulas of the lesson, where TeX has become characters. */
function inFormulas(): Set<number> {
  const pieces = textSections.flatMap(({ file }) => readSection(lessonText(file), chalkOf).pieces)
  const html = pieces.flatMap(piece => (piece.type === 'html' ? [piece.html] : []))
  return characters(html.flatMap(text => text.match(/<math[\s\S]*?<\/math>/g) ?? []))
}

/** The characters beyond ASCII, all of which is asked for below. */
function characters(texts: readonly string[]): Set<number> {
  const found = new Set(texts.flatMap(text => text.match(/[^ -~\s]/gu) ?? []))
  return new Set([...found].map(character => character.codePointAt(0) ?? 0))
}

/** What a browser draws in place of a letter that stands alone in `<mi>` (MathML Core, italic). */
function italics(): number[] {
  const latin = Array.from({ length: 52 }, (_, place) => 0x1d434 + place)
  const greek = Array.from({ length: 58 }, (_, place) => 0x1d6e2 + place)
  // Unicode had the italic h before the others and left its place empty.
  return [...latin.map(code => (code === 0x1d455 ? 0x210e : code)), ...greek]
}

describe('the font of formulas that comes first', () => {
  test.each([
    ['the sources of the house', inSources],
    ['the formulas of the lesson', inFormulas],
    ['letters as variables', italics],
  ])('has every character of %s that the whole font has', (_, used) => {
    expect(spelt([...used()].filter(code => all.has(code) && !has.has(code)))).toEqual([])
  })

  test('is part of the whole one, with its table for mathematics, and has the space by which browsers pick it', () => {
    expect([...has].every(code => all.has(code))).toBe(true)
    const ascii = Array.from({ length: 95 }, (_, place) => 0x20 + place)
    expect(spelt(ascii.filter(code => !has.has(code)))).toEqual([])
    expect(tablesOf(ours).get('MATH')?.length).toBeGreaterThan(2000)
  })

  test('weighs at most 60 KB, and with the font of text at most 120', () => {
    const text = statSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2').size
    expect(ours.length).toBeLessThanOrEqual(60_000)
    expect(ours.length + text).toBeLessThanOrEqual(120_000)
  })

  test('has its licence beside it, which is that of the whole font', () => {
    expect(readFileSync('app/formula-font/OFL.txt', 'utf8')).toBe(
      readFileSync('node_modules/@fontsource/stix-two-math/LICENSE', 'utf8'),
    )
  })
})

test('the whole font is fetched for all other characters that it has, and for no character of ours', () => {
  const rest = new Set([...all].filter(code => !has.has(code)))
  const declared = readFileSync('app/fonts.ts', 'utf8')
    .split('stixRest = ')[1]
    ?.match(/'unicode-range',\s*value:\s*'([^']*)'/)?.[1]
  expect(declared).toBe(ranges(rest, has))
})
