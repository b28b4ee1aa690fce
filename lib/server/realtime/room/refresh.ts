import { report } from '../../report'
import { NotPrepared } from './shelf'

/** Desks that are made at once; more would queue up before the workers, where answers wait too. */
const together = 6
const againMs = 500
const triesMost = 10

/**
 * Sends all desks anew, a few at a time, with other work in between. If it is started again while it runs, it runs
 * once more afterwards.
 */
export class Refresh {
  private wanted = false
  private running = false
  private stopped = false

  constructor(
    private readonly desks: () => readonly string[],
    private readonly send: (student: string) => Promise<void>,
  ) {}

  start(): void {
    this.wanted = true
    if (!this.running) void this.run()
  }

  stop(): void {
    this.stopped = true
  }

  private async run(): Promise<void> {
    this.running = true
    while (this.wanted && !this.stopped) {
      this.wanted = false
      const left = [...this.desks()]
      while (left.length > 0 && !this.stopped) {
        await Promise.all(left.splice(0, together).map(student => this.sendOne(student)))
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    this.running = false
  }

  /** Sends one desk anew, and tries again for a while where the server is too busy. */
  async sendOne(student: string, tries = 1): Promise<void> {
    try {
      await this.send(student)
    } catch (error) {
      if (!(error instanceof NotPrepared) || tries >= triesMost || this.stopped) {
        report('a desk could not be sent anew', error)
        return
      }
      await new Promise(resolve => setTimeout(resolve, againMs).unref())
      await this.sendOne(student, tries + 1)
    }
  }
}
