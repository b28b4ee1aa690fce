import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressFile, readProgressFile } from '@/lib/client/learn/progress-file'
import { carriedProgress } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'

const progress: Progress = {
  rungs: {
    links: {
      run: { seed: 2 ** 30 + 7, filled: 1, missed: true },
      finished: 3,
      filled: 0,
      clean: [2 ** 30, 2 ** 30 + 1],
      masteredAt: 1_000,
      stage: 1,
      dueAt: 300_000_000,
      lastAt: 2_000,
    },
  },
  items: 2,
}
const text = (change: (file: Record<string, unknown>) => void = () => {}): string => {
  const file = JSON.parse(JSON.stringify(progressFile(progress, 5)))
  change(file)
  return JSON.stringify(file, null, 2)
}
/** The file with another value at the end of the path; `undefined` takes it away. */
const changed = (path: readonly string[], value: unknown) =>
  text(file => {
    let at: Record<string, unknown> = file
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
    at[path.at(-1) ?? ''] = value
  })
const rung = ['progress', 'rungs', 'links']

test('a file that was saved is read again, without the run that is open elsewhere', () => {
  const read = { ok: true, progress: carriedProgress(progress) }
  expect(readProgressFile(text())).toEqual(read)
  expect(readProgressFile(`\uFEFF${text()}`)).toEqual(read)
  expect(readProgressFile(changed(['added later'], 1))).toEqual(read)
})

test.each([
  ['a text', 'Dear diary', { why: 'not-json' }],
  ['a file that was cut off', text().slice(0, -20), { why: 'not-json' }],
  ['nothing', '', { why: 'not-json' }],
  ['another program’s file', '{"name":"x"}', { why: 'not-ours' }],
  ['a list', '[]', { why: 'not-ours' }],
  ['a later format', changed(['format'], 2), { why: 'newer' }],
  ['a large one', 'x'.repeat(300_000), { why: 'too-large' }],
  ['no progress', changed(['progress'], undefined), { why: 'missing', where: 'progress' }],
  [
    'words for a number',
    changed([...rung, 'stage'], 'two'),
    { why: 'kind', where: 'progress › rungs › links › stage' },
  ],
  [
    'half a number',
    changed([...rung, 'finished'], 1.5),
    { why: 'kind', where: 'progress › rungs › links › finished' },
  ],
  [
    'a missing field',
    changed([...rung, 'lastAt'], undefined),
    { why: 'missing', where: 'progress › rungs › links › lastAt' },
  ],
  [
    'a negative count',
    changed([...rung, 'finished'], -1),
    { why: 'range', where: 'progress › rungs › links › finished' },
  ],
  [
    'a date beyond all',
    changed([...rung, 'lastAt'], 8.65e15),
    { why: 'range', where: 'progress › rungs › links › lastAt' },
  ],
  [
    'mastered without a return',
    changed([...rung, 'dueAt'], null),
    { why: 'returns', where: 'progress › rungs › links › dueAt' },
  ],
  [
    'a name that none has',
    changed(['progress', 'rungs', '../Links'], {}),
    { why: 'name', where: 'progress › rungs › ../Links' },
  ],
  [
    'an item of a list',
    changed([...rung, 'clean'], [1, 'x']),
    { why: 'kind', where: 'progress › rungs › links › clean › 1' },
  ],
])('%s is refused with what is wrong and where', (_what, file, fault) => {
  expect(readProgressFile(file)).toMatchObject({ ok: false, fault })
})

test('too many rungs are refused', () => {
  const rungs = Object.fromEntries(Array.from({ length: 301 }, (_, nth) => [`r${nth}`, progress.rungs.links]))
  const file = JSON.stringify(progressFile({ rungs, items: 0 } as Progress, 1))
  expect(readProgressFile(file)).toEqual({ ok: false, fault: { why: 'many', where: 'progress › rungs' } })
})

test('the line of a fault is told where the browser tells it', () => {
  const file = '{\n  "chalkgrad": "progress",\n  "format": 1\n  "savedAt": 2\n}'
  expect(readProgressFile(file)).toEqual({ ok: false, fault: { why: 'not-json', line: 4 } })
})

test('whatever a file says, it is read or refused', () => {
  const name = '__proto__'
  expect(readProgressFile(text().replace('"links"', `"${name}"`))).toMatchObject({ ok: expect.any(Boolean) })
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('progress', 'rungs', 'links'), (json, upTo) => {
      const path = ['progress', 'rungs', 'links']
      const read = readProgressFile(changed(path.slice(0, path.indexOf(upTo) + 1), JSON.parse(json)))
      if (read.ok) expect(readProgressFile(JSON.stringify(progressFile(read.progress, 1)))).toEqual(read)
    }),
  )
})
