import { expect, test, vi } from 'vitest'
import { showMistake } from '@/components/board/needs/show-mistake'
import type { BoardSession } from '@/lib/client/board'
import { refuse } from '@/lib/protocol/replies'
import { exerciseOf, studentOf } from '../a-class'

const [step] = exerciseOf('v', 'z').steps
const mistake = {
  version: 'v',
  step: step!,
  mistakes: ['no-two', 'divide'] as const,
  students: ['a', 'b', 'c'].map(id => studentOf(id)),
}
const on = { version: 'v', step: 'z' }

/** A server that knows these texts, each with its students, and for each student the mistakes of the latest answer. */
function server(texts: string[][], latest: Record<string, string[]>) {
  const asked = vi.fn(async (name: string, question: { student?: string }) => {
    if (name === 'typed') {
      const typed = texts.map(students => ({ cells: [students.join()], verdicts: [], students }))
      return { ok: true, typed, more: 0 }
    }
    if (name === 'show') return { ok: true }
    const student = question.student ?? ''
    const attempt = (id: string, mistakes: string[]) => ({ id: `${student}-${id}`, result: { mistakes } })
    return { ok: true, attempts: [attempt('old', ['no-two']), attempt('new', latest[student] ?? [])] }
  })
  return { asked, session: { ask: asked as unknown as BoardSession['ask'] } }
}

test('a mistake goes on the wall as most typed it, with one other way beside it, and no names asked for', async () => {
  const { asked, session } = server([['a', 'b'], ['c'], ['d']], {
    a: ['no-two'],
    c: ['no-two', 'divide'],
    d: ['no-two'],
  })
  expect(await showMistake(session, mistake)).toEqual({ ok: true })
  const picks = [
    { student: 'a', id: 'a-new' },
    { student: 'c', id: 'c-new' },
  ]
  expect(asked).toHaveBeenLastCalledWith('show', { scene: { what: 'answers', ...on, picks, marks: false } })
})

test('an answer that was mended meanwhile is not shown; where none is left, that is said', async () => {
  const one = server([['a'], ['c']], { a: [], c: ['no-two'] })
  await showMistake(one.session, mistake)
  expect(one.asked.mock.lastCall?.[1]).toMatchObject({ scene: { picks: [{ student: 'c', id: 'c-new' }] } })
  const none = server([['a']], { a: [] })
  expect(await showMistake(none.session, mistake)).toMatchObject({ ok: false, code: 'not-found' })
  expect(none.asked).not.toHaveBeenCalledWith('show', expect.anything())
})

test('what the server refuses is said', async () => {
  const refused = refuse('failed', 'No.')
  const session = { ask: (async () => refused) as unknown as BoardSession['ask'] }
  expect(await showMistake(session, mistake)).toEqual(refused)
})
