import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Server, type Socket } from 'socket.io'
import { boardPacing } from '@/lib/classroom/board-view'
import { emptyClass } from '@/lib/classroom/state'
import type { BoardSnapshot } from '@/lib/protocol/board'
import { openDoor } from '../../unit/protocol/open-door'

/*
 * The least that a server of this shape does: acknowledges, drops doubles, sends boards what changed every 50 ms. It does
 * not grade, knows nobody, refuses nothing and forgets everything, but for the one durable commit of each batch where it
 * is told to make them.
 */

const beatMs = 50

interface Answer {
  readonly student: string
  readonly message: { id: string; version: string; step: string; cells: string[] }
  readonly reply: (receipt: object) => void
}

/** Commits batches as SQLite does it durably; nothing where it need not. */
function store(folder: string | null): (batch: readonly Answer[]) => void {
  if (folder === null) return () => {}
  const database = new Database(join(folder, 'yardstick.db'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(
    'CREATE TABLE Answer (student TEXT, id TEXT, step TEXT, cells TEXT, PRIMARY KEY (student, id)) WITHOUT ROWID',
  )
  const insert = database.prepare('INSERT INTO Answer VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  return batch => {
    database.exec('BEGIN IMMEDIATE')
    for (const { student, message } of batch) {
      insert.run(student, message.id, `${message.version} ${message.step}`, JSON.stringify(message.cells))
    }
    database.exec('COMMIT')
  }
}

export function serveYardstick(folder: string | null): void {
  const commit = store(folder)
  const known = new Map<string, object>()
  const attempts = new Map<string, number>()
  const changed = new Map<string, object>()
  let seq = 0
  let pending: Answer[] = []
  let told = 0

  const http = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Set-Cookie': `desk=${randomBytes(16).toString('base64url')}; HttpOnly; Path=/`,
      })
      response.end(JSON.stringify({ ok: true, class: 'yardstick' }))
    })
  })
  const io = new Server(http, { serveClient: false, perMessageDeflate: false })

  const settle = () => {
    const batch = pending
    pending = []
    commit(batch)
    for (const { student, message, reply } of batch) {
      const { id, version, step } = message
      const place = `${student} ${version} ${step}`
      const attempt = (attempts.get(place) ?? 0) + 1
      attempts.set(place, attempt)
      seq += 1
      changed.set(place, { student, version, step, state: 'right', attempts: attempt, wrong: 0 })
      const receipt = {
        ok: true,
        id,
        counted: true,
        result: { verdict: 'right' },
        record: { version, step, id, attempt },
      }
      known.set(`${student} ${id}`, receipt)
      reply(receipt)
    }
  }

  io.of('/desk').on('connection', (socket: Socket) => {
    const student = /desk=([\w-]+)/.exec(socket.handshake.headers.cookie ?? '')?.[1] ?? ''
    socket.on('enter', (_, reply) => reply({ ok: true, desk: { student: { id: student }, records: [] } }))
    socket.on('working', (_, reply) => reply({ ok: true }))
    socket.on('submit', (message: Answer['message'], reply: Answer['reply']) => {
      const before = known.get(`${student} ${message.id}`)
      if (before) return reply(before)
      pending.push({ student, message, reply })
      if (folder === null) settle()
      else if (pending.length === 1) setImmediate(settle)
    })
  })
  io.of('/board').on('connection', (socket: Socket) => {
    socket.on('enter', (_, reply) => {
      const board: BoardSnapshot = {
        seq: told,
        class: { id: 'yardstick', title: '', code: '' },
        exercises: [],
        students: [],
        cells: [],
        mistakeWords: [],
        said: [],
        poll: null,
        door: openDoor,
        showing: emptyClass.showing,
        pacing: boardPacing(emptyClass, 0),
      }
      reply({ ok: true, board })
    })
  })
  setInterval(() => {
    if (changed.size === 0) return
    const delta = { from: told, seq, students: [], cells: [...changed.values()] }
    told = seq
    changed.clear()
    for (const socket of io.of('/board').sockets.values()) socket.emit('delta', delta, () => {})
  }, beatMs)

  http.listen(Number(process.env.PORT), '127.0.0.1', () => {
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    console.log(`Students: ${origin}\nTeacher: ${origin}/nobody`)
  })
}
