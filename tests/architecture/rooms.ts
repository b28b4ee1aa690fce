/** What the code of one room may use. Rooms are folders, or one file of lib/server; the longest name wins. */
interface Room {
  /** Rooms whose modules it may import, besides itself. */
  readonly imports: readonly string[]
  /** Packages it may import (a name, or `name/` with all below it); `*` for any that no other rule keeps elsewhere. */
  readonly packages: readonly string[]
  /** Whether it is pure: no clock, no randomness, no input or output, no framework. */
  readonly pure?: true
}

const core = [
  'lib/words',
  'lib/exact',
  'lib/language',
  'lib/network',
  'lib/exercise',
  'lib/grading',
  'lib/classroom',
]
const browser = [
  'lib/words',
  'lib/protocol',
  'lib/exact',
  'lib/language',
  'lib/learning',
  'lib/client',
  'components',
  'components/ui',
]
/** Single files that every room of the server may use. */
const plain = [
  'lib/server/env',
  'lib/server/report',
  'lib/server/bounded',
  'lib/server/spoken',
  'lib/server/lesson-files',
]
const serverCore = [...core, 'lib/protocol', 'lib/lessons', 'lib/notebook', ...plain]
const node = ['node:']

export const rooms: Readonly<Record<string, Room>> = {
  /** Messages as data, and the sentences that people read. */
  'lib/words': { imports: [], packages: [], pure: true },
  'lib/exact': { imports: ['lib/words'], packages: [], pure: true },
  'lib/protocol': { imports: ['lib/words', 'lib/exact'], packages: ['zod/mini'] },
  /** What people write: exercise files and answers, read to names. Browsers read with it too, so it knows no engine. */
  'lib/language': { imports: ['lib/words', 'lib/exact', 'lib/protocol'], packages: [], pure: true },
  'lib/network': { imports: ['lib/words', 'lib/exact', 'lib/language'], packages: [], pure: true },
  /** It typesets notes on the server with these two packages, which only make text from text. */
  'lib/exercise': {
    imports: ['lib/words', 'lib/exact', 'lib/language', 'lib/network', 'lib/protocol'],
    packages: ['markdown-it', 'temml'],
    pure: true,
  },
  'lib/grading': {
    imports: ['lib/words', 'lib/exact', 'lib/language', 'lib/network', 'lib/exercise', 'lib/protocol'],
    packages: [],
    pure: true,
  },
  /** It reads the rows of the log back, so it needs the schema library. */
  'lib/classroom': {
    imports: [
      'lib/words',
      'lib/exact',
      'lib/language',
      'lib/network',
      'lib/exercise',
      'lib/grading',
      'lib/protocol',
    ],
    packages: ['zod/mini', 'papaparse'],
    pure: true,
  },
  /** How far somebody is who learns alone. It runs in browsers, so it knows no engine. */
  'lib/learning': { imports: ['lib/words', 'lib/protocol'], packages: [], pure: true },
  /** The library of exercises: its table, its files, and how fresh numbers are put into them. */
  'lib/lessons': { imports: ['lib/words', 'lib/language'], packages: [], pure: true },
  /** The lesson's text: Markdown whose numbers the engine fills in. */
  'lib/prose': {
    imports: ['lib/words', 'lib/exact', 'lib/language', 'lib/exercise', 'lib/protocol'],
    packages: ['markdown-it'],
    pure: true,
  },
  /** An exercise as a Jupyter notebook. The Python in it has comments of its own; its sentences are messages. */
  'lib/notebook': {
    imports: ['lib/words', 'lib/exact', 'lib/language', 'lib/network', 'lib/exercise'],
    packages: [],
    pure: true,
  },
  'lib/cli': {
    imports: [
      'lib/words',
      'lib/exact',
      'lib/language',
      'lib/network',
      'lib/exercise',
      'lib/grading',
      'lib/protocol',
    ],
    packages: node,
  },
  /** It runs before anything is installed, and uses these packages only when they are there. */
  'lib/launch': { imports: [], packages: [...node, 'esbuild', 'better-sqlite3', '@playwright/test'] },
  /** Students made from a seed, for the demonstration and for tests. Nothing of the product may import it. */
  'lib/simulator': {
    imports: [
      'lib/words',
      'lib/exact',
      'lib/language',
      'lib/exercise',
      'lib/grading',
      'lib/protocol',
      'lib/client',
    ],
    packages: [...node, 'socket.io-client'],
  },
  /** Grade books are read and written where they are chosen, so that they never leave the teacher's browser. */
  'lib/client': { imports: browser, packages: ['react', 'idb', 'zod/mini', 'socket.io-client', 'papaparse'] },
  'components/ui': { imports: ['lib/words', 'lib/exact', 'lib/language', 'lib/protocol'], packages: ['*'] },
  components: { imports: browser, packages: ['*'] },
  app: {
    imports: [
      ...browser,
      'lib/exercise',
      'lib/lessons',
      'lib/prose',
      'lib/server/lesson',
      'lib/server/auth',
      'lib/server/db',
      'lib/server/workers',
      'lib/server/history',
      'lib/server/learn',
      'lib/server/env',
      'lib/server/report',
      'lib/server/spoken',
    ],
    packages: ['*', 'next', 'next/'],
  },
  /** The only writer of the server's log. */
  'lib/server/report': { imports: [], packages: [] },
  /** Where the library's files lie. */
  'lib/server/lesson-files': { imports: [], packages: node },
  'lib/server/bounded': { imports: [], packages: [], pure: true },
  'lib/server/env': { imports: [], packages: [...node, 'zod/mini'] },
  /** What the server refuses, with the sentence that a person reads. */
  'lib/server/spoken': { imports: [...core, 'lib/protocol'], packages: [] },
  'lib/server/db': {
    imports: [...serverCore, 'lib/learning'],
    packages: [...node, '@prisma/', 'better-sqlite3', 'zod/mini'],
  },
  'lib/server/workers': { imports: serverCore, packages: node },
  'lib/server/auth': {
    imports: [...serverCore, 'lib/learning', 'lib/server/db'],
    packages: [...node, 'next/headers', 'cookie', 'rate-limiter-flexible', '@node-rs/argon2'],
  },
  /** What is asked without a class; it keeps nothing. */
  'lib/server/learn': {
    imports: [...serverCore, 'lib/server/workers'],
    packages: [...node, 'rate-limiter-flexible'],
  },
  'lib/server/door': { imports: [...serverCore, 'lib/server/auth'], packages: node },
  'lib/server/realtime': {
    imports: [
      ...serverCore,
      'lib/server/db',
      'lib/server/auth',
      'lib/server/workers',
      'lib/server/door',
      'lib/server/lesson',
    ],
    packages: [...node, 'socket.io', 'rate-limiter-flexible', 'zod/mini'],
  },
  /** The rows of a class for its teachers: replayed, counted and exported. */
  'lib/server/history': {
    imports: [...serverCore, 'lib/server/db', 'lib/server/workers', 'lib/server/realtime'],
    packages: [...node, 'zod/mini', 'csv-stringify/', 'write-excel-file/'],
  },
  /** The lesson's files, read and kept. */
  'lib/server/lesson': { imports: [...serverCore, 'lib/prose'], packages: node },
  /** main, announce, seed: the entry puts the rooms together. */
  'lib/server': {
    imports: [
      ...serverCore,
      'lib/server/db',
      'lib/server/auth',
      'lib/server/workers',
      'lib/server/door',
      'lib/server/realtime',
    ],
    packages: [...node, 'next'],
  },
}

/** Packages that a room has to list by name: `*` does not open them. */
export const keptPackages = [
  'node:',
  '@prisma/',
  'prisma',
  'better-sqlite3',
  'socket.io',
  'socket.io-client',
  'next',
  '@node-rs/argon2',
  'rate-limiter-flexible',
  'esbuild',
  'typescript',
  '@playwright/test',
  'vitest',
  'fast-check',
  'tsx',
]

/** Modules that hold answers, or the engine that makes and proves them. None of them runs in a browser. */
export const neverInBrowsers = [
  'lib/words/sentence.ts',
  'lib/words/en/index.ts',
  'lib/exact/atoms',
  'lib/network',
  'lib/exercise',
  'lib/grading',
  'lib/notebook',
  'lib/classroom',
  'lib/server',
  'lib/cli',
  'lib/simulator',
]

/** The core and the server say things as messages: these rooms hold no sentence that a person of a class could read. */
export const speechless = [
  'lib/exact',
  'lib/language',
  'lib/network',
  'lib/exercise',
  'lib/grading',
  'lib/classroom',
  'lib/server',
]

/** These speak to the database, or to whoever runs the server: on the terminal and in the log. */
export const operatorsOnly = [
  'lib/server/announce.ts',
  'lib/server/env.ts',
  'lib/server/report.ts',
  'lib/server/workers',
  'lib/server/db',
]

export function roomOf(path: string): string | null {
  const file = path.replace(/\.(ts|tsx|mjs)$/, '')
  const found = Object.keys(rooms).filter(room => file === room || file.startsWith(`${room}/`))
  return found.sort((a, b) => b.length - a.length)[0] ?? null
}

/** The folder inside which imports are relative: one under lib or components, or all of app. */
export const houseOf = (path: string): string =>
  path
    .split('/')
    .slice(0, /^(?:lib|components)\//.test(path) ? 2 : 1)
    .join('/')

export const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)

export const matches = (specifier: string, name: string): boolean =>
  specifier === name || (name.endsWith('/') || name.endsWith(':') ? specifier.startsWith(name) : false)
