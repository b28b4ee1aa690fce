import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { flowers } from '@/lib/classroom/pseudonyms'
import type { Attempt } from '@/lib/protocol/board-asks'
import { newId } from '@/lib/protocol/ids'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { type PickedAnswer, ProjectorView, type ShowCommand } from '@/lib/protocol/projector'
import type { SolutionLine } from '@/lib/protocol/solution'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, connected, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

const names = ['Ada', 'Benedikt', 'Cleopatra']

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
let jars: Jar[]
let desks: Socket[]
let board: Socket
let projector: Socket
/** The latest view of the projector, and everything that came to its socket, as text. */
let shown: ProjectorView
let views: number
let bytes: string

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  jars = []
  for (const name of names) jars.push((await school.join(opened.code, name)).jar)
  bytes = ''
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  desks = []
  // One after the other, as they joined: a live board has them in the order in which they came.
  for (const jar of jars) desks.push(await school.desk(jar, opened.id))
  board = await school.board(owner, opened.id)
  projector = await connected(school.socket('/projector', owner, { class: opened.id }))
  projector.io.engine.on('packet', packet => {
    bytes += String(packet.data ?? '')
  })
  views = 0
  projector.on('view', (view, done) => {
    // What a browser would refuse is refused here.
    shown = ProjectorView.parse(view)
    views += 1
    done()
  })
  expect(await ask(projector, 'enter', {})).toEqual({ ok: true })
}

function everybodyGoes(): void {
  for (const socket of [...desks, board, projector]) socket.close()
}

async function restarted(): Promise<void> {
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()
}

async function shows(command: ShowCommand): Promise<void> {
  expect(await ask(board, 'show', command)).toEqual({ ok: true })
}

const paced = async (command: PacingCommand) =>
  expect(await ask(board, 'pace', command)).toEqual({ ok: true })

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 30 })

/** The latest answer of a student at a step, as a board points at it. */
async function latest(name: string, step: string): Promise<PickedAnswer> {
  const student = (await boardOf(board)).students.find(one => one.name === name)?.id as string
  const reply = await ask<{ attempts: Attempt[] }>(board, 'attempts', { student, version: first, step })
  return { student, id: (reply.ok && reply.attempts.at(-1)?.id) as string }
}

const sceneOf = <What extends ProjectorView['scene']['what']>(what: What) => {
  if (shown.scene.what !== what) throw new Error(`the projector shows ${shown.scene.what}`)
  return shown.scene as Extract<ProjectorView['scene'], { what: What }>
}

describe('what is on the projector', () => {
  test('a code at first; then what the board says, again after a restart, and on both of two boards', async () => {
    await until(() => expect(shown).toMatchObject({ code: opened.code, scene: { what: 'join' }, here: 3 }))
    await shows({ scene: { what: 'network', version: first } })
    await until(() => expect(sceneOf('network').exercise?.version).toBe(first))
    await shows({ people: 'beside' })
    await until(() => expect(shown.grid?.rows).toHaveLength(3))
    // The picture is sent once, and again to a page that comes anew.
    expect(sceneOf('network').exercise).toBeUndefined()
    await restarted()
    await until(() => expect(sceneOf('network').exercise?.version).toBe(first))
    expect(shown.grid?.rows).toHaveLength(3)
    const other = await school.board(owner, opened.id)
    expect((await boardOf(other)).showing).toEqual({
      scene: { what: 'network', version: first },
      people: 'beside',
    })
    other.close()
  })

  test('the class on the network and in the grid, live', async () => {
    await shows({ scene: { what: 'network', version: first } })
    await submitted(desks[0] as Socket, first, 'z', ['1', '2'])
    await submitted(desks[1] as Socket, first, 'z', ['1', '7'])
    await submitted(desks[1] as Socket, first, 'L', ['8'])
    await ask(desks[2] as Socket, 'working', { version: first, step: 'z' })
    await until(() =>
      expect(sceneOf('network').standings).toEqual([
        { step: 'z', right: 1, follows: 0, answered: 0, wrong: 1, working: 1, revealed: 0, of: 3 },
        { step: 'L', right: 0, follows: 1, answered: 0, wrong: 0, working: 0, revealed: 0, of: 3 },
      ]),
    )
    await shows({ scene: { what: 'grid', version: first } })
    await until(() => expect(shown.grid?.rows).toHaveLength(3))
    const rows = shown.grid?.rows ?? []
    expect(rows.map(({ flower }) => flower)).toEqual(rows.map(({ flower }) => flower).sort())
    expect(rows.map(({ cells }) => cells.map(({ state }) => state).join(' ')).sort()).toEqual([
      'right untouched',
      'working untouched',
      'wrong follows',
    ])
    const before = JSON.stringify(rows.map(({ flower }) => flower))
    await restarted()
    await until(() => expect(JSON.stringify(shown.grid?.rows.map(({ flower }) => flower))).toBe(before))
  })

  test('hidden: no head count and no grid, and the network in percent', async () => {
    await submitted(desks[0] as Socket, first, 'z', ['1', '2'])
    await shows({ scene: { what: 'grid', version: first }, people: 'hidden' })
    await until(() => expect(shown).toMatchObject({ here: null, grid: null, scene: { what: 'grid' } }))
    await shows({ scene: { what: 'network', version: first } })
    await until(() =>
      expect(sceneOf('network')).toMatchObject({ percent: true, standings: [{ right: 33, of: 100 }, {}] }),
    )
    expect(bytes.slice(bytes.lastIndexOf('"view"'))).not.toMatch(/"of":3|"here":3/)
  })

  test('two answers side by side, with verdicts only when they are wanted', async () => {
    await submitted(desks[0] as Socket, first, 'z', ['1', '2'])
    await submitted(desks[1] as Socket, first, 'z', ['1', '7'])
    const picks = [await latest('Ada', 'z'), await latest('Benedikt', 'z')]
    const scene = { what: 'answers', version: first, step: 'z', picks, marks: false } as const
    await shows({ scene })
    await until(() =>
      expect(sceneOf('answers').answers).toMatchObject([
        { cells: ['1', '2'], verdicts: null },
        { cells: ['1', '7'], verdicts: null },
      ]),
    )
    expect(bytes).not.toContain('"verdicts":{')
    await shows({ scene: { ...scene, marks: true } })
    await until(() =>
      expect(sceneOf('answers').answers[1]?.verdicts).toEqual({ whole: 'wrong', cells: ['right', 'wrong'] }),
    )
    const [one, two] = sceneOf('answers').answers
    expect(flowers).toContain(one?.flower)
    expect(one?.flower).not.toBe(two?.flower)
    const gone = { ...scene, picks: [{ ...(picks[0] as PickedAnswer), id: newId() }] }
    expect(await ask(board, 'show', { scene: gone })).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('a worked solution line by line, and not a line more than was shown', async () => {
    const scene = { what: 'solution', version: first, step: 'z', seed: null, lines: 0 } as const
    await shows({ scene })
    await until(() => expect(sceneOf('solution')).toMatchObject({ lines: [], of: 2, shared: true }))
    expect(bytes).not.toContain('So it is.')
    await shows({ scene: { ...scene, lines: 1 } })
    await until(() => expect(sceneOf('solution').lines.map(({ text }) => text)).toEqual(['z = 1']))
    await shows({ scene: { ...scene, lines: 2 } })
    await until(() => expect(sceneOf('solution').lines).toHaveLength(2))
    for (const wrong of [{ step: 'nothing' }, { version: newId() }]) {
      expect(await ask(board, 'show', { scene: { ...scene, ...wrong } })).toMatchObject({ ok: false })
    }
  })

  test('of numbers that the teacher picks', async () => {
    await ask(board, 'choose', { versions: [school.drawn] })
    const scene = { what: 'solution', version: school.drawn, step: 'z', seed: 77, lines: 1 } as const
    await shows({ scene })
    await until(() =>
      expect(sceneOf('solution')).toMatchObject({ lines: [{ text: 'z = 77' }], shared: false }),
    )
  })

  test('a pause and a countdown', async () => {
    await paced({ do: 'pause', paused: true })
    await paced({ do: 'time', ms: 60_000, on: null })
    await until(() => expect(shown).toMatchObject({ paused: true, countdown: { on: null } }))
    expect(shown.countdown?.remainingMs).toBeGreaterThan(40_000)
  })

  test('what is off the desks is off the wall, and verdicts held back are held back there', async () => {
    await shows({ scene: { what: 'grid', version: first } })
    await paced({ do: 'release', version: first, steps: ['L'], released: false })
    await until(() => expect(shown.grid?.steps.map(({ id }) => id)).toEqual(['z']))
    await paced({ do: 'hold' })
    bytes = ''
    await submitted(desks[0] as Socket, first, 'z', ['1', '7'])
    await until(() => expect(JSON.stringify(shown.grid?.rows)).toContain('working'))
    expect(bytes).not.toContain('"state":"wrong"')
    await paced({ do: 'open', on: null })
    await until(() => expect(JSON.stringify(shown.grid?.rows)).toContain('"state":"wrong"'))
  })

  test('what the class no longer works on is not shown any more', async () => {
    await shows({ scene: { what: 'network', version: first } })
    await until(() => expect(shown.scene.what).toBe('network'))
    await ask(board, 'choose', { versions: [opened.versions[1]] })
    await until(() => expect(shown.scene.what).toBe('join'))
  })
})

test('no byte that comes to the projector leads to a student', async () => {
  await submitted(desks[0] as Socket, first, 'z', ['1', '2'])
  await submitted(desks[1] as Socket, first, 'z', ['1', 'slip'])
  const picks = [await latest('Ada', 'z'), await latest('Benedikt', 'z')]
  const on = { version: first, step: 'z' }
  const scenes: ShowCommand['scene'][] = [
    { what: 'join' },
    { what: 'network', version: first },
    { what: 'grid', version: first },
    { what: 'answers', ...on, picks, marks: true },
    { what: 'solution', ...on, seed: null, lines: 2 },
  ]
  for (const people of ['beside', 'count', 'hidden'] as const) {
    for (const scene of scenes) {
      const before = views
      await shows({ scene, people })
      await until(() => expect(views).toBeGreaterThan(before))
      await until(() => expect(shown.scene.what).toBe(scene?.what))
    }
  }
  const { students } = await boardOf(board)
  expect(students).toHaveLength(3)
  expect(bytes).toContain('"what":"answers"')
  expect(bytes).toContain('slip')
  for (const { id, name } of students) {
    expect(bytes).not.toContain(id)
    expect(bytes).not.toContain(name)
  }
  for (const { id } of picks) expect(bytes).not.toContain(id)
})

test('a projector that does not listen is sent one view, and the newest when it does', async () => {
  projector.removeAllListeners('view')
  const kept: { view: ProjectorView; done: () => void }[] = []
  projector.on('view', (view, done) => kept.push({ view, done }))
  await shows({ scene: { what: 'grid', version: first } })
  await until(() => expect(kept).toHaveLength(1))
  // Another one of the same class, which listens: when it shows the last answer, this one's beats are over as well.
  const listening = await connected(school.socket('/projector', owner, { class: opened.id }))
  const wrong = vi.fn()
  listening.on('view', (view: ProjectorView, done) => {
    wrong(...(view.grid?.rows.flatMap(({ cells }) => cells.map(cell => cell.wrong)) ?? []))
    done()
  })
  expect(await ask(listening, 'enter', {})).toEqual({ ok: true })
  for (const last of ['3', '4', '5', '6']) await submitted(desks[0] as Socket, first, 'z', ['1', last])
  await until(() => expect(wrong.mock.lastCall).toContain(4))
  listening.close()
  expect(kept).toHaveLength(1)
  kept[0]?.done()
  await until(() => expect(kept).toHaveLength(2))
  expect(kept[1]?.view.grid?.rows.flatMap(({ cells }) => cells.map(({ wrong }) => wrong))).toContain(4)
})

describe('a student asks how', () => {
  const solution = (at: number, on: object) =>
    ask<{ lines: SolutionLine[] }>(desks[at] as Socket, 'solution', on)

  test('and is told once the step was revealed, not by what is on the projector', async () => {
    const on = { version: first, step: 'z' }
    await shows({ scene: { what: 'solution', ...on, seed: null, lines: 2 } })
    expect(await solution(0, on)).toMatchObject({ ok: false, code: 'closed' })
    await paced({ do: 'reveal', on })
    expect(await solution(0, on)).toMatchObject({ ok: true, lines: [{ text: 'z = 1' }, { text: 'z = 2' }] })
    expect(await solution(0, { ...on, step: 'L' })).toMatchObject({ ok: false, code: 'closed' })
    expect(await solution(0, { ...on, step: 'nothing' })).toMatchObject({ ok: false, code: 'not-found' })
    await paced({ do: 'release', version: first, steps: ['z'], released: false })
    expect(await solution(0, on)).toMatchObject({ ok: false, code: 'not-found' })
    await paced({ do: 'release', version: first, steps: ['z'], released: true })
  })

  test('with the own numbers', async () => {
    await ask(board, 'choose', { versions: [school.drawn] })
    await paced({ do: 'numbers', own: true })
    await paced({ do: 'reveal', on: { version: school.drawn, step: 'z' } })
    const seeds = await school.rows<{ name: string; seed: bigint }>(
      `SELECT "name", "seed" FROM "Student" WHERE "classId" = '${opened.id}' ORDER BY "seed"`,
    )
    for (const [at, { seed }] of seeds.entries()) {
      await deskOf(desks[at] as Socket)
      expect(await solution(at, { version: school.drawn, step: 'z' })).toMatchObject({
        lines: [{ text: `z = ${seed}` }, { text: 'z = 2' }],
      })
    }
  })
})
