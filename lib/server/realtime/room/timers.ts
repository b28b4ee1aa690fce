/** Timers by name: a new one takes the place of the one before. They keep no process alive. */
export class Timers {
  private readonly running = new Map<string, NodeJS.Timeout>()

  start(name: string, ms: number, then: () => void): void {
    this.clear(name)
    const timer = setTimeout(() => {
      this.running.delete(name)
      then()
    }, ms)
    timer.unref()
    this.running.set(name, timer)
  }

  clear(name: string): void {
    clearTimeout(this.running.get(name))
    this.running.delete(name)
  }

  stop(): void {
    for (const name of this.running.keys()) this.clear(name)
  }
}
