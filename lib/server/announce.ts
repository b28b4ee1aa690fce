import { reachableAddresses } from './auth/addresses'

/** The last lines of a start, plain enough for a script to read. */
export function announcement(at: {
  port: number
  origin: string | undefined
  host: string
  linkPath: string
}): string {
  const { port, origin, host, linkPath } = at
  const local = `http://localhost:${port}`
  const others = reachableAddresses({ origin, host, port })
  const students = origin ? others : [local, ...others]
  return [
    '',
    ...students.map(address => `Students:  ${address}`),
    `Teacher:   ${origin ?? local}${linkPath}`,
    '',
    'The teacher’s link works once, within 24 hours. `npm run teacher-link` prints another.',
    'Press Ctrl+C to stop.',
  ].join('\n')
}
