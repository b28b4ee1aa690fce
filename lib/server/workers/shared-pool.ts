import type { WorkerPool } from './pool'

/** A module that both the custom server and a Next route import has two instances; globalThis is shared. */
const home = globalThis as { chalkgradPool?: WorkerPool }

/** Called once, with the pool that prepares what classes work on. */
export function sharePool(pool: WorkerPool): void {
  home.chalkgradPool = pool
}

/** The server's pool, for requests about classes. Previews of unknown files have one of their own. */
export function sharedPool(): WorkerPool {
  if (!home.chalkgradPool) throw new Error('There are no workers: the server starts them before it listens.')
  return home.chalkgradPool
}
