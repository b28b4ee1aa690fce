import { type Ask, deadlines, type JobName, type Jobs, type Lane, type Outcome } from './jobs'
import { type Job, Thread } from './thread'

export interface PoolOptions {
  readonly threads: number
  /** The most jobs that may wait; one more is refused as `busy`. */
  readonly queue: number
  /** The most jobs of visitors that may wait. */
  readonly visitorsQueue?: number
  /** The bundle of worker.ts. */
  readonly file?: string
  readonly deadlines?: Partial<Record<JobName, number>>
  readonly log?: (line: string) => void
}

/** A visitor waits at most a few seconds behind so many others. */
const visitorsMost = 60

/**
 * Worker threads that can be ended. A job that runs past its deadline, or a thread that runs out of memory,
 * costs that job alone: its thread is replaced and the next in the queue goes on. Visitors' jobs wait until no class waits for
 * anything, and leave one thread free where there are several, so that a class never waits for one of them.
 */
export class WorkerPool {
  private readonly threads = new Set<Thread>()
  private readonly queues: Readonly<Record<Lane, Job[]>> = { classes: [], visitors: [] }
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** Starts the threads ahead of the first job. */
  warm(): void {
    while (!this.closed && this.threads.size < this.options.threads) this.threads.add(this.thread())
  }

  async run<Name extends JobName>(
    job: Name,
    ask: Jobs[Name]['ask'],
    lane: Lane = 'classes',
  ): Promise<Outcome<Name>> {
    const { queue, visitorsQueue = visitorsMost } = this.options
    const waiting = this.queues[lane]
    const most = lane === 'classes' ? queue : visitorsQueue
    if (this.closed || waiting.length >= most) return { ok: false, why: 'busy' }
    return new Promise(settle => {
      waiting.push({
        ask: { job, lane, ...ask } as Ask,
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

  /** Gives out the jobs in the order of the queues, each to the thread that has least to do. */
  private feed(): void {
    this.warm()
    this.give('classes')
    if (this.queues.classes.length === 0) this.give('visitors')
    for (const thread of this.threads) thread.send()
  }

  private give(lane: Lane): void {
    const queue = this.queues[lane]
    for (let next = queue[0]; next; next = queue[0]) {
      const chosen = this.threadFor(next)
      if (!chosen) break
      queue.shift()
      chosen.take(next)
    }
  }

  private threadFor({ ask }: Job): Thread | null {
    const visited = [...this.threads].filter(thread => thread.visited).length
    if (ask.lane === 'visitors' && visited >= Math.max(1, this.options.threads - 1)) return null
    let chosen: Thread | null = null
    for (const thread of this.threads) {
      if (thread.takes(ask) && (!chosen || thread.load < chosen.load)) chosen = thread
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
    for (const job of [...jobs].reverse()) this.queues[job.ask.lane ?? 'classes'].unshift(job)
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
    for (const queue of Object.values(this.queues)) {
      for (const { settle } of queue.splice(0)) settle({ ok: false, why })
    }
  }
}
