/** Text of an exercise that was not saved, kept in this browser. `of` is an exercise's id, or `new`. */
export interface SourceDraft {
  readonly source: string
  /** Unix milliseconds of the last keystroke. */
  readonly at: number
}

const place = (of: string) => `chalkgrad-exercise-${of}`

/** Null where there is none, or where the browser keeps nothing (a private window, storage switched off). */
export function readDraft(of: string): SourceDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(of)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('source' in kept) || !('at' in kept)) return null
    const { source, at } = kept
    return typeof source === 'string' && typeof at === 'number' ? { source, at } : null
  } catch {
    return null
  }
}

/** False where the browser would not keep it. */
export function keepDraft(of: string, draft: SourceDraft): boolean {
  try {
    localStorage.setItem(place(of), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(of: string): void {
  try {
    localStorage.removeItem(place(of))
  } catch {
    // Then nothing was kept either.
  }
}
