import { type Ask, deadlines, type JobName, type Jobs, type Outcome } from './jobs'
import { type Job, Thread } from './thread'

export interface PoolOptions {
  readonly threads: number
  /** The most jobs that may wait; one more is refused as `busy`. */
  readonly queue: number
  /** The bundle of worker.ts. */
  readonly file?: string
  readonly deadlines?: Partial<Record<JobName, number>>
  readonly log?: (line: string) => void
}

/**
 * Worker threads that can be ended. A job that runs past its deadline, or a thread that runs out of memory,
 * costs that job alone: its thread is replaced and the next in the queue goes on.
 */
export class WorkerPool {
  private readonly threads = new Set<Thread>()
  private readonly queue: Job[] = []
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** Starts the threads ahead of the first job. */
  warm(): void {
    while (!this.closed && this.threads.size < this.options.threads) this.threads.add(this.thread())
  }

  async run<Name extends JobName>(job: Name, ask: Jobs[Name]['ask']): Promise<Outcome<Name>> {
    if (this.closed || this.queue.length >= this.options.queue) return { ok: false, why: 'busy' }
    return new Promise(settle => {
      this.queue.push({
        ask: { job, ...ask } as Ask,
        // The answer's type belongs to the job's name: worker.ts pairs them in one switch.
        settle: settle as (outcome: Outcome<JobName>) => void,
      })
      this.feed()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    this.refuseQueue('busy')
    await Promise.all([...this.threads].map(thread => thread.end('busy')))
  }

  /** Gives out the jobs in the order of the queue, each to the thread that has least to do. */
  private feed(): void {
    this.warm()
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      const chosen = this.threadFor(next)
      if (!chosen) break
      this.queue.shift()
      chosen.take(next)
    }
    for (const thread of this.threads) thread.send()
  }

  private threadFor({ ask }: Job): Thread | null {
    let chosen: Thread | null = null
    for (const thread of this.threads) {
      if (thread.takes(ask.job) && (!chosen || thread.load < chosen.load)) chosen = thread
    }
    return chosen
  }

  private thread(): Thread {
    const { file, deadlines: own, log } = this.options
    return new Thread({
      ...(file !== undefined && { file }),
      deadline: job => own?.[job] ?? deadlines[job],
      log: line => log?.(line),
      free: () => this.feed(),
      giveBack: jobs => this.giveBack(jobs),
      ended: thread => this.ended(thread),
    })
  }

  private giveBack(jobs: readonly Job[]): void {
    this.queue.unshift(...jobs)
    if (this.closed) this.refuseQueue('busy')
    else this.feed()
  }

  private ended(thread: Thread): void {
    this.threads.delete(thread)
    if (this.closed) return
    if (thread.ready) this.feed()
    // A thread that cannot start is not replaced again and again; the waiting jobs fail instead.
    else this.refuseQueue('failed')
  }

  private refuseQueue(why: 'busy' | 'failed'): void {
    for (const { settle } of this.queue.splice(0)) settle({ ok: false, why })
  }
}
