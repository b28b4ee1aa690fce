import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/protocol/ids'
import type { Ask } from '@/lib/protocol/wire/contract'
import { contracts } from '@/lib/protocol/wire/contracts'
import { boardEvents } from './matrix/board-events'
import { apiRoutes, methodsOf } from './matrix/declared'
import { deskEvents } from './matrix/desk-events'
import { doorEvents } from './matrix/door-events'
import { httpRoutes } from './matrix/http-routes'
import { projectorEvents } from './matrix/projector-events'
import { Cast, type Code, codeOf, type EventRow, type Role, roles, studentsEnds } from './matrix/roles'
import { ask, connected, Jar, School, turnedDown } from './school'

/** By the name of the contract: a new namespace is one line here and a table. */
const tables = {
  desk: deskEvents,
  board: boardEvents,
  projector: projectorEvents,
  door: doorEvents,
} as const satisfies Record<keyof typeof contracts, unknown>

const ends = Object.entries(contracts).map(([name, contract]) => ({
  contract,
  events: tables[name as keyof typeof contracts] as Readonly<Record<string, readonly EventRow[]>>,
}))

const rowsOf = (events: object): [event: string, row: EventRow][] =>
  Object.entries(events as Record<string, readonly EventRow[]>).flatMap(([event, rows]) =>
    rows.map((row): [string, EventRow] => [event, row]),
  )

let school: School
let cast: Cast

beforeAll(async () => {
  school = await School.fresh()
  cast = await Cast.of(school)
})
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  await school.close()
})

describe('the tables are whole', () => {
  test('every event that lib/protocol declares has a row, and no row is of an event that is gone', () => {
    for (const { contract, events } of ends) {
      const named = Object.keys(contract.asks)
      for (const event of named) {
        expect(
          Object.hasOwn(events, event),
          `${contract.namespace} ${event} has no row in tests/integration/matrix: say who may send it, and what everybody else is told`,
        ).toBe(true)
      }
      expect(Object.keys(events).sort()).toEqual(named.sort())
    }
  })

  test('every route under app/api has a row, and no row is of a route that is gone', () => {
    const served = apiRoutes().flatMap(route => methodsOf(route).map(method => `${method} ${route.path}`))
    expect(served.length).toBeGreaterThan(10)
    for (const route of served) {
      expect(
        Object.hasOwn(httpRoutes, route),
        `${route} has no row in tests/integration/matrix/http-routes.ts: say who may ask for it, and what everybody else is told`,
      ).toBe(true)
    }
    expect(Object.keys(httpRoutes).sort()).toEqual(served.sort())
  })

  test('the message of each row fits its schema', () => {
    for (const { contract, events } of ends) {
      for (const [event, row] of rowsOf(events)) {
        const ask: Ask | undefined = (contract.asks as Readonly<Record<string, Ask>>)[event]
        for (const message of row.messages(cast)) {
          expect(ask?.question.safeParse(message).success, `${event}: ${JSON.stringify(message)}`).toBe(true)
        }
      }
    }
  })
})

describe.each(ends)('$contract.namespace: every event x every role', ({ contract, events }) => {
  const { namespace } = contract
  test.each(rowsOf(events))('%s', async (_event, row) => {
    const event = _event
    const told: Partial<Record<Role, Code>> = {}
    for (const role of roles) {
      const codes = new Set<Code>()
      for (const message of row.messages(cast)) codes.add(await cast.reply(role, contract, event, message))
      expect(codes.size, `${role} is told different things: ${[...codes].join(', ')}`).toBe(1)
      told[role] = [...codes][0] as Code
    }
    expect(told).toEqual(row.replies)
  })

  test('whoever signs out while connected is told, cut, and not let in again', async () => {
    const role: Role = studentsEnds.includes(namespace) ? 'student' : 'coTeacher'
    const jar = await cast.jar(role, true)
    const kept = new Jar()
    for (const [name, value] of jar.cookies) kept.cookies.set(name, value)
    const socket = await connected(school.socket(namespace, jar, { class: cast.opened.id }))
    const [ended, cut] = ['ended', 'disconnect'].map(
      event => new Promise(resolve => socket.once(event, resolve)),
    )
    if (studentsEnds.includes(namespace)) await school.post('/api/leave', { class: cast.opened.id }, jar)
    else await school.post('/api/teach/sign-out', {}, jar)
    await ended
    await cut
    const error = await turnedDown(school.socket(namespace, kept, { class: cast.opened.id }))
    expect(codeOf(error.data as object)).toBe('signed-out')
  })
})

/** Names that mean nothing here: the server's own events, events of other namespaces, and names of no event. */
function foreign(own: object): string[] {
  const known = ends.flatMap(({ contract: { asks, news } }) => [...Object.keys(asks), ...Object.keys(news)])
  return [...new Set([...known, 'constructor', '__proto__', 'toString', 'no such event', ''])].filter(
    event => !Object.hasOwn(own, event),
  )
}

test.each(ends)('$contract.namespace: every other name is refused, whoever sends it', async table => {
  for (const role of roles) {
    const socket = await cast.connection(role, table.contract)
    if (typeof socket === 'string') continue
    for (const event of foreign(table.events)) {
      for (const message of [{}, ...messagesOf(event)]) {
        expect(codeOf(await ask(socket, event, message)), `${role} sends ${event}`).toBe('forbidden')
      }
    }
    socket.close()
  }
})

/** Messages that an event of this name takes where it is known. */
function messagesOf(event: string): readonly object[] {
  return ends.flatMap(({ events }) =>
    rowsOf(events).flatMap(([name, row]) => (name === event ? row.messages(cast).slice(0, 1) : [])),
  )
}

test('a co-teacher who is taken off the class meanwhile is refused from the next event on', async () => {
  try {
    for (const [event, row] of rowsOf(boardEvents)) {
      let code: Code | 'cut' = 'cut'
      // Every few seconds the connections of those who may not be here are cut, maybe in this very moment.
      for (let tries = 0; tries < 5 && code === 'cut'; tries += 1) {
        await cast.nameCoTeacher(true)
        const board = (await cast.connection('coTeacher', contracts.board)) as Socket
        await cast.nameCoTeacher(false)
        const [message] = row.messages(cast)
        const cut = new Promise<'cut'>(resolve => board.once('disconnect', () => resolve('cut')))
        code = await Promise.race([ask(board, event, message).then(reply => codeOf(reply as object)), cut])
        board.close()
      }
      expect(code, event).toBe('forbidden')
    }
  } finally {
    await cast.nameCoTeacher(true)
  }
})

describe('every route x every role', () => {
  test.each(Object.entries(httpRoutes))('%s', async (route, row) => {
    const [method = '', path = ''] = route.split(' ')
    const told: Partial<Record<Role, Code>> = {}
    for (const role of roles) {
      const jar = await cast.jar(role, row.ends)
      const sent = new Jar()
      for (const [name, value] of jar.cookies) sent.cookies.set(name, value)
      const url = school.origin + (row.path?.(cast) ?? path)
      const response = await fetch(url, {
        method,
        headers: { 'Content-Type': 'application/json', Origin: school.origin, Cookie: sent.header },
        ...(row.schema && { body: JSON.stringify(row.body(cast, role)) }),
      })
      // What is no JSON is a file, handed out.
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      told[role] = isJson ? codeOf((await response.json()) as object) : response.ok ? 'ok' : 'failed'
      expect(response.ok).toBe(told[role] === 'ok')
    }
    if (row.ends) cast.forget()
    expect(told).toEqual(row.replies)
  })
})

test('no cookie, a cookie of no session, of the other role, of another class: no connection', async () => {
  const { opened, other } = cast
  const [ada, owner] = [await cast.jar('student'), await cast.jar('owner')]
  const [[deskName, value]] = [...ada.cookies] as [[string, string]]
  expect(deskName).toContain(opened.id)
  const { teacherCookie } = school
  const forged = new Jar()
  forged.cookies.set(deskName, 'A'.repeat(43))
  forged.cookies.set(teacherCookie, 'x'.repeat(43))
  const swapped = new Jar()
  swapped.cookies.set(deskName.replace(opened.id, other.id), value)
  swapped.cookies.set(teacherCookie, value)
  const tries: [namespace: '/desk' | '/board' | '/projector', jar: Jar, auth: object, code: string][] = [
    ['/desk', new Jar(), { class: opened.id }, 'signed-out'],
    ['/desk', forged, { class: opened.id }, 'signed-out'],
    ['/desk', owner, { class: opened.id }, 'signed-out'],
    ['/desk', ada, { class: other.id }, 'signed-out'],
    ['/desk', await cast.jar('elsewhere'), { class: opened.id }, 'signed-out'],
    ['/desk', swapped, { class: other.id }, 'signed-out'],
    ['/desk', ada, { class: newId() }, 'signed-out'],
    ['/desk', ada, {}, 'malformed'],
    ['/desk', ada, { class: opened.id, student: 'ben' }, 'malformed'],
    ['/desk', ada, { class: { $ne: '' } }, 'malformed'],
    ['/board', new Jar(), { class: opened.id }, 'signed-out'],
    ['/board', forged, { class: opened.id }, 'signed-out'],
    ['/board', ada, { class: opened.id }, 'signed-out'],
    ['/board', swapped, { class: opened.id }, 'signed-out'],
    ['/board', owner, { class: newId() }, 'forbidden'],
    ['/board', await cast.jar('stranger'), { class: opened.id }, 'forbidden'],
    ['/projector', new Jar(), { class: opened.id }, 'signed-out'],
    ['/projector', forged, { class: opened.id }, 'signed-out'],
    ['/projector', ada, { class: opened.id }, 'signed-out'],
    ['/projector', owner, { class: newId() }, 'forbidden'],
    ['/projector', owner, {}, 'malformed'],
  ]
  for (const [at, [namespace, jar, auth, code]] of tries.entries()) {
    const error = await turnedDown(school.socket(namespace, jar, auth))
    expect(error.data, `try ${at}`).toMatchObject({ code, message: expect.stringMatching(/\w+ \w+/) })
  }
})
