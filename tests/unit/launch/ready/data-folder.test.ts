import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeDataFolder } from '@/lib/launch/ready/data-folder.mjs'
import { takesLong } from '../../../takes-long'

takesLong()

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chalkgrad-one-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('the second server on a data folder is refused; one on another folder is not', async () => {
  const first = await takeDataFolder(folder)
  await expect(takeDataFolder(folder)).rejects.toThrow(folder)
  const other = await mkdtemp(join(tmpdir(), 'chalkgrad-one-'))
  const second = await takeDataFolder(other)
  first.release()
  second.release()
  const third = await takeDataFolder(folder)
  third.release()
  await rm(other, { recursive: true })
})

test('kill -9 frees the folder', async () => {
  const module = pathToFileURL('lib/launch/ready/data-folder.mjs').href
  const script = `import(${JSON.stringify(module)}).then(async one => {
    globalThis.held = await one.takeDataFolder(${JSON.stringify(folder)})
    console.log('held')
    setInterval(() => {}, 1000)
  })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await expect(takeDataFolder(folder)).rejects.toThrow(/already serves/)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await takeDataFolder(folder)
  next.release()
})
