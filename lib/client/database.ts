/** How long opening may take, in milliseconds; in some private modes it hangs, and memory is used instead. */
const patience = 3000

/** The browser's database, opened by `open`; it rejects where that throws, fails or takes too long. */
export async function openedInTime<T>(open: () => Promise<T>): Promise<T> {
  // First, because it may throw: nobody would hear then that it is late.
  const opening = open()
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), patience))
  return Promise.race([opening, late])
}

/**
 * Commits in the same breath in which `stored` was asked for. A page that is left a moment later has then handed over both; a
 * transaction that waits for its request before it commits would be undone.
 */
export async function committedAtOnce(
  transaction: { readonly done: Promise<void>; commit?(): void },
  stored: Promise<unknown>,
): Promise<void> {
  // Old browsers have no `commit`; they commit by themselves, a little later.
  transaction.commit?.()
  await Promise.all([stored, transaction.done])
}
