import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import type { BoardSnapshot } from '@/lib/protocol/board'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { type Receipt, type SentReceipt, wholeReceipt } from '@/lib/protocol/receipt'
import type { Refusal, Reply } from '@/lib/protocol/replies'
import type { contracts } from '@/lib/protocol/wire/contracts'
import { protocolVersion } from '@/lib/protocol/wire/version'
import { databaseFile, openDatabase } from '@/lib/server/db/client'

/** A server in a process of its own, without Next, on a database of its own. */
export class School {
  private child: ChildProcess | undefined
  port = 0
  ownerLink = ''
  log = ''
  /** The name of a teacher's cookie here, once there is one. */
  teacherCookie = ''

  private constructor(
    readonly folder: string,
    private readonly variables: Record<string, string>,
  ) {}

  static async fresh(variables: Record<string, string> = {}): Promise<School> {
    const school = new School(await mkdtemp(join(tmpdir(), 'school-')), variables)
    await school.start()
    return school
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    this.log = ''
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/integration/serve.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CHALKGRAD_DATA: this.folder,
        PORT: String(this.port),
        ...this.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.log += chunk.toString()
        const ready = /ready (\d+) (\S+)/.exec(this.log)
        if (!ready?.[1] || !ready[2]) return
        this.port = Number(ready[1])
        this.ownerLink = ready[2]
        resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', code => reject(new Error(`the server ended with ${code}:\n${this.log}`)))
    })
  }

  get alive(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>(resolve => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }

  async close(): Promise<void> {
    await this.end('SIGKILL')
    await rm(this.folder, { recursive: true, force: true })
  }

  /** One request as a page of this server sends it; `jar` gives and takes its cookies. */
  async post(path: string, body: unknown, jar: Jar = new Jar(), headers: Record<string, string> = {}) {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.origin, Cookie: jar.header, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    jar.take(response.headers.getSetCookie())
    this.teacherCookie ||= [...jar.cookies.keys()].find(name => name.endsWith('-teacher')) ?? ''
    const json = (await response.json()) as { ok: boolean } & Record<string, string> & Partial<Refusal>
    return { status: response.status, headers: response.headers, json }
  }

  /** The owner, signed in by a first start's link. */
  async owner(name = 'Dana'): Promise<Jar> {
    const jar = new Jar()
    const token = this.ownerLink.split('/').at(-1)
    const answer = await this.post('/api/teach/redeem', { token, name, passphrase: 'chalk and paper' }, jar)
    if (!answer.json.ok) throw new Error(answer.json.message)
    return jar
  }

  /** Another teacher, invited by the owner. */
  async invited(owner: Jar, name: string): Promise<Jar> {
    const { json } = await this.post('/api/teach/invite', {}, owner)
    const jar = new Jar()
    const token = String(json.path).split('/').at(-1)
    const answer = await this.post('/api/teach/redeem', { token, name, passphrase: `I am ${name}!` }, jar)
    if (!answer.json.ok) throw new Error(answer.json.message)
    return jar
  }

  /** A class with the two exercises of the test engine chosen. */
  async openClass(teacher: Jar, title = 'ML 101'): Promise<OpenedClass> {
    const { json } = await this.post('/api/teach/classes', { title }, teacher)
    const id = String(json.class)
    const board = await this.board(teacher, id)
    const entered = await ask<{ board: BoardSnapshot }>(board, 'enter', {})
    if (!entered.ok) throw new Error(entered.message)
    const versions = this.versions
    const chosen = await ask(board, 'choose', { versions })
    if (!chosen.ok) throw new Error(chosen.message)
    board.close()
    this.opened.push(id)
    return { id, code: entered.board.class.code, versions }
  }

  /** Ids of the classes opened here. */
  readonly opened: string[] = []

  /** The exercise with random values; no class has it until it is chosen. */
  readonly drawn = 'drawn00000000000000000'

  /** Ids of the exercise versions that serve.ts seeded. */
  readonly versions = ['first00000000000000000', 'second0000000000000000']

  /** What stands in the database, read beside the server. */
  async rows<Row>(sql: string): Promise<Row[]> {
    const database = await openDatabase(databaseFile(this.folder))
    const rows = await database.$queryRawUnsafe<Row[]>(sql)
    await database.$disconnect()
    return rows
  }

  /** Joins as somebody new, whoever else has the name. */
  async join(code: string, name: string): Promise<{ jar: Jar; class: string }> {
    const jar = new Jar()
    const { json } = await this.post('/api/join', { code, name, another: true }, jar)
    if (!json.ok) throw new Error(json.message)
    return { jar, class: String(json.class) }
  }

  socket(
    namespace: (typeof contracts)[keyof typeof contracts]['namespace'],
    jar: Jar,
    auth: object,
    headers: Record<string, string> = {},
  ): Socket {
    return io(this.origin + namespace, {
      auth: { protocol: protocolVersion, ...auth },
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { Cookie: jar.header, Origin: this.origin, ...headers },
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
    })
  }

  async desk(jar: Jar, classId: string): Promise<Socket> {
    return connected(this.socket('/desk', jar, { class: classId }))
  }

  async board(jar: Jar, classId: string): Promise<Socket> {
    return connected(this.socket('/board', jar, { class: classId }))
  }
}

export interface OpenedClass {
  id: string
  code: string
  versions: string[]
}

/** The cookies of one browser. */
export class Jar {
  readonly cookies = new Map<string, string>()

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '' || rest.some(part => part.trim() === 'Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

export type HandshakeError = Error & { data?: { code: string; message: string } }

export function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      socket.close()
      reject(error)
    }
    socket.once('connect_error', failed)
    socket.once('connect', () => {
      socket.off('connect_error', failed)
      resolve(socket)
    })
  })
}

export async function turnedDown(socket: Socket): Promise<HandshakeError> {
  return connected(socket).then(
    () => {
      socket.close()
      throw new Error('this connection should have been turned down')
    },
    error => error,
  )
}

export async function ask<T = object>(socket: Socket, event: string, message: unknown): Promise<Reply<T>> {
  return socket.timeout(20_000).emitWithAck(event, message)
}

export async function submitted(
  socket: Socket,
  version: string,
  step: string,
  cells: string[],
  id = newId(),
): Promise<Reply<Receipt>> {
  const reply = await ask<SentReceipt>(socket, 'submit', { id, version, step, cells })
  return reply.ok ? { ok: true, ...wholeReceipt(reply, cells) } : reply
}

export async function deskOf(socket: Socket): Promise<DeskSnapshot> {
  const entered = await ask<{ desk: DeskSnapshot }>(socket, 'enter', {})
  if (!entered.ok) throw new Error(entered.message)
  return entered.desk
}

export async function boardOf(socket: Socket): Promise<BoardSnapshot> {
  const entered = await ask<{ board: BoardSnapshot }>(socket, 'enter', {})
  if (!entered.ok) throw new Error(entered.message)
  return entered.board
}
