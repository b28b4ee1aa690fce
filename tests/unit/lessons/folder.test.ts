import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExercise } from '@/lib/exercise'
import { builtIn, builtInOf, bySection, sections } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'

const folder = 'lib/lessons'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file =>
  file.replaceAll('\\', '/'),
)
const ending = (end: string): string[] => files.filter(file => file.endsWith(end)).sort()
const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')
const titleOf = (file: string): string | null => {
  const exercise = readExercise(read(file))
  return exercise.ok ? exercise.exercise.title : null
}

describe('the library', () => {
  test('the list names every file of its folders, and no other', () => {
    expect(builtIn.map(({ file }) => file).sort()).toEqual(ending('.chalk'))
    expect(ending('.draws').filter(file => !builtIn.some(one => one.draws === file))).toEqual([])
    const others = files.filter(
      file => /\.[a-z]+$/.test(file) && !/\.(chalk|draws)$/.test(file) && !file.startsWith('text/'),
    )
    expect(others.sort()).toEqual(['draws.ts', 'index.ts', 'orders.ts'])
  })

  test('every exercise has fresh numbers, or says why not', () => {
    const drawn = new Set(ending('.draws'))
    for (const { slug, draws, undrawn } of builtIn) expect(undrawn === undefined, slug).toBe(drawn.has(draws))
  })

  test('names and titles are given once, and numbers rise', () => {
    const titles = builtIn.map(({ file }) => titleOf(file))
    expect(titles).not.toContain(null)
    for (const names of [builtIn.map(({ slug }) => slug), titles, sections.map(({ id }) => id)]) {
      expect(new Set(names).size).toBe(names.length)
    }
    for (const { slug } of builtIn) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    const numbers = builtIn.flatMap(({ number }) => number ?? [])
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(builtIn.map(({ order }) => order)).toEqual(builtIn.map((_, nth) => nth + 1))
  })

  test.each(builtIn.filter(({ undrawn }) => undrawn === undefined))(
    '$slug: its draws fit it',
    ({ file, draws }) => {
      const drawn = withDraws(read(file), read(draws))
      if (!drawn.ok) throw new Error(JSON.stringify(drawn.errors))
      const exercise = readExercise(drawn.source)
      expect(exercise.ok ? [] : exercise.errors).toEqual([])
    },
  )

  test('it is found by name, and grouped by section', () => {
    for (const one of builtIn) expect(builtInOf(one.slug)).toBe(one)
    expect(builtInOf('no-such-exercise')).toBeNull()
    const slugs = ['an-old-one', ...builtIn.map(({ slug }) => slug).reverse()]
    const groups = bySection(slugs, slug => slug)
    expect(groups.map(({ section }) => section?.id ?? null)).toEqual([...sections.map(({ id }) => id), null])
    expect(groups.flatMap(({ things }) => things).sort()).toEqual([...slugs].sort())
  })
})
