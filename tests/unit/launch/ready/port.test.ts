import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { demandFreePort, portOf } from '@/lib/launch/ready/port.mjs'

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
