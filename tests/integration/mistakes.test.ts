import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BoardDelta } from '@/lib/protocol/board'
import type { DeskStep, TypedAnswers } from '@/lib/protocol/board-asks'
import { newId } from '@/lib/protocol/ids'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
let board: Socket
let ada: Socket
let ben: Socket
let cleo: Socket
let jars: Jar[]

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  jars = []
  for (const name of ['Ada', 'Ben', 'Cleo']) jars.push((await school.join(opened.code, name)).jar)
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  ;[ada, ben, cleo] = (await Promise.all(jars.map(jar => school.desk(jar, opened.id)))) as [
    Socket,
    Socket,
    Socket,
  ]
  board = await school.board(owner, opened.id)
}

function everybodyGoes(): void {
  for (const socket of [ada, ben, cleo, board]) socket.close()
}

async function restarted(): Promise<void> {
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()
}

const idOf = async (socket: Socket) => (await deskOf(socket)).student.id

async function cellOf(socket: Socket, step = 'z') {
  const student = await idOf(socket)
  return (await boardOf(board)).cells.find(cell => cell.student === student && cell.step === step)
}

const typed = () => ask<TypedAnswers>(board, 'typed', { version: first, step: 'z', mistake: 'no-two' })

describe('named mistakes', () => {
  test('are those of the latest answer, counted when they are alike, also after a restart', async () => {
    await submitted(ada, first, 'z', ['slip', '2'])
    await submitted(ada, first, 'z', ['slip', '3'])
    await submitted(ada, first, 'z', ['5', '5'])
    expect(await cellOf(ada)).toMatchObject({ state: 'wrong', wrong: 3, mistakes: [], alike: 2 })
    await submitted(ada, first, 'z', ['slip', '4'])
    const due = { state: 'wrong', wrong: 4, mistakes: ['no-two'], alike: 3 }
    expect(await cellOf(ada)).toMatchObject(due)
    await restarted()
    expect(await cellOf(ada)).toMatchObject(due)
    await submitted(ada, first, 'z', ['1', '2'])
    expect(await cellOf(ada)).toMatchObject({ state: 'right', mistakes: [] })
  })

  test('have words, and come with the next delta', async () => {
    const { mistakeWords } = await boardOf(board)
    expect(mistakeWords.find(({ id }) => id === 'no-two')?.words).toMatch(/factor 2/)
    const deltas: BoardDelta[] = []
    board.on('delta', (delta: BoardDelta, applied: () => void) => {
      deltas.push(delta)
      applied()
    })
    await submitted(ada, first, 'z', ['slip', '2'])
    await vi.waitFor(() =>
      expect(deltas.flatMap(({ cells }) => cells)).toContainEqual(
        expect.objectContaining({ step: 'z', mistakes: ['no-two'], alike: 1 }),
      ),
    )
  })

  test('[G11] nothing of their names is in what the students get', async () => {
    let bytes = ''
    for (const socket of [ada, ben]) {
      socket.io.engine.on('packet', packet => {
        bytes += String(packet.data ?? '')
      })
    }
    await submitted(ada, first, 'z', ['slip', '2'])
    await deskOf(ada)
    await deskOf(ben)
    expect(bytes).toContain('slip')
    expect(bytes).not.toContain('no-two')
  })
})

describe('what was typed', () => {
  test('is told text by text, the most frequent first, and only of those whose latest answer it is', async () => {
    await submitted(ada, first, 'z', ['slip', '3'])
    await submitted(ben, first, 'z', ['slip', '2'])
    await submitted(cleo, first, 'z', ['slip', '2'])
    const [a, b, c] = await Promise.all([ada, ben, cleo].map(idOf))
    expect(await typed()).toMatchObject({
      ok: true,
      typed: [
        { cells: ['slip', '2'], verdicts: [{ verdict: 'wrong' }, { verdict: 'right' }], students: [b, c] },
        { cells: ['slip', '3'], students: [a] },
      ],
      more: 0,
    })
    await submitted(ben, first, 'z', ['1', '2'])
    await submitted(ada, first, 'z', ['7', '7'])
    await restarted()
    expect(await typed()).toMatchObject({ typed: [{ cells: ['slip', '2'], students: [c] }], more: 0 })
  })

  test('a mistake that nobody made, or a step that there is not, is nobody’s', async () => {
    for (const step of ['z', 'no such']) {
      const answer = await ask(board, 'typed', { version: first, step, mistake: 'divide' })
      expect(answer).toEqual({ ok: true, typed: [], more: 0 })
    }
  })
})

describe('a student’s desk on the board', () => {
  const desk = async (student: string, version = first) =>
    ask<{ steps: DeskStep[] }>(board, 'desk', { student, version })

  test('has the latest answer of each step with its verdicts, and the hints that were asked for', async () => {
    await submitted(ada, first, 'z', ['slip', '2'])
    await submitted(ada, first, 'z', ['9', '2'])
    await ask(ada, 'hint', { version: first, step: 'z' })
    await submitted(ben, first, 'L', ['3'])
    expect(await desk(await idOf(ada))).toMatchObject({
      ok: true,
      steps: [
        {
          step: 'z',
          latest: { cells: ['9', '2'], result: { verdict: 'wrong', mistakes: [] } },
          hints: ['the first hint'],
        },
      ],
    })
    expect(await desk(await idOf(ben))).toMatchObject({ steps: [{ step: 'L', hints: [] }] })
    expect(await desk(await idOf(cleo))).toEqual({ ok: true, steps: [] })
  })

  test('is refused for somebody unknown, and for an exercise that is not worked on', async () => {
    expect(await desk(newId())).toMatchObject({ ok: false, code: 'not-found' })
    expect(await desk(await idOf(ada), newId())).toMatchObject({ ok: false, code: 'closed' })
  })
})
