import { existsSync } from 'node:fs'
import fc from 'fast-check'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { DoorSetting } from '@/lib/protocol/people'
import { Refusal } from '@/lib/protocol/replies'
import type { Ask } from '@/lib/protocol/wire/contract'
import { contracts } from '@/lib/protocol/wire/contracts'
import { fitting, spoiled } from './from-schema'
import { httpRoutes } from './matrix/http-routes'
import { Cast } from './matrix/roles'
import { ask, boardOf, School, submitted } from './school'

/** `CHALKGRAD_SEED=… npx vitest run tests/integration/fuzz.test.ts` sends the same messages again. */
const seed = Number(process.env.CHALKGRAD_SEED ?? Math.floor(Math.random() * 2 ** 31))
const numRuns = 60
/** A connection may send 80 at once; its messages are to be read, not refused for their number. */
const eachConnection = 40

let school: School
let cast: Cast

beforeAll(async () => {
  console.info(`fuzzing with CHALKGRAD_SEED=${seed}`)
  school = await School.fresh()
  cast = await Cast.of(school)
})
afterAll(async () => {
  expect(school.alive, school.log).toBe(true)
  expect(school.log).not.toMatch(/failed:|could not be/)
  await school.close()
})

/** Texts that mean something here. */
const known = () => [
  ...cast.opened.versions,
  school.drawn,
  cast.student,
  cast.opened.id,
  'L',
  'z',
  'no such step',
  '1',
  '3',
]

/** Fitting messages and spoiled ones, half and half. */
function messages(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const good = fitting(schema, known())
  return fc.oneof(good, spoiled(good))
}

/** Every message has to get an answer, and not one that says that something broke inside. */
function expectAnswer(reply: unknown, sent: unknown): void {
  const words = `seed ${seed}, sent ${JSON.stringify(sent)?.slice(0, 300)}`
  if (typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true) return
  const refusal = Refusal.safeParse(reply)
  expect(refusal.success, `${words}: answered ${JSON.stringify(reply)?.slice(0, 300)}`).toBe(true)
  expect(refusal.data?.code, words).not.toBe('failed')
}

/** The only command after which the class is gone. */
function endsTheClass(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'do' in message && message.do === 'delete-class'
}

/** Sends all of them, on connections that are renewed before they would be too many for one. */
async function fuzz(event: string, schema: z.ZodMiniType, connect: () => Promise<Socket>): Promise<void> {
  let socket = await connect()
  let sent = 0
  await fc.assert(
    fc.asyncProperty(messages(schema), async message => {
      fc.pre(!endsTheClass(message))
      if (sent++ % eachConnection === eachConnection - 1 || !socket.connected) {
        socket.close()
        socket = await connect()
      }
      expectAnswer(await ask(socket, event, message), message)
    }),
    { numRuns, seed, endOnFailure: true },
  )
  socket.close()
}

async function goesOn(): Promise<void> {
  expect(school.alive, school.log).toBe(true)
  expect(await (await fetch(`${school.origin}/api/health`)).json()).toEqual({ ok: true })
  const owner = await cast.jar('owner')
  const board = await school.board(owner, cast.opened.id)
  // Whatever a fuzzed command has made of the class.
  for (const command of [
    { do: 'homework', dueAt: null, late: false },
    { do: 'open', on: null },
    { do: 'pause', paused: false },
    { do: 'time', ms: null, on: null },
    { do: 'cap', attempts: null },
    { do: 'numbers', own: false },
    { do: 'release', version: cast.version, steps: null, released: true },
    { do: 'release', version: cast.version, steps: ['z', 'L'], released: true },
  ]) {
    await ask(board, 'pace', command)
  }
  for (const setting of DoorSetting.options) await ask(board, 'people', { do: 'set', setting, on: false })
  for (const command of [
    { do: 'code', to: 'open' },
    { do: 'roster', text: '' },
  ])
    await ask(board, 'people', command)
  const { code } = (await boardOf(board)).class
  expect(await ask(board, 'choose', { versions: cast.opened.versions })).toMatchObject({ ok: true })
  board.close()
  const { jar } = await school.join(code, 'Somebody else')
  const desk = await school.desk(jar, cast.opened.id)
  const reply = await submitted(desk, cast.version, 'L', ['3'])
  // A step that a fuzzed command has revealed takes no more answers: that is an answer too.
  if (reply.ok) expect(reply).toMatchObject({ result: { verdict: 'right' } })
  else expect(reply).toMatchObject({ code: 'closed' })
  desk.close()
}

describe('messages of every shape to every event: all are answered, and the class goes on', () => {
  test.each(Object.entries<Ask>(contracts.desk.asks))('/desk %s', async (event, { question }) => {
    await fuzz(event, question, async () => {
      const { jar } = await school.join(cast.opened.code, 'Fuzz')
      return school.desk(jar, cast.opened.id)
    })
    await goesOn()
  })

  test.each(Object.entries<Ask>(contracts.board.asks))('/board %s', async (event, { question }) => {
    const owner = await cast.jar('owner')
    await fuzz(event, question, () => school.board(owner, cast.opened.id))
    await goesOn()
  })
})

describe('bodies of every shape to every route: all are answered', () => {
  // Files are read by the true workers, where they were built.
  const built = existsSync('build/worker.js')
  const posts = Object.entries(httpRoutes).filter(
    ([route, row]) => row.schema !== null && !row.path && (built || !route.includes('/exercises')),
  )

  test.each(posts)('%s', async (route, row) => {
    const [method = '', path = ''] = route.split(' ')
    // A teacher whose passphrase may change and who may be signed out by the messages.
    const jar = await school.invited(
      await cast.jar('owner'),
      `Fuzz ${posts.findIndex(([one]) => one === route)}`,
    )
    let tries = 0
    await fc.assert(
      fc.asyncProperty(messages(row.schema as z.ZodMiniType), async message => {
        // What would be too large for one request is refused by the guard; what JSON cannot say is not sent.
        const body = JSON.stringify(message) ?? ''
        if (body.length > 200_000) return
        tries += 1
        const response = await fetch(school.origin + path, {
          method,
          headers: {
            'Content-Type': 'application/json',
            Origin: school.origin,
            Cookie: jar.header,
            // Wrong tries have a budget for each address.
            'X-Forwarded-For': `10.0.${tries % 200}.1`,
          },
          body,
        })
        expectAnswer(await response.json(), message)
      }),
      { numRuns, seed, endOnFailure: true },
    )
    await goesOn()
  })
})

test('what makes fitting messages makes only those', () => {
  for (const { asks } of Object.values(contracts)) {
    for (const { question } of Object.values<Ask>(asks)) {
      fc.assert(
        fc.property(fitting(question, known()), message => question.safeParse(message).success),
        { numRuns: 200, seed },
      )
    }
  }
})
