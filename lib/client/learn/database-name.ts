/** The browser's database in which a learner's progress and work are kept. */
export const learnDatabase = 'chalkgrad-learn'

/**
 * Whether somebody may have learned on this device, told without the scripts that read what is kept. A browser that does not
 * list its databases may have anything.
 */
export async function mayHaveLearned(): Promise<boolean> {
  try {
    const kept = await indexedDB.databases()
    return kept.some(({ name }) => name === learnDatabase)
  } catch {
    return true
  }
}
