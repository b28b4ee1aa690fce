import type { Glance } from './glance'

/** A page has to be hidden this long for it to count as an absence; a look at another window is none. */
export const hiddenAtLeast = 20_000

/** The last glance before an absence, and the first after it. */
export type Missed = readonly [before: Glance, after: Glance]

/**
 * Whether somebody sees an up-to-date desk, which is not so while the connection is lost or the page is hidden. It
 * keeps the last glance from before and gives it at the return beside the new one; null where there is nothing to compare.
 * Glances are null before the desk is open.
 */
export class Absence {
  private connected = false
  private missed = false
  private hiddenSince: number | null = null
  private first = true

  /** `before`: the last glance of an earlier page. */
  constructor(private before: Glance | null) {}

  connection(connected: boolean, glance: Glance | null): Missed | null {
    this.connected = connected
    if (!connected) {
      this.leave(glance)
      // The first connection of a page was not lost.
      this.missed ||= !this.first
      return null
    }
    this.first = false
    // Changes are told when the student comes back to the page.
    return this.hiddenSince === null ? this.comeBack(glance) : null
  }

  /** `now` in Unix milliseconds. */
  hidden(glance: Glance | null, now: number): void {
    this.hiddenSince ??= now
    this.leave(glance)
  }

  shown(glance: Glance | null, now: number): Missed | null {
    // The absolute difference, because the clock may be set back meanwhile.
    const gone = Math.abs(now - (this.hiddenSince ?? now))
    this.hiddenSince = null
    if (!this.connected) return null
    if (gone >= hiddenAtLeast || this.missed) return this.comeBack(glance)
    this.before = null
    return null
  }

  private leave(glance: Glance | null): void {
    this.before ??= glance
  }

  private comeBack(glance: Glance | null): Missed | null {
    const { before } = this
    this.before = null
    this.missed = false
    return before && glance ? [before, glance] : null
  }
}
