import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { missingPackages, nativeTrouble } from '@/lib/launch/ready/install.mjs'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/b': { version: '2.0.0' },
  'node_modules/for-macs': { version: '3.0.0', optional: true },
}

test('nothing is missing where all that is for this machine is there', () => {
  const there = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
  }
  expect(missingPackages(wanted, there)).toEqual([])
})

test('a package that is absent, or there in another version, is missing', () => {
  const there = { 'node_modules/a': { version: '1.0.1' }, 'node_modules/for-macs': { version: '2.9.9' } }
  expect(missingPackages(wanted, there)).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/for-macs',
  ])
})

test.each([
  ['linux', 'build-essential'],
  ['darwin', 'xcode-select'],
  ['win32', 'Visual Studio'],
])('on %s the message says how to get a compiler, and where the log is', (platform, tool) => {
  const { message } = nativeTrouble(platform, '/the/log', 'the last line')
  for (const part of [tool, '/the/log', 'the last line', 'HTTPS_PROXY']) expect(message).toContain(part)
})

test('the lockfile names the packages of every platform, whichever wrote it', async () => {
  // npm leaves packages out of the lockfile that its registry could not give at that time; `npm ci` then fails
  // everywhere.
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const places = Object.keys(packages)
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  )
  expect(wanted.length).toBeGreaterThan(50)
  expect(wanted.filter(name => !places.some(place => place.endsWith(`node_modules/${name}`)))).toEqual([])
})
