import { database } from './client'
import type { Prisma } from './generated/client'

/**
 * The last write under way. It is on globalThis beside the one connection, because this module has an instance in
 * Next and one outside.
 */
const home = globalThis as { chalkgradWriting?: Promise<unknown> }

/** A write that takes longer than this has met a fault and is rolled back. */
const timeoutMs = 20_000

/**
 * The only way to write: one after the other, each committed or taken back as a whole before the next begins
 * (docs/decisions/0004).
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const before = home.chalkgradWriting ?? Promise.resolve()
  const done = before.then(work)
  home.chalkgradWriting = done.catch(() => {})
  return done
}

/** One transaction: committed when this resolves, rolled back when `work` throws. */
export function write<T>(work: (transaction: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return inTurn(() => database().$transaction(work, { timeout: timeoutMs }))
}
