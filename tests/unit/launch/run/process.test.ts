import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run, runNode, tail } from '@/lib/launch/run/process.mjs'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'chalkgrad-command-'))
})

afterEach(() => rm(home, { recursive: true, force: true }))

describe('a command', () => {
  test('gives its exit code, and its log holds all that it said', async () => {
    const log = join(home, 'logs', 'a.log')
    const code = await runNode(['-e', 'console.log("out"); console.error("err"); process.exitCode = 7'], {
      log,
    })
    expect(code).toBe(7)
    const text = await readFile(log, 'utf8')
    expect(text).toContain('out')
    expect(text).toContain('err')
    expect((await tail(log, 1)).trim()).toMatch(/^(out|err)$/)
  })

  test('that a signal ends, or that is not there, has failed', async () => {
    const log = join(home, 'a.log')
    expect(await runNode(['-e', 'process.kill(process.pid, "SIGKILL")'], { log })).toBe(1)
    expect(await run(join(home, 'absent'), [], { log })).toBe(1)
    expect(await readFile(log, 'utf8')).toContain('ENOENT')
  })

  test('cannot wait for an answer: its stdin is empty', async () => {
    expect(await runNode(['-e', 'process.exitCode = require("fs").readFileSync(0).length'])).toBe(0)
  })
})
