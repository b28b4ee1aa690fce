import { Browser } from '@/lib/simulator/browser'
import { Chance } from '@/lib/simulator/chance'
import { Solutions } from '@/lib/simulator/solutions'
import { ServerProcess } from '@/tests/server-process'
import { BadNetwork, type Mischief } from './bad-network'
import { type RoundResult, round } from './round'

export interface ChaosFigures extends Mischief {
  readonly rounds: number
  readonly kills: number
  readonly answers: number
  readonly acknowledged: number
  readonly stored: number
  readonly lost: number
  readonly doubled: number
  readonly unanswered: number
  /** Desks and boards whose state differs from the rows. */
  readonly different: number
}

export interface ChaosOptions {
  /** Arguments of Node for the server. */
  readonly program: readonly string[]
  readonly rounds: number
  readonly students: number
  readonly seed: number
  readonly signal?: AbortSignal
  readonly tell?: (line: string) => void
}

/** Rounds of mischief, every second one with `kill -9` of the server too, on one database that grows. */
export async function chaos(options: ChaosOptions): Promise<ChaosFigures> {
  const { program, rounds, students, seed, signal, tell = () => {} } = options
  const chance = Chance.of(seed)
  const server = await ServerProcess.fresh(program)
  const network = await BadNetwork.before(() => server.port, chance.about('network'))
  const results: RoundResult[] = []
  let kills = 0
  try {
    const owner = new Browser(server.origin)
    const token = server.ownerLink.split('/').at(-1)
    const redeemed = await owner.post('/api/teach/redeem', {
      token,
      name: 'Dana',
      passphrase: 'chalk and paper',
    })
    if (!redeemed.ok) throw new Error(redeemed.message)
    const tasks = server.exercises.map(({ id, source }) => ({ version: id, solutions: Solutions.of(source) }))
    for (let nth = 0; nth < rounds && !signal?.aborted; nth += 1) {
      const plan = { nth, students, kills: nth % 2, chance: chance.about(`round ${nth}`) }
      const result = await round({ server, network, owner, tasks }, plan)
      kills += plan.kills
      results.push(result)
      const { different, ...rest } = result
      tell(`round ${nth + 1}: ${JSON.stringify({ ...rest, different: different.length })}`)
      for (const line of different.slice(0, 10)) tell(`  ${line}`)
    }
  } finally {
    await network.close()
    await server.close()
  }
  const sum = (of: (result: RoundResult) => number) =>
    results.reduce((total, result) => total + of(result), 0)
  return {
    rounds: results.length,
    kills,
    ...network.done,
    answers: sum(({ answers }) => answers),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    stored: sum(({ stored }) => stored),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    unanswered: sum(({ unanswered }) => unanswered),
    different: sum(({ different }) => different.length),
  }
}
