import { networkInterfaces } from 'node:os'
import { env } from '../env'
import { lastAddress } from './last-address'

/** Interfaces that other computers of the room do not reach: of containers, of virtual machines, of tunnels. */
const apart = /^(docker|br-|veth|virbr|vbox|vmnet|vethernet|cni|flannel|tun|tap|utun|wg|tailscale|zt)/i

type Interfaces = ReturnType<typeof networkInterfaces>

/** Where this machine can be reached from its own network: one address for each IPv4 interface, the likeliest first. */
export function lanAddresses(port: number, interfaces: Interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: apart.test(name) || address.startsWith('169.254.') ? 1 : 0 })),
  )
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => `http://${address}:${port}`)
}

/**
 * The origins at which others reach a server that listens on `host` and `port`: the public one, if there is one, else those
 * on its network; none where it listens for this computer alone.
 */
export function reachableAddresses(at: { origin: string | undefined; host: string; port: number }): string[] {
  const { origin, host, port } = at
  if (origin !== undefined) return [origin]
  if (host === '0.0.0.0' || host === '::') return lanAddresses(port)
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return []
  // A server that is bound to one address does not answer at this machine's other addresses.
  return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
}

/** The same of this server. The port that the system chose was noted when the server began to listen. */
export function ownAddresses(): string[] {
  const { ORIGIN, HOST, PORT, CHALKGRAD_DATA } = env()
  const noted = PORT === 0 ? lastAddress(CHALKGRAD_DATA) : null
  return reachableAddresses({
    origin: ORIGIN,
    host: HOST,
    port: noted === null ? PORT : Number(new URL(noted).port),
  })
}
