import { networkInterfaces } from 'node:os'
import { env } from '../env'

/** Where this machine can be reached from its own network: one address for each IPv4 interface. */
export function lanAddresses(port: number = env().PORT): string[] {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(address => address.family === 'IPv4' && !address.internal)
    .map(address => `http://${address.address}:${port}`)
}
