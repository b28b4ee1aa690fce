import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { planted } from './architecture/planted'
import { rooms } from './architecture/rooms'
import { rules } from './architecture/rules'
import { importsOf, type Source, withoutComments } from './architecture/source'
import { pureRooms } from './pure-rooms'

const root = fileURLToPath(new URL('..', import.meta.url))

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sourcesBelow(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}

const sources = ['app', 'components', 'lib'].flatMap(sourcesBelow)

test('it sees the whole house', () => {
  // An upper room that loses its files is noticed, and so is a reader that finds nothing.
  expect(sources.length).toBeGreaterThan(120)
  for (const room of Object.keys(rooms)) {
    expect(sources.filter(({ path }) => path.startsWith(room)).length, room).toBeGreaterThan(0)
  }
  const named = sources.flatMap(({ text }) => importsOf(text))
  expect(named.length).toBeGreaterThan(2 * sources.length)
})

describe('the code keeps the rules', () => {
  for (const [name, rule] of Object.entries(rules)) {
    test(name, () => expect(rule(sources)).toEqual([]))
  }
})

describe('each rule finds what is planted', () => {
  test('every rule has something planted', () => {
    expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual(Object.keys(rules).sort())
  })
  for (const { rule, what, files, finds } of planted) {
    test(`${rule}: ${what}`, () => {
      const given = Object.entries(files).map(([path, text]) => ({ path, text }))
      const found = rules[rule]!(given)
      expect(found).toHaveLength(finds)
    })
  }
})

test('the reader of imports misses none that a compiler sees', async () => {
  const seen: { from: string; specifier: string }[] = []
  await build({
    entryPoints: sources.map(({ path }) => path),
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { jsx: 'preserve', verbatimModuleSyntax: true } },
    plugins: [
      {
        name: 'oracle',
        setup(compiler) {
          compiler.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
            if (kind === 'entry-point') return null
            seen.push({ from: importer.slice(root.length), specifier: path })
            return { path, external: true }
          })
        },
      },
    ],
  })
  const known = new Map(
    sources.map(({ path, text }) => [path, new Set(importsOf(text).map(it => it.specifier))]),
  )
  const missed = seen.filter(({ from, specifier }) => !known.get(from)?.has(specifier))
  expect(seen.length).toBeGreaterThan(sources.length)
  expect(missed).toEqual([])
})

/** Folders below `folder` that hold a test, as paths below `folder`. */
function foldersOfTests(folder: string, below = ''): string[] {
  const entries = readdirSync(join(root, folder, below), { withFileTypes: true })
  const deeper = entries.flatMap(entry =>
    entry.isDirectory() ? foldersOfTests(folder, join(below, entry.name)) : [],
  )
  return entries.some(({ name }) => /\.test\.tsx?$/.test(name)) ? [below, ...deeper] : deeper
}

test('unit tests stand where what they test stands', () => {
  const folders = foldersOfTests('tests/unit')
  expect(folders.length).toBeGreaterThan(20)
  // Pages and components by their whole path, everything else by its path below lib.
  const places = folders.map(path => (/^(?:app|components)(?:$|\/)/.test(path) ? path : join('lib', path)))
  expect(places.filter(place => !existsSync(join(root, place)))).toEqual([])
})

test('tests of pure rooms leave each other alone', () => {
  const shared =
    /\bvi\s*\.\s*(?!fn\b|waitFor\b|setConfig\b)\w+|\bconfigureGlobal\b|\bglobalThis\b|\bexpect\.extend\b|\bprocess\.(?:on|chdir)\b|\bprocess\.env\.\w+\s*=[^=]/
  const files = pureRooms.flatMap(room => sourcesBelow(`tests/unit/${room}`))
  expect(files.length).toBeGreaterThan(45)
  expect(
    files.filter(({ text }) => shared.test(withoutComments(text, true))).map(({ path }) => path),
  ).toEqual([])
  for (const changing of ["vi.mock('@/lib/exact')", 'vi.useFakeTimers()', "process.env.SEED = '1'"]) {
    expect(shared.test(changing), changing).toBe(true)
  }
  for (const leaving of ['process.env.SEED ?? 1', 'vi.setConfig({})', 'process.env.SEED === two']) {
    expect(shared.test(leaving), leaving).toBe(false)
  }
})

/** What git would take of the top level; where there is no git to ask, all but what it is told to leave out. */
function topLevel(): string[] {
  try {
    const args = ['ls-files', '--cached', '--others', '--exclude-standard']
    const list = execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
    return [...new Set(list.split('\n').map(path => path.split('/')[0] ?? ''))].filter(Boolean)
  } catch {
    const ignored = /^(?:\.git|node_modules|\.next|build|data|next-env\.d\.ts|\.env|.*\.tsbuildinfo)$/
    return readdirSync(root).filter(name => !ignored.test(name))
  }
}

test('the top level holds the rooms and what tools insist on', () => {
  const folders = ['.ci', 'app', 'components', 'docs', 'lib', 'prisma', 'public', 'tests']
  const files = [
    '.gitignore',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'biome.json',
    'next.config.js',
    'package-lock.json',
    'package.json',
    'playwright.config.ts',
    'postcss.config.mjs',
    'prisma.config.ts',
    'tsconfig.json',
    'vitest.config.ts',
  ]
  expect(topLevel().filter(name => ![...folders, ...files].includes(name))).toEqual([])
})
