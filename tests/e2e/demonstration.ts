import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from './server'

/** `npm run demo`: a server of its own with a class in a box. */
export class Demonstration {
  private constructor(
    /** The link to the board, which works once. */
    readonly board: string,
    /** Where its data lies until the end. */
    readonly folder: string,
    private readonly child: ChildProcess,
    private readonly ended: Promise<void>,
  ) {}

  static async opens(): Promise<Demonstration> {
    const env = { ...process.env, PORT: String(await freePort()), HOST: '127.0.0.1' }
    const child = spawn(process.execPath, ['lib/launch/demo.mjs'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    let said = ''
    return new Promise((resolve, reject) => {
      child.stdout?.on('data', chunk => {
        said += String(chunk)
        const [board, folder] = [/Board:\s+(\S+)/, /lies in (\S+)/].map(pattern => pattern.exec(said)?.[1])
        if (board && folder) resolve(new Demonstration(board, folder, child, ended))
      })
      child.once('exit', code => reject(new Error(`the demonstration ended with ${code}:\n${said}`)))
    })
  }

  /** As Ctrl+C does. */
  async closes(): Promise<void> {
    this.child.kill('SIGINT')
    await this.ended
  }
}
