import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { demandWritable } from '@/lib/launch/ready/writable.mjs'

describe('a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'chalkgrad-folder-'))
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('is made, and left as it was', () => {
    demandWritable(join(home, 'a', 'b'), 'for a test')
    expect(existsSync(join(home, 'a', 'b'))).toBe(true)
  })

  test('that cannot be made is told with its purpose', () => {
    // A file in the way stops root too, whom permissions do not.
    const file = join(mkdtempSync(join(tmpdir(), 'chalkgrad-folder-')), 'file')
    writeFileSync(file, '')
    expect(() => demandWritable(join(file, 'data'), 'for a test')).toThrow(/for a test/)
  })

  test.skipIf(process.platform !== 'linux')('below /proc, which takes none, is refused at once', () => {
    expect(() => demandWritable('/proc/chalkgrad/data', 'for a test')).toThrow(/ENOENT/)
  })
})
