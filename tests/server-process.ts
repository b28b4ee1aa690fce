import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const readyWithin = 180_000

/** A server in a process of its own on a fresh data folder, behind a proxy as far as it knows. */
export class ServerProcess {
  private child: ChildProcess | undefined
  private said = ''
  port = 0
  /** The path of the owner's link that the last start printed. */
  ownerLink = ''

  private constructor(
    private readonly program: readonly string[],
    readonly folder: string,
  ) {}

  /** `program`: arguments of Node. It prints `Students: ORIGIN` and `Teacher: LINK` once it listens. */
  static async fresh(program: readonly string[]): Promise<ServerProcess> {
    const server = new ServerProcess(program, await mkdtemp(join(tmpdir(), 'chalkgrad-test-')))
    try {
      await server.start()
    } catch (error) {
      await server.close()
      throw error
    }
    return server
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.child?.pid ?? 0
  }

  async start(): Promise<void> {
    this.said = ''
    const child = spawn(process.execPath, this.program, {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        CHALKGRAD_DATA: this.folder,
        TRUST_PROXY: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child = child
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}:\n${this.said}`))
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        fail(`no server after ${readyWithin} ms`)
      }, readyWithin)
      const read = (chunk: Buffer) => {
        this.said += chunk.toString()
        const [, port] = /Students:\s+http:\/\/[^:]+:(\d+)/.exec(this.said) ?? []
        const [, link] = /Teacher:\s+http:\/\/[^/]+(\/\S+)\n/.exec(this.said) ?? []
        if (!port || !link) return
        clearTimeout(late)
        this.port = Number(port)
        this.ownerLink = link
        resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', code => {
        clearTimeout(late)
        fail(`the server ended with ${code}`)
      })
    })
  }

  /** What it printed since it was started. */
  get output(): string {
    return this.said
  }

  /** Asks what was loaded into the process beside the server, and resolves with its answer. */
  ask(question: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { child } = this
      const gone = (code: number | null) => reject(new Error(`the server ended with ${code}`))
      child?.once('exit', gone)
      child?.once('message', answer => {
        child.off('exit', gone)
        resolve(answer)
      })
      child?.send(question)
    })
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  async close(): Promise<void> {
    await this.end('SIGKILL')
    await rm(this.folder, { recursive: true, force: true })
  }

  /** What stands in the database, read beside the server. */
  rows<Row>(sql: string, ...values: readonly unknown[]): Row[] {
    const database = new Database(join(this.folder, 'chalkgrad.db'), { readonly: true, timeout: 5000 })
    try {
      return database.prepare<unknown[], Row>(sql).all(...values)
    } finally {
      database.close()
    }
  }

  /** The built-in exercises that the classes of tests and measurements work on, in their order. */
  get exercises(): { id: string; source: string }[] {
    return this.rows(
      `SELECT v.id, v.source FROM ExerciseVersion v JOIN Exercise e ON e.id = v.exerciseId
       WHERE e.slug IN ('matrix-multiplication', 'relu-mask', 'full-small-network') ORDER BY e.position`,
    )
  }
}
