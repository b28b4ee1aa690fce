import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * Budgets of wrong tries. Only a wrong try costs. A spent budget refuses before anything is looked up, or it would
 * not slow a guesser down. Budgets are in memory, so a restart forgets them.
 */
export class Budget {
  private readonly perAddress: RateLimiterMemory
  private readonly perServer: RateLimiterMemory
  /**
   * What was right before from an address stays open to that address, so that a neighbour's wrong tries lock nobody
   * out.
   */
  private readonly proven = new Set<string>()
  private readonly turns = new Map<string, Promise<void>>()

  constructor(name: string, wrong: { perAddress: number; perServer: number; seconds: number }) {
    const duration = wrong.seconds
    this.perAddress = new RateLimiterMemory({
      keyPrefix: `${name} address`,
      points: wrong.perAddress,
      duration,
    })
    this.perServer = new RateLimiterMemory({ keyPrefix: `${name} server`, points: wrong.perServer, duration })
  }

  /** Milliseconds until a try may be made, 0 for now. `tried` tells one door from another (a code, a name). */
  async wait(address: string, tried: string): Promise<number> {
    if (this.proven.has(`${address} ${tried}`)) return 0
    const [own, all] = await Promise.all([this.perAddress.get(address), this.perServer.get('all')])
    const ownWait = own && own.consumedPoints >= this.perAddress.points ? own.msBeforeNext : 0
    const allWait = all && all.consumedPoints >= this.perServer.points ? all.msBeforeNext : 0
    return Math.max(ownWait, allWait, 0)
  }

  /**
   * Runs `attempt` after the others from this address, so that somebody who sends a thousand tries at once is counted
   * after each of them and not after all.
   */
  inTurn<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    const done = (this.turns.get(address) ?? Promise.resolve()).then(attempt)
    const tail = done.then(
      () => {},
      () => {},
    )
    this.turns.set(address, tail)
    void tail.then(() => {
      if (this.turns.get(address) === tail) this.turns.delete(address)
    })
    return done
  }

  async wrong(address: string): Promise<void> {
    // `wait` refuses what is over the limit; here a try is only counted.
    await this.perAddress.penalty(address)
    await this.perServer.penalty('all')
  }

  right(address: string, tried: string): void {
    this.proven.add(`${address} ${tried}`)
    if (this.proven.size > 10_000) {
      const oldest = this.proven.values().next().value
      if (oldest !== undefined) this.proven.delete(oldest)
    }
  }
}

/** Pages and routes each have an instance of this module, but must share what is known to be right. */
const home = globalThis as { chalkgradBudgets?: Map<string, Budget> }

function shared(name: string, wrong: { perAddress: number; perServer: number; seconds: number }): Budget {
  const budgets = home.chalkgradBudgets ?? new Map<string, Budget>()
  home.chalkgradBudgets = budgets
  const budget = budgets.get(name) ?? new Budget(name, wrong)
  budgets.set(name, budget)
  return budget
}

/**
 * Class codes. A whole class behind one address may mistype. At 3,000 wrong codes an hour for all addresses together,
 * finding one of 100 classes among 28^7 codes takes five years on average.
 */
export const classCodes = shared('class code', { perAddress: 100, perServer: 3000, seconds: 3600 })

export const recoveryCodes = shared('recovery code', { perAddress: 60, perServer: 1000, seconds: 3600 })

/** Passphrases, by address; `signInsByName` by the name that is tried. */
export const signIns = shared('sign-in', { perAddress: 30, perServer: 1000, seconds: 900 })
export const signInsByName = shared('sign-in name', { perAddress: 100, perServer: 1000, seconds: 900 })

/**
 * New students from one address. Even the largest lecture behind one school's address stays below this; a script does
 * not.
 */
export const joins = new RateLimiterMemory({ keyPrefix: 'joins', points: 2000, duration: 600 })
