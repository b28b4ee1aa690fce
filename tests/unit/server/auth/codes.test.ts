import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { classCodeLength, codeAlphabet, foldCode, newId, showCode } from '@/lib/protocol/ids'

const folder = mkdtempSync(join(tmpdir(), 'codes-'))
process.env.CHALKGRAD_DATA = folder
const { newClassCode, recoveryCode, recoveryHash } = await import('@/lib/server/auth/codes')
const { hashPassphrase, readPassphrase, verifyPassphrase } = await import('@/lib/server/auth/passphrase')
const { Budget } = await import('@/lib/server/auth/budgets')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('class codes are seven of the 28 symbols, all of which occur', () => {
  const codes = Array.from({ length: 2000 }, newClassCode)
  expect(new Set(codes).size).toBeGreaterThan(1990)
  for (const code of codes) expect(code).toMatch(new RegExp(`^[${codeAlphabet}]{${classCodeLength}}$`))
  expect(new Set(codes.join(''))).toEqual(new Set(codeAlphabet))
  expect(codeAlphabet).toHaveLength(28)
})

test('a recovery code is the same again, another’s is another, and folding reads it as it is shown', () => {
  const ids = Array.from({ length: 2000 }, newId)
  const codes = ids.map(recoveryCode)
  expect(ids.map(recoveryCode)).toEqual(codes)
  expect(new Set(codes).size).toBe(2000)
  expect(new Set(codes.join(''))).toEqual(new Set(codeAlphabet))
  for (const code of codes.slice(0, 50)) expect(foldCode(` ${showCode(code).toLowerCase()} `)).toBe(code)
  expect(recoveryHash('class', codes[0] as string)).not.toBe(recoveryHash('other', codes[0] as string))
})

test('the secret is only its owner’s to read', () => {
  recoveryCode('anybody')
  expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0)
})

test('with another secret the codes are others', async () => {
  const code = recoveryCode('student')
  const other = mkdtempSync(join(tmpdir(), 'codes-'))
  vi.resetModules()
  process.env.CHALKGRAD_DATA = other
  const anew = await import('@/lib/server/auth/codes')
  expect(anew.recoveryCode('student')).not.toBe(code)
  rmSync(other, { recursive: true, force: true })
})

test('passphrases: eight characters of any script, the same however they were composed', async () => {
  const read = (typed: string) => readPassphrase(typed)
  expect(read('sieben7').ok).toBe(false)
  expect(read('        ').ok).toBe(false)
  expect(read('x'.repeat(201)).ok).toBe(false)
  expect(read('x'.repeat(20_000)).ok).toBe(false)
  expect(read('пароль12').ok).toBe(true)
  expect(read('Cafe\u0301 noir')).toEqual(read('Café noir'))
  const hash = await hashPassphrase('chalk and paper')
  expect(hash).toMatch(/^\$argon2id\$/)
  expect(await verifyPassphrase(hash, 'chalk and paper')).toBe(true)
  expect(await verifyPassphrase(hash, 'chalk and pape')).toBe(false)
  expect(await verifyPassphrase(null, 'a name that nobody has')).toBe(false)
})

test('a budget counts wrong tries alone, by address and in all, and keeps open what was right', async () => {
  const budget = new Budget('test', { perAddress: 3, perServer: 5, seconds: 60 })
  budget.right('a', 'code')
  for (let n = 0; n < 3; n += 1) {
    expect(await budget.wait('a', 'guess')).toBe(0)
    await budget.wrong('a')
  }
  expect(await budget.wait('a', 'guess')).toBeGreaterThan(0)
  expect(await budget.wait('a', 'code')).toBe(0)
  expect(await budget.wait('b', 'guess')).toBe(0)
  await budget.wrong('b')
  await budget.wrong('b')
  expect(await budget.wait('c', 'guess')).toBeGreaterThan(0)
})

test('a thousand tries at once are counted one by one; other addresses do not wait for them', async () => {
  const budget = new Budget('burst', { perAddress: 3, perServer: 100, seconds: 60 })
  let looked = 0
  const guess = (address: string) =>
    budget.inTurn(address, async () => {
      if ((await budget.wait(address, 'guess')) > 0) return
      looked += 1
      await new Promise(resolve => setTimeout(resolve, 1))
      await budget.wrong(address)
    })
  const burst = Promise.all(Array.from({ length: 1000 }, () => guess('a')))
  await guess('b')
  await burst
  expect(looked).toBe(4)
  // A try that fails stops nobody behind it.
  await expect(budget.inTurn('c', () => Promise.reject(new Error('as asked')))).rejects.toThrow('as asked')
  expect(await budget.inTurn('c', async () => 'next')).toBe('next')
})
