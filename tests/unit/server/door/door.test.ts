import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress, isHttps } from '@/lib/server/door/address'
import { mayBeFramed } from '@/lib/server/door/framing'
import { contentSecurityPolicy } from '@/lib/server/door/headers'
import { sameOrigin } from '@/lib/server/door/origin'

function request(
  headers: Record<string, string>,
  socket: object = { remoteAddress: '10.0.0.9' },
): IncomingMessage {
  return { headers, socket } as unknown as IncomingMessage
}

const plain = { development: false, framed: false }
const direct = { trustProxy: false, origin: null }
const proxied = { trustProxy: true, origin: null }

test.each([
  ['http://localhost:3000', 'localhost:3000', true],
  ['http://192.168.1.7:3000', '192.168.1.7:3000', true],
  ['http://Chalk.Example', 'chalk.example', true],
  ['http://localhost:3001', 'localhost:3000', false],
  ['http://evil.example', 'localhost:3000', false],
  ['http://localhost:3000.evil.example', 'localhost:3000', false],
  ['null', 'localhost:3000', false],
  ['file://', '', false],
  ['', 'localhost:3000', false],
])('origin %j at host %j: %j', (origin, host, same) => {
  expect(sameOrigin(request({ origin, host }), direct)).toBe(same)
})

test('a missing origin is no, the configured one is yes whatever the proxy says the host is', () => {
  expect(sameOrigin(request({ host: 'localhost:3000' }), direct)).toBe(false)
  const trust = { trustProxy: true, origin: 'https://chalk.example' }
  expect(sameOrigin(request({ host: 'inner:3000', origin: 'https://chalk.example' }), trust)).toBe(true)
  expect(sameOrigin(request({ host: 'inner:3000', origin: 'https://evil.example' }), trust)).toBe(false)
})

test('X-Forwarded-For is believed only behind a proxy of ours, and only its last hop', () => {
  const forged = request({ 'x-forwarded-for': '1.2.3.4, 5.6.7.8' })
  expect(clientAddress(forged, direct)).toBe('10.0.0.9')
  expect(clientAddress(forged, proxied)).toBe('5.6.7.8')
  expect(clientAddress(request({ 'x-forwarded-for': 'nonsense; drop' }), proxied)).toBe('10.0.0.9')
  expect(clientAddress(request({}), proxied)).toBe('10.0.0.9')
})

test('of an IPv6 address the network counts, whichever of its 2^64 addresses is taken', () => {
  const counted = (remoteAddress: string) => clientAddress(request({}, { remoteAddress }), direct)
  for (const address of ['2001:db8::1', '2001:DB8:0:0:ffff::2', '2001:0db8:0:0:1:2:3:4'])
    expect(counted(address), address).toBe('2001:db8:0:0::/64')
  expect(counted('2001:db8:0:1::1')).toBe('2001:db8:0:1::/64')
  expect(counted('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(counted('::1')).toBe('0:0:0:0::/64')
  expect(counted('::ffff:192.168.1.7')).toBe('192.168.1.7')
  expect(clientAddress(request({ 'x-forwarded-for': '2001:db8::5' }), proxied)).toBe('2001:db8:0:0::/64')
})

test('cookies are Secure only where the browser speaks HTTPS', () => {
  expect(isHttps(request({ 'x-forwarded-proto': 'https' }), direct)).toBe(false)
  expect(isHttps(request({ 'x-forwarded-proto': 'https' }), proxied)).toBe(true)
  expect(isHttps(request({}, { encrypted: true }), direct)).toBe(true)
  expect(isHttps(request({}), { trustProxy: false, origin: 'https://chalk.example' })).toBe(true)
})

test('no inline script runs without the nonce, nothing is upgraded, and a hostile Host adds nothing', () => {
  const policy = contentSecurityPolicy('abc', 'lan:3000', plain)
  expect(policy).toContain("script-src 'self' 'nonce-abc';")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(policy).toContain("connect-src 'self' ws://lan:3000 wss://lan:3000")
  expect(contentSecurityPolicy('abc', "x; script-src 'unsafe-inline'", plain)).not.toContain(
    "'unsafe-inline' ws",
  )
  expect(contentSecurityPolicy('abc', "x; script-src 'unsafe-inline'", plain)).toContain(
    "connect-src 'self';",
  )
})

test.each([
  ['/embed/item/relu-mask', true],
  ['/embed/figure/loss?theme=board', true],
  ['/embed', false],
  ['/embed/', false],
  ['/embed/item', false],
  ['/embed/item/', false],
  ['/embed/item/a/b', false],
  ['/embed/other/a', false],
  ['/embed/item/../../teach', false],
  ['/embed/item/..%2f..%2fteach', false],
  ['/embed/item/%2e%2e/teach', false],
  ['//embed/item/a', false],
  ['/x/embed/item/a', false],
  ['/learn/exercises/relu-mask', false],
  ['/teach?/embed/item/a', false],
  ['/', false],
  [undefined, false],
])('other sites may frame %j: %j', (url, framed) => {
  expect(mayBeFramed(url)).toBe(framed)
})

test('what may be framed says so, and all else says that nobody may', () => {
  const policy = (framed: boolean) => contentSecurityPolicy('abc', 'lan:3000', { development: false, framed })
  expect(policy(false)).toContain("frame-ancestors 'none'")
  expect(policy(true)).toContain('frame-ancestors *')
  expect(policy(true).replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(policy(false))
})
