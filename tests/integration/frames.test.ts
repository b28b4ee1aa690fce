import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { School } from './school'

let school: School

beforeAll(async () => {
  school = await School.fresh()
})
afterAll(() => school.close())

/** The address as it is, because `fetch` would make it simpler. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: school.port, path, headers }, answer =>
      done(answer.resume()),
    )
    asked.on('error', fail).end()
  })

test.each([
  '/',
  '/join',
  '/teach',
  '/learn/exercises/relu-mask',
  '/api/health',
  '/api/oembed',
  '/embed',
  '/embed/item/',
  '/embed/nothing/a',
  '/embed/item/../../teach',
  '/embed/item/a/b',
  '/nowhere',
])('%s may not be framed by other sites', async path => {
  const { headers } = await raw(path)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
})

test.each(['/embed/item/relu-mask', '/embed/figure/walking-back'])(
  '%s may be, and has no cookies',
  async path => {
    const { headers } = await raw(path, { cookie: 'chalkgrad_theme=board' })
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/)
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/)
    expect(headers['x-frame-options']).toBeUndefined()
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(headers['set-cookie']).toBeUndefined()
  },
)
