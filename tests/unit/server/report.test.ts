import { expect, test, vi } from 'vitest'
import { report } from '@/lib/server/report'

test('an entry of the log says what went wrong and why, and prints no value that is not an error', () => {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation(line => void lines.push(String(line)))
  report('the disk is nearly full')
  report('a request failed', new TypeError('x is not a function'))
  report('a request failed', { answer: '42' })
  spy.mockRestore()
  expect(lines[0]).toBe('the disk is nearly full')
  expect(lines[1]).toMatch(/^a request failed: TypeError: x is not a function\n\s+at /)
  expect(lines[2]).toBe('a request failed: not an error')
})
