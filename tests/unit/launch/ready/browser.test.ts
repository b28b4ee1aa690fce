import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { candidates, findBrowser, renders } from '@/lib/launch/ready/browser.mjs'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'chalkgrad-browser-'))
})

afterEach(() => rm(home, { recursive: true, force: true }))

async function script(name: string, text: string): Promise<string> {
  const file = join(home, name)
  await writeFile(file, `#!/bin/sh\n${text}\n`)
  await chmod(file, 0o755)
  return file
}

describe.skipIf(process.platform === 'win32')('a browser', () => {
  test('is looked for on the path, in the order of the path', async () => {
    const file = await script('chromium', 'true')
    expect(candidates({ PATH: home })[0]).toBe(file)
    await chmod(file, 0o644)
    expect(candidates({ PATH: home })).not.toContain(file)
  })

  test('must render a page: a stub that only asks for a package does not do', async () => {
    expect(await renders(await script('stub', 'echo "please install the snap" >&2; exit 1'))).toBe(false)
    expect(await renders(await script('real', 'echo "<html><body><p>chalk</p></body></html>"'))).toBe(true)
    expect(await renders(join(home, 'absent'))).toBe(false)
  })

  test('that was named and does not run is told, and not replaced by another', async () => {
    const stub = await script('stub', 'exit 1')
    await expect(findBrowser({ CHROMIUM_PATH: stub })).rejects.toThrow(stub)
  })
})
