import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Patience, and no promise: a machine that has much else to do takes its time for a first start. */
const readyWithin = 180_000

/** A port on which nobody listens now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/**
 * The production server as `npm start` runs it, on a fresh database of its own. `kill` is `kill -9`: what
 * survives it is what the next `start` finds on disk.
 */
export class ChalkgradServer {
  private child: ChildProcess | undefined
  private log = ''
  /** The owner's link that the last start printed. */
  teacherLink = ''

  private constructor(
    readonly port: number,
    readonly folder: string,
    private readonly variables: Record<string, string>,
  ) {}

  static async fresh(variables: Record<string, string> = {}): Promise<ChalkgradServer> {
    const folder = await mkdtemp(join(tmpdir(), 'chalkgrad-e2e-'))
    for (let tries = 1; ; tries += 1) {
      const server = new ChalkgradServer(await freePort(), folder, variables)
      try {
        await server.start()
        return server
      } catch (error) {
        // Somebody else may take the port before the server does.
        if (tries === 3 || !String(error).includes('EADDRINUSE')) throw error
      }
    }
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** The same server under a name that browsers do not treat as secure, as a laptop on a LAN is. */
  get plainUrl(): string {
    return `http://chalkgrad.test:${this.port}`
  }

  async start(): Promise<void> {
    this.log = ''
    const child = spawn(process.execPath, ['build/server.js'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        CHALKGRAD_DATA: this.folder,
        ...this.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new Error(`no server after ${readyWithin} ms:\n${this.log}`))
      }, readyWithin)
      const read = (chunk: Buffer) => {
        this.log += chunk.toString()
        const link = /Teacher:\s+(http:\/\/\S+)/.exec(this.log)?.[1]
        if (!link) return
        clearTimeout(late)
        this.teacherLink = link
        resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', code => reject(new Error(`the server ended with ${code}:\n${this.log}`)))
    })
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  kill(): Promise<void> {
    return this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    await rm(this.folder, { recursive: true, force: true })
  }

  output(): string {
    return this.log
  }
}
