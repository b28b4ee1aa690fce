import { dirname, posix } from 'node:path'
import { literalsOf } from './literals'
import {
  houseOf,
  keptPackages,
  matches,
  neverInBrowsers,
  operatorsOnly,
  roomOf,
  rooms,
  speechless,
  within,
} from './rooms'
import { type Import, importsOf, type Source, withoutComments } from './source'

/** A rule finds what is wrong in a set of files, one line for each place. */
export type Rule = (sources: readonly Source[]) => string[]

/** The path from the project's folder that a specifier of `from` names, or `null` for a package. */
function target(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return posix.normalize(specifier.slice(2))
  if (/^\.\.?(\/|$)/.test(specifier)) return posix.join(dirname(from), specifier)
  return null
}

const eachImport = (
  sources: readonly Source[],
  fault: (source: Source, found: Import, to: string | null) => string | null,
): string[] =>
  sources.flatMap(source =>
    importsOf(source.text).flatMap(found => {
      const what = fault(source, found, target(source.path, found.specifier))
      return what === null ? [] : [`${source.path}: '${found.specifier}' ${what}`]
    }),
  )

export const everyFileHasARoom: Rule = sources =>
  sources.filter(({ path }) => roomOf(path) === null).map(({ path }) => `${path}: belongs to no room`)

export const roomsImportInOneDirection: Rule = sources =>
  eachImport(sources, ({ path }, _, to) => {
    const from = roomOf(path)
    if (to === null || from === null) return null
    const other = roomOf(to)
    if (other === null) return 'is in no room'
    if (other === from || rooms[from]?.imports.includes(other)) return null
    return `is in ${other}, which ${from} may not import`
  })

/** `next` keeps all of `next/…`; a name that ends in a slash or a colon stands for what is below it. */
const kept = (specifier: string): boolean =>
  keptPackages.some(name => matches(specifier, name) || specifier.startsWith(`${name}/`))

/** What a browser may take of the framework: the parts that run there. */
const browserParts = ['next/link', 'next/navigation', 'next/dynamic', 'next/image']

export const packagesStayInTheirRooms: Rule = sources =>
  eachImport(sources, ({ path }, { specifier }, to) => {
    const from = roomOf(path)
    if (to !== null || from === null) return null
    const allowed = rooms[from]?.packages ?? []
    if (allowed.some(name => name !== '*' && matches(specifier, name))) return null
    if (from.startsWith('components') && browserParts.includes(specifier)) return null
    if (specifier === 'zod') return 'is the whole of zod: import zod/mini'
    return allowed.includes('*') && !kept(specifier) ? null : `may not be used in ${from}`
  })

export const importsAreSpelledOneWay: Rule = sources =>
  eachImport(sources, ({ path }, { specifier }, to) => {
    if (to === null) return null
    const relative = specifier.startsWith('.')
    const sameHouse = houseOf(path) === houseOf(to)
    if (relative && !sameHouse) return 'leaves its room by a relative path: import @/…'
    if (!relative && sameHouse) return 'names its own room: import it by a relative path'
    if (!path.endsWith('.mjs') && /\.(ts|tsx|js|mjs)$/.test(specifier)) return 'has a file extension'
    return null
  })

const impure: readonly (readonly [RegExp, string])[] = [
  [/\bMath\s*\.\s*random\b/, 'randomness'],
  [/\bcrypto\s*\./, 'randomness'],
  [/\bDate\s*\.\s*now\b|\bnew\s+Date\b|\bperformance\s*\./, 'a clock'],
  [/\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\b/, 'a timer'],
  [/\bprocess\s*\.|\bglobalThis\b/, 'the process'],
  [/\b(?:fetch|XMLHttpRequest|WebSocket)\s*\(/, 'the network'],
  [/\bconsole\s*\./, 'the console'],
  [/\b(?:window|document|localStorage|sessionStorage|indexedDB)\s*\./, 'a browser'],
]

export const theCoreIsPure: Rule = sources =>
  sources
    .filter(({ path }) => rooms[roomOf(path) ?? '']?.pure)
    .flatMap(({ path, text }) => {
      const code = withoutComments(text, true)
      return impure.flatMap(([pattern, what]) => (pattern.test(code) ? [`${path}: uses ${what}`] : []))
    })

/** The one file that may print to the server's log, and the commands' rooms, which talk to whoever started them. */
const printing = ['lib/server/report.ts', 'lib/cli', 'lib/launch', 'lib/simulator']

export const theLogHasOneWriter: Rule = sources =>
  sources
    .filter(({ path }) => !printing.some(room => within(path, room)))
    .flatMap(({ path, text }) =>
      /\bconsole\s*\./.test(withoutComments(text, true)) ? [`${path}: prints by itself: report it`] : [],
    )

/** Everything that a page keeps is read by a schema, at one door. */
export const storageHasOneKeeper: Rule = sources =>
  sources
    .filter(({ path }) => path !== 'lib/client/kept.ts')
    .flatMap(({ path, text }) =>
      /\b(?:local|session)Storage\b/.test(withoutComments(text, true))
        ? [`${path}: stores in the browser by itself: use lib/client/kept`]
        : [],
    )

const isClient = ({ path, text }: Source): boolean =>
  within(path, 'components') ||
  within(path, 'lib/client') ||
  /^\s*(['"])use client\1/.test(withoutComments(text))

/** The file that a path without its ending names. */
function finder(sources: readonly Source[]): (path: string) => Source | undefined {
  const byPath = new Map(sources.map(source => [source.path, source]))
  return path =>
    [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`]
      .map(candidate => byPath.get(candidate))
      .find(candidate => candidate !== undefined)
}

/**
 * No file leads back to itself, by types either: what two files need of each other belongs in a third. Files are taken away
 * that import nothing that is left, or that nothing left imports; what stays is on a circle or between two.
 */
export const noCircles: Rule = sources => {
  const found = finder(sources)
  const open = new Map(
    sources.map(({ path, text }) => {
      const named = importsOf(text).flatMap(({ specifier }) => {
        const to = target(path, specifier)
        return (to === null ? undefined : found(to)?.path) ?? []
      })
      return [path, new Set(named)]
    }),
  )
  for (let before = -1; before !== open.size; ) {
    before = open.size
    const wanted = new Set([...open.values()].flatMap(named => [...named]))
    for (const [path, named] of open) {
      if (!wanted.has(path) || ![...named].some(other => open.has(other))) open.delete(path)
    }
  }
  return [...open].map(([path, named]) => {
    const next = [...named].filter(other => open.has(other))
    return `${path}: stands in a circle of imports by ${next.join(', ')}`
  })
}

/** Follows imports that exist at run time from everything that a browser loads: [G11] the engine is not there. */
export const noEngineInABrowser: Rule = sources => {
  const found = finder(sources)
  const loaded = new Map<string, string>()
  const open = sources.filter(isClient).map(source => ({ source, by: source.path }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { source, by } = next
    if (loaded.has(source.path)) continue
    loaded.set(source.path, by)
    for (const { specifier, kind } of importsOf(source.text)) {
      const to = kind === 'value' ? target(source.path, specifier) : null
      const module = to === null ? undefined : found(to)
      if (module) open.push({ source: module, by: source.path })
    }
  }
  return [...loaded]
    .filter(([path]) => neverInBrowsers.some(room => within(path, room)))
    .map(([path, by]) => `${path}: reaches the browser by ${by}`)
}

const drawers = /^(?:utils?|misc|helpers?|common|types|shared)$/i

export const namesSayWhatIsInside: Rule = sources =>
  sources
    .filter(({ path }) => path.split('/').some(part => drawers.test(part.replace(/\..*$/, ''))))
    .map(({ path }) => `${path}: a name that says nothing about what is inside`)

export const longest = 300
/** A file with more lines is long; few files may be. */
export const long = 250

const lines = ({ text }: Source): number => text.trimEnd().split('\n').length

export const filesAreSmall: Rule = sources => {
  const tooLong = sources.filter(source => lines(source) > longest)
  const many = sources.filter(source => lines(source) > long).length > Math.max(1, sources.length * 0.05)
  return [
    ...tooLong.map(source => `${source.path}: ${lines(source)} lines, more than ${longest}`),
    ...(many ? [`more than one file in twenty has over ${long} lines`] : []),
  ]
}

/** Told to whoever reads the log, or to whoever made the bug: not to the people of a class. */
const toldElsewhere = /^(?:new (?:\w*Error|NotPrepared)|report|console\.\w+)$/

/** Three words or more as people write them; a list of names, a call of a function and markup are no such text. */
function isSpoken(text: string): boolean {
  if (/^\w+\(.*\)$/.test(text)) return false
  const words = text.split(/[\s…]+/).filter(part => /^[("“‘]*\p{L}[\p{L}’'-]*[.,:;!?)"”’]*$/u.test(part))
  return words.length > 2 && words.some(word => /^[("“‘]*\p{Ll}/u.test(word))
}

export const sentencesStandInWords: Rule = sources =>
  sources
    .filter(({ path }) => speechless.some(room => within(path, room)))
    .filter(({ path }) => !operatorsOnly.some(room => within(path, room)))
    .flatMap(({ path, text }) =>
      literalsOf(text)
        .filter(({ text, calls }) => isSpoken(text) && !calls.some(call => toldElsewhere.test(call)))
        .map(literal => `${path}: says “${literal.text}”, which belongs in lib/words`),
    )

const unclearBeginning = /(?:\/\/|\/\*\*?(?:\s*\n\s*\*)?)[ \t]*(Of|Likewise|Those)\b/g

/** A comment says first what it is about. */
export const commentsSayWhatTheyAreAbout: Rule = sources =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(unclearBeginning)].map(found => `${path}: a comment begins with “${found[1]}”`),
  )

export const typesAreNotTurnedOff: Rule = sources =>
  sources.flatMap(({ path, text }) => [
    ...(/@ts-(?:ignore|nocheck)/.test(text) ? [`${path}: turns the type checker off`] : []),
    ...(!path.endsWith('.mjs') && /(?::|\bas|[<,|&])\s*any\b(?!\s*[:(=])/.test(withoutComments(text, true))
      ? [`${path}: uses any`]
      : []),
  ])

export const rules: Readonly<Record<string, Rule>> = {
  'every file has a room': everyFileHasARoom,
  'rooms import in one direction': roomsImportInOneDirection,
  'packages stay in their rooms': packagesStayInTheirRooms,
  'imports are spelled one way': importsAreSpelledOneWay,
  'no circles': noCircles,
  'the core is pure': theCoreIsPure,
  'the log has one writer': theLogHasOneWriter,
  'browser storage has one keeper': storageHasOneKeeper,
  '[G11] no engine reaches a browser': noEngineInABrowser,
  'names say what is inside': namesSayWhatIsInside,
  'files are small': filesAreSmall,
  'sentences stand in lib/words': sentencesStandInWords,
  'comments say what they are about': commentsSayWhatTheyAreAbout,
  'types are not turned off': typesAreNotTurnedOff,
}
