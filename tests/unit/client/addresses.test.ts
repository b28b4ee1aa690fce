import { describe, expect, it, test } from 'vitest'
import { isLocal, linkAddresses } from '@/lib/client/addresses'

describe('the addresses that a link may carry', () => {
  it('put the network’s before one that only this computer knows', () => {
    expect(linkAddresses('http://localhost:3000', ['http://192.168.1.5:3000'])).toEqual([
      'http://192.168.1.5:3000',
      'http://localhost:3000',
    ])
  })

  it('begin with the address of this page where others can reach it, and name each once', () => {
    expect(
      linkAddresses('http://10.0.0.4:3000', ['http://192.168.1.5:3000', 'http://10.0.0.4:3000']),
    ).toEqual(['http://10.0.0.4:3000', 'http://192.168.1.5:3000'])
  })

  it('begin with the public one, where cookies go over HTTPS alone', () => {
    const known = linkAddresses('http://10.0.0.4:3000', ['https://chalk.example'])
    expect(known).toEqual(['https://chalk.example', 'http://10.0.0.4:3000'])
  })

  it('are this page’s alone where the server knows no other', () => {
    expect(linkAddresses('http://localhost:3000', [])).toEqual(['http://localhost:3000'])
  })
})

test('addresses that lead every computer to itself', () => {
  for (const own of ['http://localhost:3000', 'http://127.0.0.1:80', 'https://[::1]:3000'])
    expect(isLocal(own), own).toBe(true)
  for (const other of ['http://192.168.1.5:3000', 'https://localhost-school.example'])
    expect(isLocal(other), other).toBe(false)
})
