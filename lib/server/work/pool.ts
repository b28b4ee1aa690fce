import { resolve } from 'node:path'
import type { Worker } from 'node:worker_threads'
import {
  type Ask,
  deadlines,
  type FromWorker,
  type JobName,
  type Jobs,
  type Outcome,
  type ToWorker,
} from './jobs'

/**
 * Next's bundler takes a `new Worker` for a module of its own and, the path being a setting, for any file of the
 * project. Asked for at run time, the class is out of its sight.
 */
const workerThreads = process.getBuiltinModule('node:worker_threads')

interface Waiting {
  readonly ask: Ask
  readonly settle: (outcome: Outcome<JobName>) => void
}

interface Thread {
  readonly worker: Worker
  /** False until the thread's code is loaded; a job's time does not run before. */
  ready: boolean
  current: { id: number; waiting: Waiting; timer: NodeJS.Timeout | null } | null
}

/**
 * Worker threads that can be ended. A job that runs past its deadline, or a thread that runs out of memory,
 * costs that job alone: its thread is replaced and the next in the queue goes on.
 */
export class WorkerPool {
  private readonly threads = new Set<Thread>()
  private readonly queue: Waiting[] = []
  private nextId = 1
  private closed = false

  constructor(
    private readonly options: {
      threads: number
      /** Jobs that may wait; one more is refused as `busy`. */
      queue: number
      /** The bundle of worker.ts. */
      file?: string
      deadlines?: Partial<Record<JobName, number>>
      log?: (line: string) => void
    },
  ) {}

  /** Starts the threads ahead of the first job. */
  warm(): void {
    while (!this.closed && this.threads.size < this.options.threads) this.add()
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
    for (const waiting of this.queue.splice(0)) waiting.settle({ ok: false, why: 'busy' })
    await Promise.all([...this.threads].map(thread => this.end(thread, 'busy')))
  }

  private feed(): void {
    this.warm()
    for (const thread of this.threads) {
      if (this.queue.length === 0) return
      if (thread.current || !thread.ready) continue
      const waiting = this.queue.shift()
      if (waiting) this.begin(thread, waiting)
    }
  }

  private begin(thread: Thread, waiting: Waiting): void {
    const id = this.nextId++
    const { job } = waiting.ask
    const timer = setTimeout(() => {
      this.options.log?.(`a ${job} job ran past its deadline; its worker was replaced`)
      void this.end(thread, 'busy')
    }, this.options.deadlines?.[job] ?? deadlines[job])
    thread.current = { id, waiting, timer }
    thread.worker.postMessage({ id, ask: waiting.ask } satisfies ToWorker)
  }

  private add(): void {
    const worker = new workerThreads.Worker(
      this.options.file ?? resolve(process.cwd(), 'build', 'worker.js'),
      {
        resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
        // A job needs nothing of the environment, and execArgv of a test runner or debugger does not fit.
        env: {},
        execArgv: [],
      },
    )
    const thread: Thread = { worker, ready: false, current: null }
    this.threads.add(thread)
    worker.unref()
    worker.on('message', (message: FromWorker) => this.hear(thread, message))
    worker.on('error', error => {
      this.options.log?.(`a worker thread ended: ${error.message}`)
      void this.end(thread, 'failed')
    })
    worker.on('exit', () => void this.end(thread, 'failed'))
  }

  private hear(thread: Thread, message: FromWorker): void {
    if (message.type === 'ready') {
      thread.ready = true
      this.feed()
      return
    }
    const { current } = thread
    if (!current || current.id !== message.id) return
    thread.current = null
    if (current.timer) clearTimeout(current.timer)
    if (message.type === 'failed') {
      this.options.log?.(`a ${current.waiting.ask.job} job failed: ${message.message}`)
      current.waiting.settle({ ok: false, why: 'failed' })
    } else {
      current.waiting.settle({ ok: true, answer: message.answer })
    }
    this.feed()
  }

  /** Ends a thread once; the job that it had, if any, gets `why`. */
  private async end(thread: Thread, why: 'busy' | 'failed'): Promise<void> {
    if (!this.threads.delete(thread)) return
    const { current } = thread
    thread.current = null
    if (current) {
      if (current.timer) clearTimeout(current.timer)
      current.waiting.settle({ ok: false, why })
    }
    await thread.worker.terminate()
    if (this.closed) return
    if (thread.ready) this.feed()
    // A thread that never came up would be replaced for ever: those who wait are told instead.
    else for (const waiting of this.queue.splice(0)) waiting.settle({ ok: false, why: 'failed' })
  }
}
