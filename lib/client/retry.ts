/**
 * Waits between tries to connect. They grow and vary, so that pages that lost the same server do not come back in
 * step.
 */
const firstMs = 500
const longestMs = 4000

/** Milliseconds before try number `tries` (from 0); `chance` from 0 to 1. */
export function waitBefore(tries: number, chance: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(tries, 10)) * (0.5 + chance)
}

/**
 * Tries again until it is told that it worked, and says when the next try is (on the clock of `performance.now()`; null while one
 * runs or none is needed). A browser that has a network again, or a page that is looked at again, does not wait.
 */
export class Retry {
  private timer: ReturnType<typeof setTimeout> | undefined
  private tries = 0
  private waiting = false

  constructor(
    private readonly again: () => void,
    private readonly told: (at: number | null) => void,
  ) {
    if (typeof window === 'undefined') return
    window.addEventListener('online', this.now)
    document.addEventListener('visibilitychange', this.looked)
  }

  /** A try failed, or the connection was lost; `ms` where somebody else said when to come again. */
  later(ms = waitBefore(this.tries, Math.random())): void {
    clearTimeout(this.timer)
    this.tries += 1
    this.waiting = true
    this.timer = setTimeout(this.now, ms)
    this.told(performance.now() + ms)
  }

  worked(): void {
    this.rest()
    this.tries = 0
    this.told(null)
  }

  close(): void {
    this.rest()
    if (typeof window === 'undefined') return
    window.removeEventListener('online', this.now)
    document.removeEventListener('visibilitychange', this.looked)
  }

  private rest(): void {
    clearTimeout(this.timer)
    this.waiting = false
  }

  private readonly now = (): void => {
    if (!this.waiting) return
    this.rest()
    this.told(null)
    this.again()
  }

  private readonly looked = (): void => {
    if (!document.hidden) this.now()
  }
}
