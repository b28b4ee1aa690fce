/** Files that break one rule each, and the number of faults that the rule finds in them. */
interface Planted {
  readonly rule: string
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  readonly finds: number
}

const direction = 'rooms import in one direction'
const packages = 'packages stay in their rooms'
const spelling = 'imports are spelled one way'
const circles = 'no circles'
const pure = 'the core is pure'
const browser = '[G11] no engine reaches a browser'
const small = 'files are small'
const speech = 'sentences stand in lib/words'
const about = 'comments say what they are about'
const off = 'types are not turned off'

const one = (rule: string, what: string, path: string, text: string, finds = 1): Planted => ({
  rule,
  what,
  files: { [path]: text },
  finds,
})

export const planted: readonly Planted[] = [
  one('every file has a room', 'a folder that nobody named', 'lib/extras/thing.ts', ''),
  one(direction, 'an import', 'lib/exact/a.ts', `import { x } from '@/lib/network/graph'`),
  one(direction, 'an import of a type', 'lib/network/a.ts', `import type { X } from '@/lib/exercise'`),
  one(
    direction,
    'an import over several lines',
    'lib/protocol/a.ts',
    `import {\n  a,\n  b,\n} from '@/lib/grading'`,
  ),
  one(direction, 'an import for its effect', 'components/a.tsx', `import '@/lib/server/env'`),
  one(direction, 'a dynamic import', 'lib/client/a.ts', `const a = await import('@/lib/exercise')`),
  one(direction, 'export from', 'lib/grading/a.ts', `export * from '@/lib/classroom/state'`),
  one(direction, 'export with names from', 'lib/exercise/a.ts', `export { a as b } from '@/lib/grading'`),
  one(direction, 'require', 'components/a.tsx', `const a = require('@/lib/grading')`),
  one(direction, 'a worker', 'lib/client/a.ts', `new Worker(new URL('../grading/step.ts', import.meta.url))`),
  one(direction, 'a type in place', 'lib/exact/a.ts', `let a: import('@/lib/network/graph').Graph`),
  one(direction, 'the simulator', 'lib/server/realtime/a.ts', `import { life } from '@/lib/simulator/life'`),
  one(direction, 'a relative path', 'lib/exact/deep/a.ts', `import { a } from '../../server/env'`),
  one(
    direction,
    'a page and the realtime server',
    'app/page.tsx',
    `import { io } from '@/lib/server/realtime/io'`,
  ),
  one(direction, 'one of two', 'app/a.tsx', `import a from '@/lib/grading'\nimport b from '@/lib/exercise'`),
  one(
    direction,
    'nothing in comments',
    'lib/exact/a.ts',
    `// import '@/lib/server/env'\n/* import '@/app/a' */`,
    0,
  ),
  one(
    direction,
    'nothing in what is allowed',
    'lib/exercise/a.ts',
    `import { a } from '@/lib/network/graph'`,
    0,
  ),
  one(
    direction,
    'after a comment in a string',
    'lib/exact/a.ts',
    `const a = '/*'\nimport b from '@/lib/cli/chalk'`,
  ),
  one(
    packages,
    'the database outside its room',
    'lib/server/auth/a.ts',
    `import { P } from '@prisma/client'`,
  ),
  one(packages, 'SQLite in a page', 'app/a.tsx', `import Database from 'better-sqlite3'`),
  one(packages, 'sockets on the wrong side', 'lib/client/a.ts', `import { Server } from 'socket.io'`),
  one(packages, 'sockets in a component', 'components/a.tsx', `import { io } from 'socket.io-client'`),
  one(packages, 'Node in the browser', 'lib/client/a.ts', `import { join } from 'node:path'`),
  one(packages, 'Node in the core', 'lib/exact/a.ts', `import { inspect } from 'node:util'`),
  one(packages, 'a framework in the core', 'lib/classroom/a.ts', `import { cache } from 'react'`),
  one(packages, 'the server’s half of Next', 'components/a.tsx', `import { cookies } from 'next/headers'`),
  one(packages, 'the whole of zod', 'lib/protocol/a.ts', `import * as z from 'zod'`),
  one(packages, 'a dependency of the launch', 'lib/launch/a.mjs', `import semver from 'semver'`),
  one(packages, 'nothing in a link', 'components/a.tsx', `import Link from 'next/link'`, 0),
  one(spelling, 'a way out by dots', 'lib/network/a.ts', `import { a } from '../exact/field'`),
  one(spelling, 'the long way home', 'lib/network/a.ts', `import { a } from '@/lib/network/graph'`),
  one(spelling, 'an extension', 'lib/network/a.ts', `import { a } from './graph.ts'`),
  {
    rule: circles,
    what: 'two files that need each other, one of them a type',
    files: {
      'lib/exact/a.ts': `import { b } from './b'`,
      'lib/exact/b.ts': `import type { A } from './a'`,
      'lib/exact/c.ts': `import { b } from './b'`,
    },
    finds: 2,
  },
  {
    rule: circles,
    what: 'a longer one, by an index and a re-export',
    files: {
      'lib/network/index.ts': `export { a } from './a'`,
      'lib/network/a.ts': `import { b } from './b'`,
      'lib/network/b.ts': `import { a } from '.'`,
    },
    finds: 3,
  },
  {
    rule: circles,
    what: 'nothing where two ways lead to one file',
    files: {
      'lib/exact/a.ts': `import { b } from './b'\nimport { c } from './c'`,
      'lib/exact/b.ts': `import { c } from './c'`,
      'lib/exact/c.ts': '',
    },
    finds: 0,
  },
  one(pure, 'a clock', 'lib/classroom/a.ts', 'export const at = () => Date.now()'),
  one(pure, 'randomness', 'lib/grading/a.ts', 'export const a = Math.random()'),
  one(
    pure,
    'nothing in words',
    'lib/exact/a.ts',
    `// Date.now() is not here\nexport const a = 'Math.random()'`,
    0,
  ),
  one('the log has one writer', 'a bare line', 'lib/server/a.ts', `console.error('a request failed')`),
  one('the log has one writer', 'a line of a page', 'components/a.tsx', `console.log('here')`),
  one('the log has one writer', 'nothing in a command', 'lib/launch/a.mjs', `console.log('here')`, 0),
  one('browser storage has one keeper', 'a value', 'components/a.tsx', `localStorage.getItem('a')`),
  {
    rule: browser,
    what: 'a page’s own module that a client file imports',
    files: {
      'app/form.tsx': `'use client'\nimport { preview } from './preview'`,
      'app/preview.ts': `import { buildKey } from '@/lib/exercise/key'`,
      'lib/exercise/key.ts': 'export const buildKey = 1',
    },
    finds: 1,
  },
  {
    rule: browser,
    what: 'nothing where only types are taken, or a server page takes it',
    files: {
      'app/form.tsx': `'use client'\nimport type { Key } from '@/lib/exercise/key'`,
      'app/page.tsx': `import { buildKey } from '@/lib/exercise/key'`,
      'lib/exercise/key.ts': 'export const buildKey = 1',
    },
    finds: 0,
  },
  one(speech, 'a sentence', 'lib/exact/a.ts', `export const a = 'This cell is empty.'`),
  one(speech, 'a clause with an apostrophe', 'lib/exact/a.ts', `f(a, "you can't type this")`),
  one(speech, 'a template', 'lib/exact/a.ts', `\`\${a} at character \${b} cannot be read\``),
  one(speech, 'a sentence inside a template', 'lib/exact/a.ts', `\`\${a ? \`\${b} is not here\` : ''}\``),
  one(speech, 'after a pattern with a quote', 'lib/exact/a.ts', `a.replace(/['"\`]/g, b) + 'is not here'`),
  one(speech, 'after a division', 'lib/exact/a.ts', `const a = b / c\nconst d = 'half / of it all'`),
  one(
    speech,
    'nothing in what is thrown for a bug, logged, or commented',
    'lib/exact/a.ts',
    `// 'this is a comment'\nthrow new RangeError(\`no \${a} for \${b ? 'this one here' : c}\`)\nreport('it did not work')`,
    0,
  ),
  one(
    speech,
    'nothing in names, calls, markup and two words',
    'lib/exact/a.ts',
    `a(\`<math display="block">\${b}</math>\`, 'too much', '+ - * /', 'a_b c_d e_f', 'slice(x, axis, from, to)', 'Opal Wren Fern')`,
    0,
  ),
  one('names say what is inside', 'a drawer', 'lib/exact/utils.ts', ''),
  one('names say what is inside', 'a drawer of drawers', 'components/shared/button.tsx', ''),
  one(small, 'a long file', 'lib/exact/a.ts', 'x\n'.repeat(301)),
  one(small, 'nothing at the limit', 'lib/exact/a.ts', 'x\n'.repeat(300), 0),
  {
    rule: small,
    what: 'too many that are nearly too long',
    files: { 'lib/exact/a.ts': 'x\n'.repeat(260), 'lib/exact/b.ts': 'x\n'.repeat(260) },
    finds: 1,
  },
  one(about, 'three beginnings', 'lib/exact/a.ts', '/** Of x. */\n// Likewise.\n/**\n * Those of x.\n */', 3),
  one(about, 'nothing further on', 'lib/exact/a.ts', '/** The sum of x. */\n// Offers those.', 0),
  one(off, 'any', 'lib/exact/a.ts', 'export function a(b: any) {}'),
  one(off, 'any in brackets', 'lib/exact/a.ts', 'export const a = new Map<string, any>()'),
  one(off, 'an unchecked line', 'lib/exact/a.ts', '// @ts-ignore\nexport const a = 1'),
  one(off, 'nothing in prose', 'lib/exact/a.ts', `export const a = 'as any would'`, 0),
]
