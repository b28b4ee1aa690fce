import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chaos } from '@/tests/chaos/run'

let folder: string

beforeAll(async () => {
  // In the project, so that the packages are found from there.
  folder = await mkdtemp(join(process.cwd(), 'build', 'chaos-'))
  await build({
    entryPoints: ['tests/chaos/serve.ts'],
    outfile: join(folder, 'serve.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('kill -9, cut, delayed, doubled and late messages: nothing is lost, nothing counts twice, all agree', async () => {
  const told: string[] = []
  const figures = await chaos({
    program: [join(folder, 'serve.js')],
    rounds: 5,
    students: 4,
    seed: 5,
    tell: line => told.push(line),
  })
  expect(figures, told.join('\n')).toMatchObject({
    rounds: 5,
    kills: 2,
    lost: 0,
    doubled: 0,
    unanswered: 0,
    different: 0,
  })
  // What did not happen proves nothing.
  expect(figures.acknowledged).toBeGreaterThan(50)
  for (const done of ['cut', 'stranded', 'duplicated', 'overtaken', 'delayed'] as const) {
    expect(figures[done], done).toBeGreaterThan(0)
  }
}, 300_000)
