import { resolve } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Ask, FromWorker, JobName, Outcome, ToWorker } from './jobs'

/**
 * Next's bundler would bundle a module for `new Worker`, and, because the path is a setting, any file of the project.
 * It does not see the class when it is asked for at run time.
 */
const workerThreads = process.getBuiltinModule('node:worker_threads')

export interface Job {
  readonly ask: Ask
  readonly settle: (outcome: Outcome<JobName>) => void
}

/**
 * Grades that a thread holds at once, so that it does not stand still whenever the server's own thread waits for the
 * disk. It gets more when half of them are done, because a message with a dozen costs no more than one with a single
 * job.
 */
const aheadMost = 24
/** A job that takes longer than this gives back the jobs behind it. */
const slowAfterMs = 50

export interface ThreadMeans {
  /** The bundle of worker.ts. */
  readonly file?: string
  readonly deadline: (job: JobName) => number
  readonly log: (line: string) => void
  /** Called when something was answered or given back, or the thread is ready, so that it may take more. */
  readonly free: () => void
  /** Gives back jobs that were taken and not begun, or wait behind one that takes long; they come first again. */
  readonly giveBack: (jobs: readonly Job[]) => void
  /** The thread is gone, with every job that it had answered or given back. */
  readonly ended: (thread: Thread) => void
}

/** One worker thread and the jobs given to it, which it does one after the other. */
export class Thread {
  /** False until the thread's code is loaded; a job's time does not run before. */
  ready = false
  private over = false
  private readonly worker: Worker
  /** The first is being done, the others wait in the thread. */
  private readonly jobs = new Map<number, Job>()
  private deadline: NodeJS.Timeout | undefined
  private slow: NodeJS.Timeout | undefined
  private isSlow = false
  private filling = true
  private outgoing: ToWorker[number][] = []
  private static nextId = 1

  constructor(private readonly means: ThreadMeans) {
    this.worker = new workerThreads.Worker(means.file ?? resolve(process.cwd(), 'build', 'worker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // A job needs nothing of the environment, and execArgv of a test runner or debugger does not fit.
      env: {},
      execArgv: [],
    })
    this.worker.unref()
    this.worker.on('message', (message: FromWorker) => this.hear(message))
    this.worker.on('error', error => {
      means.log(`a worker thread ended: ${error.message}`)
      void this.end('failed')
    })
    this.worker.on('exit', () => void this.end('failed'))
  }

  get load(): number {
    return this.jobs.size
  }

  /** Whether it does something for a visitor. */
  get visited(): boolean {
    const [first] = this.jobs.values()
    return first?.ask.lane === 'visitors'
  }

  /** Short jobs of classes may wait behind each other; every other job has a thread for itself. */
  takes({ job, lane }: Pick<Ask, 'job' | 'lane'>): boolean {
    if (!this.ready || this.over || this.isSlow) return false
    if (this.jobs.size === 0) return true
    const [first] = this.jobs.values()
    if (lane === 'visitors' || first?.ask.lane === 'visitors') return false
    return job === 'grade' && first?.ask.job === 'grade' && this.filling
  }

  /** The thread hears of it with the next `send`. */
  take(job: Job): void {
    const id = Thread.nextId++
    this.jobs.set(id, job)
    this.filling = this.jobs.size < aheadMost
    this.outgoing.push({ id, ask: job.ask })
    if (this.jobs.size === 1) this.begun(job)
  }

  send(): void {
    if (this.outgoing.length > 0) this.worker.postMessage(this.outgoing satisfies ToWorker)
    this.outgoing = []
  }

  /** Ends the thread once. The job that it does, if any, gets `why`; those behind it are given back. */
  async end(why: 'busy' | 'failed'): Promise<void> {
    if (this.over) return
    this.over = true
    this.rest()
    const [current, ...behind] = this.jobs.values()
    this.jobs.clear()
    current?.settle({ ok: false, why })
    this.means.giveBack(behind)
    await this.worker.terminate()
    this.means.ended(this)
  }

  private begun({ ask }: Job): void {
    this.rest()
    this.deadline = setTimeout(() => {
      this.means.log(`a ${ask.job} job ran past its deadline; its worker was replaced`)
      void this.end('busy')
    }, this.means.deadline(ask.job))
    this.slow = setTimeout(() => this.passOn(), slowAfterMs)
  }

  /** The thread may still come to those behind; their answers are then nobody's. */
  private passOn(): void {
    this.isSlow = true
    const behind = [...this.jobs].slice(1)
    for (const [id] of behind) this.jobs.delete(id)
    this.means.giveBack(behind.map(([, job]) => job))
  }

  private hear(message: FromWorker): void {
    if (message.type === 'ready') {
      this.ready = true
      this.means.free()
      return
    }
    const job = this.jobs.get(message.id)
    if (!job) return
    this.jobs.delete(message.id)
    if (this.jobs.size <= aheadMost / 2) this.filling = true
    this.isSlow = false
    this.rest()
    const [next] = this.jobs.values()
    if (next) this.begun(next)
    if (message.type === 'failed') {
      this.means.log(`a ${job.ask.job} job failed: ${message.message}`)
      job.settle({ ok: false, why: 'failed' })
    } else job.settle({ ok: true, answer: message.answer })
    this.means.free()
  }

  private rest(): void {
    clearTimeout(this.deadline)
    clearTimeout(this.slow)
  }
}
