import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { kept } from '@/lib/client/kept'

/** A browser's storage, which may be full. */
function browser(full = false) {
  const values = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => values.get(name) ?? null,
    setItem(name: string, value: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      values.set(name, value)
    },
    removeItem: (name: string) => values.delete(name),
  })
  return values
}

afterEach(() => vi.unstubAllGlobals())

const steps = () => kept('steps-s1', z.array(z.string()), ['first'])

test('what was written is read, also by another page, until it is dropped', () => {
  browser()
  expect(steps().read()).toEqual(['first'])
  expect(steps().write(['dA', 'dB'])).toBe(true)
  expect(steps().read()).toEqual(['dA', 'dB'])
  steps().drop()
  expect(steps().read()).toEqual(['first'])
})

test('what does not fit the schema, or is no JSON, counts as nothing', () => {
  const values = browser()
  for (const text of ['{"a":1}', '[1]', 'null', '[', '']) {
    values.set('chalkgrad-steps-s1', text)
    expect(steps().read(), text).toEqual(['first'])
  }
})

test('a browser that keeps nothing says so and loses nothing else', () => {
  browser(true)
  expect(steps().write(['dA'])).toBe(false)
  vi.unstubAllGlobals()
  expect(steps().read()).toEqual(['first'])
  expect(steps().write(['dA'])).toBe(false)
  steps().drop()
})
