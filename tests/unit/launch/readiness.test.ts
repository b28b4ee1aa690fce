import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeTrouble } from '@/lib/launch/node-version.mjs'
import { demandFreePort, demandWritable, portOf } from '@/lib/launch/readiness.mjs'

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '101.0.0'])('%s will do', version => {
    expect(nodeTrouble(version)).toBeNull()
  })
  test.each(['20.18.3', '18.20.0', '9.11.2', '20.9.0'])(
    '%s is too old, and the message names it',
    version => {
      expect(nodeTrouble(version)).toContain(version)
      expect(nodeTrouble(version)).toContain('20.19')
    },
  )
})

describe('the port', () => {
  let server: Server | undefined
  afterEach(() => new Promise(done => (server ? server.close(done) : done(undefined))))

  const takenOn = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const taker = createServer()
      server = taker
      taker.once('error', reject)
      taker.listen(0, host, () => resolve((taker.address() as AddressInfo).port))
    })

  test('without a choice it is 3000', () => {
    expect([portOf(undefined), portOf(''), portOf('3001')]).toEqual([3000, 3000, 3001])
  })

  test.each(['65536', 'http', '30.5', '-1', '1e3'])('%s is none', text => {
    expect(() => portOf(text)).toThrow(/PORT=/)
  })

  test.each(['127.0.0.1', '0.0.0.0'])(
    'one taken on %s is refused, with the process and another port',
    async host => {
      const port = await takenOn(host)
      const refused = demandFreePort(port, '0.0.0.0')
      await expect(refused).rejects.toThrow(`Port ${port} is in use`)
      await expect(refused).rejects.toThrow(/PORT=\d+ npm start/)
      if (process.platform === 'linux') await expect(refused).rejects.toThrow(`kill ${process.pid}`)
    },
  )

  test('a free one is accepted', async () => {
    const port = await takenOn('127.0.0.1')
    await new Promise(done => server?.close(done))
    server = undefined
    await expect(demandFreePort(port, '0.0.0.0')).resolves.toBeUndefined()
  })

  test('an address that is not this machine’s is told apart from a taken port', async () => {
    await expect(demandFreePort(45_678, '192.0.2.1')).rejects.toThrow(/HOST=192.0.2.1/)
  })
})

describe('a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'chalkgrad-folder-'))
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('is made, and left as it was', () => {
    demandWritable(join(home, 'a', 'b'), 'for a test')
    expect(existsSync(join(home, 'a', 'b'))).toBe(true)
  })

  test('that cannot be made is told with its purpose', () => {
    // A file in the way stops root too, whom permissions do not.
    const file = join(mkdtempSync(join(tmpdir(), 'chalkgrad-folder-')), 'file')
    writeFileSync(file, '')
    expect(() => demandWritable(join(file, 'data'), 'for a test')).toThrow(/for a test/)
  })

  test.skipIf(process.platform !== 'linux')('below /proc, which takes none, is refused at once', () => {
    expect(() => demandWritable('/proc/chalkgrad/data', 'for a test')).toThrow(/ENOENT/)
  })
})
