import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastAddress, noteAddress } from '@/lib/server/auth/last-address'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chalkgrad-address-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the newest address noted is given back', () => {
  expect(lastAddress(folder)).toBeNull()
  noteAddress(folder, 'http://localhost:3000')
  noteAddress(folder, 'http://localhost:4300')
  expect(lastAddress(folder)).toBe('http://localhost:4300')
})

test.each(['', 'localhost:1', 'http://localhost:1/path', 'no address'])('%j in the file is none', text => {
  writeFileSync(join(folder, 'address'), text)
  expect(lastAddress(folder)).toBeNull()
})
