import { expect, test } from 'vitest'
import { lanAddresses, reachableAddresses } from '@/lib/server/auth/addresses'

const ipv4 = (address: string, internal = false) => ({
  address,
  internal,
  family: 'IPv4' as const,
  netmask: '255.255.255.0',
  mac: '',
  cidr: null,
})

test('the network’s address goes before those of containers, tunnels and of no network', () => {
  const interfaces = {
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    'vEthernet (WSL)': [ipv4('172.20.0.1')],
    wlan0: [ipv4('169.254.3.3'), ipv4('192.168.1.5')],
  }
  expect(lanAddresses(3000, interfaces)).toEqual([
    'http://192.168.1.5:3000',
    'http://172.17.0.1:3000',
    'http://172.20.0.1:3000',
    'http://169.254.3.3:3000',
  ])
})

test('a public origin is the only address, and a server that listens for this computer alone has none', () => {
  const at = { origin: undefined, port: 3000 }
  expect(reachableAddresses({ ...at, origin: 'https://chalk.example', host: '127.0.0.1' })).toEqual([
    'https://chalk.example',
  ])
  for (const host of ['127.0.0.1', 'localhost', '::1'])
    expect(reachableAddresses({ ...at, host })).toEqual([])
  expect(reachableAddresses({ ...at, host: '192.168.1.5' })).toEqual(['http://192.168.1.5:3000'])
  expect(reachableAddresses({ ...at, host: 'fd00::1' })).toEqual(['http://[fd00::1]:3000'])
})
