import { connect } from 'node:net'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '@/lib/protocol/ids'
import { limits } from '@/lib/protocol/limits'
import { Refusal } from '@/lib/protocol/replies'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, Jar, type OpenedClass, School, submitted, turnedDown } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let ada: Jar
let first: string

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  ada = (await school.join(opened.code, 'Ada')).jar
})
boardsAgreeWithRows(() => school)
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  await school.close()
})

/** Whatever was done, the class goes on for somebody else. */
async function goesOn(): Promise<void> {
  const { jar } = await school.join(opened.code, 'Somebody else')
  const desk = await school.desk(jar, opened.id)
  expect(await submitted(desk, first, 'L', ['3'])).toMatchObject({ ok: true, result: { verdict: 'right' } })
  desk.close()
}

describe('messages that fit no schema', () => {
  const address = () => ({ version: first, step: 'L' })
  const pick = () => ({ student: newId(), id: newId() })
  const answers = () => ({ what: 'answers', ...address(), marks: true })
  const solution = () => ({ what: 'solution', ...address(), seed: null, lines: 1 })
  const bad: [name: string, event: string, message: () => unknown][] = [
    ['nothing', 'submit', () => undefined],
    ['null', 'submit', () => null],
    ['a text', 'submit', () => 'submit'],
    ['a number', 'submit', () => 7],
    ['an array', 'submit', () => [[]]],
    ['a missing id', 'submit', () => ({ ...address(), cells: ['3'] })],
    ['an id of another form', 'submit', () => ({ ...address(), id: 'x', cells: ['3'] })],
    ['an id that is an object', 'submit', () => ({ ...address(), id: { toString: 'x' }, cells: ['3'] })],
    ['no cells', 'submit', () => ({ ...address(), id: newId(), cells: [] })],
    ['cells that are no texts', 'submit', () => ({ ...address(), id: newId(), cells: [3] })],
    [
      'a cell longer than all may be together',
      'submit',
      () => ({ ...address(), id: newId(), cells: ['3'.repeat(limits.submissionChars + 1)] }),
    ],
    ['4,097 cells', 'submit', () => ({ ...address(), id: newId(), cells: new Array(4097).fill('3') })],
    ['a command of no kind', 'pace', () => ({ do: 'everything' })],
    ['a command with more', 'pace', () => ({ do: 'hold', by: 'me' })],
    ['a cap of nothing', 'pace', () => ({ do: 'cap', attempts: 0 })],
    ['a time of no length', 'pace', () => ({ do: 'time', ms: -5, on: null })],
    ['a time without end', 'pace', () => ({ do: 'time', ms: 1e12, on: null })],
    ['a release of no steps', 'pace', () => ({ do: 'release', ...address(), steps: [], released: true })],
    ['a scene of no kind', 'show', () => ({ scene: { what: 'everything' } })],
    [
      'a scene of three answers',
      'show',
      () => ({ scene: { ...answers(), picks: [pick(), pick(), pick()] } }),
    ],
    ['a scene of no answer', 'show', () => ({ scene: { ...answers(), picks: [] } })],
    ['a pick by name', 'show', () => ({ scene: { ...answers(), picks: [{ ...pick(), name: 'Ada' }] } })],
    ['a line before the first', 'show', () => ({ scene: { ...solution(), lines: -1 } })],
    ['half a line', 'show', () => ({ scene: { ...solution(), lines: 0.5 } })],
    ['a seed of nobody', 'worked', () => ({ ...address(), seed: 0 })],
    ['a hint to nothing', 'hint', () => ({})],
    ['a hand that is neither', 'hand', () => ({ up: 'maybe' })],
    ["somebody else's hand", 'hand', () => ({ up: true, student: newId() })],
    ['a look that is none', 'attend', () => ({ visible: 1 })],
    ['no mistake at all', 'typed', () => ({ ...address(), mistake: '' })],
    ['a mistake that is a book', 'typed', () => ({ ...address(), mistake: 'x'.repeat(61) })],
    ['a desk of nobody', 'desk', () => ({ version: first })],
    ['a hand of no form', 'lower', () => ({ student: 'ada' })],
    ['a message to nobody', 'say', () => ({ do: 'say', to: [], text: 'hello', on: null })],
    ['a message of no end', 'say', () => ({ do: 'say', to: null, text: 'x'.repeat(3000), on: null })],
    ['a message of nothing', 'say', () => ({ do: 'say', to: null, text: '\u200B', on: null })],
    ['a message by another', 'say', () => ({ do: 'say', to: null, text: 'hello', on: null, who: 'me' })],
    [
      'a question with one answer',
      'poll',
      () => ({ do: 'open', on: address(), question: '?', answers: [['1']], right: true }),
    ],
    ['a vote for somebody else', 'vote', () => ({ poll: 1, choice: 0, student: 'ben' })],
    ['a vote for the middle of two', 'vote', () => ({ poll: 1, choice: 0.5 })],
    ['a solution to nothing', 'solution', () => ({})],
    ['somebody else named', 'submit', () => ({ ...address(), id: newId(), cells: ['3'], student: 'ben' })],
    [
      'a verdict brought along',
      'submit',
      () => ({ ...address(), id: newId(), cells: ['3'], verdict: 'right' }),
    ],
    [
      'a step of 201 characters',
      'submit',
      () => ({ version: first, step: 'x'.repeat(201), id: newId(), cells: ['3'] }),
    ],
    ['bytes', 'submit', () => Buffer.from('submit')],
    ['a buffer in a cell', 'submit', () => ({ ...address(), id: newId(), cells: [Buffer.from('3')] })],
    ['something in an empty message', 'enter', () => ({ as: 'ben' })],
    ['a version that is a path', 'working', () => ({ version: '../../../../etc/passwd', step: 'L' })],
  ]

  test.each(bad)('%s', async (_name, event, message) => {
    const ofBoard = ['pace', 'typed', 'desk', 'lower', 'say', 'poll', 'show', 'worked'].includes(event)
    const socket = ofBoard ? await school.board(owner, opened.id) : await school.desk(ada, opened.id)
    const answer = await ask(socket, event, message())
    expect(Refusal.parse(answer)).toMatchObject({ ok: false, code: 'malformed' })
    socket.close()
  })

  test('all cells together too long, or more parts than one, or no acknowledgement asked for', async () => {
    const { jar } = await school.join(opened.code, 'Long')
    const desk = await school.desk(jar, opened.id)
    const long = new Array(400).fill('3'.repeat(200))
    expect(await submitted(desk, first, 'L', long)).toMatchObject({ ok: false, code: 'too-large' })
    // [G2] One long cell goes to the reader like any other, which refuses it at the cell.
    const one = await submitted(desk, first, 'z', ['?', '3'.repeat(60_000)])
    expect(one).toMatchObject({ ok: true, counted: false })
    expect(await desk.timeout(5000).emitWithAck('submit', {}, {})).toMatchObject({
      ok: false,
      code: 'malformed',
    })
    expect(await desk.timeout(5000).emitWithAck('enter')).toMatchObject({ ok: false, code: 'malformed' })
    desk.emit('submit', { id: newId(), version: first, step: 'L', cells: ['3'] })
    desk.emit('no such event')
    expect((await deskOf(desk)).records).toEqual([])
    desk.close()
  })

  test('a message past every limit cuts its own connection alone', async () => {
    const { jar } = await school.join(opened.code, 'Huge')
    const desk = await school.desk(jar, opened.id)
    const cut = new Promise(resolve => desk.once('disconnect', resolve))
    desk.emit('submit', 'x'.repeat(2_000_000))
    await cut
    desk.close()
    await goesOn()
  })

  test('packets that are none of the protocol', async () => {
    const headers = { Origin: school.origin, 'Content-Type': 'text/plain' }
    for (const text of [
      '',
      '4',
      '42',
      '42/desk,',
      '42/desk,["submit"',
      '451-/desk,[',
      '9'.repeat(5000),
      '\u0000',
    ]) {
      const polling = `${school.origin}/socket.io/?EIO=4&transport=polling`
      const opening = await (await fetch(polling)).text()
      const { sid } = JSON.parse(opening.slice(1)) as { sid: string }
      const answer = await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: text, headers })
      expect(answer.status).toBeLessThan(500)
    }
    await goesOn()
  })
})

describe('floods', () => {
  test('too many answers: some are counted, the others are told when to try again, nothing is lost', async () => {
    const { jar } = await school.join(opened.code, 'Hasty')
    const desk = await school.desk(jar, opened.id)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => submitted(desk, first, 'z', ['1', String(n)])),
    )
    const counted = answers.filter(answer => answer.ok)
    expect(counted.length).toBeGreaterThanOrEqual(20)
    expect(counted.length).toBeLessThan(30)
    for (const answer of answers) {
      if (!answer.ok) expect(answer).toMatchObject({ code: 'too-fast', retryInMs: expect.any(Number) })
    }
    expect((await deskOf(desk)).records).toMatchObject([{ attempt: counted.length }])
    desk.close()
  })

  test('whoever goes on flooding is cut off, and the class goes on meanwhile', async () => {
    const { jar } = await school.join(opened.code, 'Flood')
    const desk = await school.desk(jar, opened.id)
    const cut = new Promise(resolve => desk.once('disconnect', resolve))
    for (let n = 0; n < 2000; n += 1) desk.emit('working', { version: first, step: 'L' }, () => {})
    await goesOn()
    await cut
    desk.close()
  })

  test('one student cannot open pages without end', async () => {
    const { jar } = await school.join(opened.code, 'Many pages')
    const pages = await Promise.all(Array.from({ length: 12 }, () => school.desk(jar, opened.id)))
    const error = await turnedDown(school.socket('/desk', jar, { class: opened.id }))
    expect(error.data).toMatchObject({ code: 'too-fast' })
    for (const page of pages) page.close()
  })
})

/** The engine of a client's connection, and the websocket under it: below what Socket.IO lets one send. */
function below(socket: Socket) {
  const { engine } = socket.io as unknown as {
    engine: {
      write(packet: string): void
      transport: { ws: { ping(): void } }
    }
  }
  return { write: (packet: string) => engine.write(packet), websocket: engine.transport.ws }
}

describe('floods below the events', () => {
  test.each([
    ['namespaces asked for', (desk: Socket, n: number) => below(desk).write(`0/x${n},`)],
    ['packets of no sense', (desk: Socket, n: number) => below(desk).write(`1/desk${n},`)],
    ['websocket pings', (desk: Socket) => below(desk).websocket.ping()],
  ])('%s: cut off', async (_what, send) => {
    const { jar } = await school.join(opened.code, 'Below')
    const desk = await school.desk(jar, opened.id)
    const cut = new Promise(resolve => desk.once('disconnect', resolve))
    for (let n = 0; n < 400; n += 1) send(desk, n)
    await cut
    desk.close()
    await goesOn()
  })

  test('an upgrade that is no Socket.IO’s is not left hanging', async () => {
    for (const path of ['/socket.iox', '/anything']) {
      const socket = connect(school.port, '127.0.0.1')
      const closed = new Promise(resolve => socket.once('close', resolve))
      socket.on('error', () => {})
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${school.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: ${school.origin}\r\n\r\n`,
      )
      await closed
    }
  })
})

describe('other sites', () => {
  test.each([
    ['another site', 'http://evil.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['null', 'null'],
  ])('a request from %s changes nothing', async (_name, origin) => {
    const { status, json } = await school.post('/api/teach/classes', { title: 'Mine' }, owner, {
      Origin: origin,
    })
    expect([status, json.code]).toEqual([403, 'forbidden'])
  })

  test('neither does one without an origin', async () => {
    const response = await fetch(`${school.origin}/api/teach/classes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: owner.header },
      body: '{"title":"Mine"}',
    })
    expect(response.status).toBe(403)
  })

  test('a websocket of another site, or of none, is not opened', async () => {
    for (const Origin of ['http://evil.example', 'null', '']) {
      await turnedDown(school.socket('/desk', ada, { class: opened.id }, { Origin }))
    }
  })

  test('every response carries the security headers, refusals and polling too', async () => {
    for (const path of [
      '/api/join',
      '/no/such/page',
      '/socket.io/?EIO=4&transport=polling',
      '/socket.io/?EIO=4&transport=polling&sid=none',
      '/socket.io/',
      '/%E0%A4%A',
    ]) {
      const { headers } = await fetch(school.origin + path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    }
    const { headers } = await school.post('/api/join', '{', new Jar(), { Origin: 'http://evil.example' })
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+';/)
  })
})

test('an address that cannot be decoded is told so', async () => {
  const answer = await fetch(`${school.origin}/join/%E0%A4%A`)
  expect([answer.status, Refusal.parse(await answer.json()).code]).toEqual([400, 'malformed'])
})

describe('bodies', () => {
  test('too large a body is refused before it is read', async () => {
    const socket = connect(school.port, '127.0.0.1')
    const answer = new Promise<string>(resolve => {
      let text = ''
      socket.on('data', chunk => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
    })
    // Only the head is sent, so an answer shows that the body was not waited for.
    socket.write(
      `POST /api/join HTTP/1.1\r\nHost: 127.0.0.1:${school.port}\r\nOrigin: ${school.origin}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{',
    )
    expect(await answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too-large"/)
  })

  test.each([
    ['no JSON', '{"code":'],
    ['another shape', '[]'],
    ['a field too many', '{"code":"K7MX4RQ","name":"Ada","id":"x"}'],
    ['a field of another type', '{"code":["K7MX4RQ"],"name":"Ada"}'],
    ['deep nesting', '['.repeat(100_000)],
    ['a name past all sense', JSON.stringify({ code: 'K7MX4RQ', name: 'x'.repeat(30_000) })],
  ])('%s is told and changes nothing', async (_name, body) => {
    const { status, json } = await school.post('/api/join', body)
    expect([status, json.code]).toEqual([400, 'malformed'])
  })

  test('a body that says it is something else than JSON', async () => {
    const answer = await school.post('/api/join', '{}', new Jar(), { 'Content-Type': 'text/plain' })
    expect(answer.status).toBe(400)
  })
})

describe('two teachers', () => {
  test('neither sees or changes the other’s class; a co-teacher does until taken off it', async () => {
    const eve = await school.invited(owner, 'Eve')
    const hers = await school.openClass(eve, 'Hers')
    const { jar } = await school.join(hers.code, 'Ada')
    const desk = await school.desk(jar, hers.id)
    await submitted(desk, first, 'L', ['3'])
    const { student } = await deskOf(desk)

    // The owner of the installation is no teacher of her class, nor she of the owner's.
    for (const [teacher, id] of [
      [owner, hers.id],
      [eve, opened.id],
    ] as const) {
      const error = await turnedDown(school.socket('/board', teacher, { class: id }))
      expect(error.data).toMatchObject({ code: 'forbidden' })
    }
    const own = await school.board(owner, opened.id)
    const asked = { version: first, step: 'L', student: student.id }
    expect(await ask(own, 'attempts', asked)).toMatchObject({ ok: false, code: 'not-found' })

    const fay = await school.invited(owner, 'Fay')
    const named = async (by: Jar, is: boolean) =>
      school.post('/api/teach/co-teachers', { class: hers.id, teacher: await idOf('Fay'), named: is }, by)
    expect((await named(fay, true)).status).toBe(404)
    expect((await named(owner, true)).status).toBe(404)
    expect((await named(eve, true)).status).toBe(200)
    const board = await school.board(fay, hers.id)
    expect((await boardOf(board)).students).toHaveLength(1)
    const ended = new Promise<{ message: string }>(resolve => board.once('ended', resolve))
    await named(eve, false)
    // Either the refusal or the end of the connection comes first.
    const answer = await ask(board, 'attempts', asked).catch((error: Error) => error.message)
    if (typeof answer === 'string') expect(answer).toContain('disconnected')
    else expect(answer).toMatchObject({ ok: false, code: 'forbidden' })
    expect((await ended).message).toContain('no longer yours')
    await vi.waitFor(() => expect(board.connected).toBe(false))
    desk.close()
    own.close()
  })

  async function idOf(name: string): Promise<string> {
    const rows = await school.rows<{ id: string; name: string }>('SELECT id, name FROM Teacher')
    return rows.find(row => row.name === name)?.id ?? ''
  }

  test('only the owner invites; signing out ends the board', async () => {
    const gil = await school.invited(owner, 'Gil')
    expect((await school.post('/api/teach/invite', {}, gil)).status).toBe(403)
    expect((await school.post('/api/teach/invite', {}, ada)).status).toBe(401)
    const his = await school.openClass(gil, 'His')
    const board = await school.board(gil, his.id)
    const ended = new Promise(resolve => board.once('ended', resolve))
    await school.post('/api/teach/sign-out', {}, gil)
    await ended
    expect(gil.header).toBe('')
  })
})

test('leaving a desk ends its session everywhere it is connected', async () => {
  const { jar } = await school.join(opened.code, 'Leaver')
  const kept = new Jar()
  for (const [name, value] of jar.cookies) kept.cookies.set(name, value)
  const desk = await school.desk(jar, opened.id)
  const ended = new Promise(resolve => desk.once('ended', resolve))
  await school.post('/api/leave', { class: opened.id }, jar)
  await ended
  expect(jar.header).toBe('')
  expect((await turnedDown(school.socket('/desk', kept, { class: opened.id }))).data).toMatchObject({
    code: 'signed-out',
  })
})

test('nothing personal and no secret is in the log', async () => {
  await goesOn()
  const tokens = [...owner.cookies.values(), ...ada.cookies.values()]
  for (const word of ['Ada', 'Somebody', 'Flood', opened.code, ...tokens])
    expect(school.log).not.toContain(word)
})
