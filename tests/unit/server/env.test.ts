import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnv } from '@/lib/server/env'

describe('settings', () => {
  test('none given: a server for everybody on port 3000, with its data beside it', () => {
    expect(readEnv({})).toEqual({
      ok: true,
      env: {
        NODE_ENV: 'production',
        PORT: 3000,
        HOST: '0.0.0.0',
        CHALKGRAD_DATA: resolve('data'),
        ORIGIN: undefined,
        TRUST_PROXY: '0',
      },
    })
  })

  test('an empty text is not given; variables of others are no business of ours', () => {
    const read = readEnv({ PORT: '', HOST: '', ORIGIN: '', PATH: '/bin' })
    expect(read).toEqual(readEnv({}))
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['ORIGIN', 'chalkgrad.example.org'],
    ['ORIGIN', 'https://chalkgrad.example.org/'],
    ['ORIGIN', 'ftp://chalkgrad.example.org'],
    ['TRUST_PROXY', 'yes'],
    ['NODE_ENV', 'staging'],
  ])('%s=%s is refused by name', (name, value) => {
    const read = readEnv({ [name]: value })
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.message).toContain(`${name}=${JSON.stringify(value)}`)
  })

  test('all wrong ones are told at once', () => {
    const read = readEnv({ PORT: 'x', ORIGIN: 'y' })
    expect(read.ok ? '' : read.message.split('\n')).toHaveLength(2)
  })
})
