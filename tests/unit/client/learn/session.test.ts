import { expect, test, vi } from 'vitest'
import { stepCells, stepState } from '@/lib/client/desk-view'
import { LearnSession } from '@/lib/client/learn/session'
import { MemoryLearnStore } from '@/lib/client/learn/store'
import { isExample } from '@/lib/client/learn/view'
import { isMastered, rungOf, towardsMastery } from '@/lib/learning'
import { dayMs } from '@/lib/learning/reviews'
import { refuse } from '@/lib/protocol/replies'
import { checkStep } from '@/lib/server/learn/check'
import { takeExercise } from '@/lib/server/learn/exercise'
import { hintsTo } from '@/lib/server/learn/hint'
import { solutionTo } from '@/lib/server/learn/solution'
import { inWords } from '@/lib/server/spoken'
import { takesLong } from '../../../takes-long'
import { engineHere, solved, somewhere } from '../../server/learn/asking'

vi.mock('@/lib/server/learn/rungs', async () => (await import('../../server/learn/asking')).rungs)

takesLong()
engineHere()

/** A device, and the true server behind it without a network. */
function device(slug: string) {
  const store = new MemoryLearnStore()
  const address = somewhere()
  const world = {
    now: 1_000_000_000_000,
    away: false,
    drawn: 0,
    /** What is asked meanwhile is answered when this is done. */
    held: Promise.resolve(),
  }
  const sent =
    <Asked, Told extends object>(work: (asked: Asked, address: string) => Promise<Told>) =>
    async (asked: Asked) => {
      if (world.away) return refuse('failed', 'away')
      const { held } = world
      const { ok, ...told } = JSON.parse(JSON.stringify(await work(asked, address)))
      await held
      return ok ? { ok, ...told } : inWords({ ok, ...told })
    }
  const asks = {
    exercise: sent(takeExercise),
    check: sent(checkStep),
    hint: sent(hintsTo),
    solution: sent(solutionTo),
  }
  const open = async () => {
    const session = new LearnSession(slug, {
      asks,
      store: async () => store,
      now: () => world.now,
      draw: () => (world.drawn += 1),
    })
    await session.open()
    return session
  }
  return { store, world, open }
}

const stateOf = (session: LearnSession, step: string) => {
  const { desk, exercise } = session.view()
  return stepState(desk, { version: exercise?.version ?? '', step })
}

/** Answers what is open rightly, in order. */
async function answersAll(session: LearnSession, slug: string): Promise<void> {
  const { progress } = session.view()
  const seed = rungOf(progress, slug)?.run?.seed ?? undefined
  for (const [step, cells] of solved(slug, seed)) {
    if (!session.view().filled.has(step)) await session.check(step, cells)
  }
}

test('the worked example, then some steps filled in, then two runs alone, and it is mastered; a day later it is due', async () => {
  const { open, store, world } = device('small-network')
  const session = await open()
  expect(isExample(session.view())).toBe(true)
  expect(session.view().desk.revealed.size).toBe(3)
  await session.leaveExample()
  expect([...session.view().filled]).toEqual(['dL/dW1'])
  expect(isExample(session.view())).toBe(false)
  await answersAll(session, 'small-network')
  expect(session.view()).toMatchObject({ finished: true, missed: false })
  await session.begin()
  expect(session.view().filled.size).toBe(0)
  expect(session.view().finished).toBe(false)
  await answersAll(session, 'small-network')
  expect(towardsMastery(rungOf(session.view().progress, 'small-network'))).toBe(1)
  await session.begin()
  await answersAll(session, 'small-network')
  const rung = rungOf(await store.progress(), 'small-network')
  expect(isMastered(rung)).toBe(true)
  expect(rung?.dueAt).toBe(world.now + dayMs)
})

test('a page that is left and opened again has what was typed, the verdicts, hints and what was given up', async () => {
  const { open } = device('drawn')
  const first = await open()
  await first.leaveExample()
  await first.begin()
  await first.begin()
  const seed = rungOf(first.view().progress, 'drawn')?.run?.seed
  await first.check('y', ['1', '2'])
  await first.hint('y')
  first.type('y', ['1', '3'])
  await first.giveUp('dL/dx')
  const again = await open()
  const { exercise, desk, progress } = again.view()
  expect(rungOf(progress, 'drawn')?.run?.seed).toBe(seed)
  expect(stepCells(desk, { version: exercise?.version ?? '', step: 'y' }, 2)).toEqual(['1', '3'])
  expect(stateOf(again, 'y')).toBe('wrong')
  expect(stateOf(again, 'dL/dx')).toBe('revealed')
  const key = `${exercise?.version} y`
  expect(desk.hints.get(key)).toMatchObject({ given: ['Once.'], more: true })
  expect(desk.judged.get(key)?.result.verdict).toBe('wrong')
  expect(again.view().missed).toBe(true)
})

test('what was given up, or wrong at first, ends in no step towards mastery; fresh numbers begin anew', async () => {
  const { open } = device('small-network')
  const session = await open()
  await session.leaveExample()
  await answersAll(session, 'small-network')
  await session.begin()
  await session.check('dL/dz', ['1', '2', '3'])
  expect(stateOf(session, 'dL/dz')).toBe('wrong')
  await answersAll(session, 'small-network')
  expect(session.view()).toMatchObject({ finished: true, missed: true })
  expect(towardsMastery(rungOf(session.view().progress, 'small-network'))).toBe(0)
  await session.begin()
  expect(session.view().missed).toBe(false)
  await session.giveUp('dL/dz')
  expect(stateOf(session, 'dL/dz')).toBe('revealed')
  const worked = await session.solution('dL/dz')
  expect(worked.ok && worked.lines.length > 0).toBe(true)
})

test('[G5] what followed a wrong answer is told anew when that is mended', async () => {
  const { open } = device('small-network')
  const session = await open()
  await session.leaveExample()
  await answersAll(session, 'small-network')
  await session.begin()
  await session.check('dL/dz', ['1.5', '6', '-0.6'])
  await session.check('dL/dW1', ['1.5', '3', '6', '12', '-0.6', '-1.2'])
  expect(stateOf(session, 'dL/dW1')).toBe('follows')
  await session.check('dL/dz', ['1.5', '0', '-0.6'])
  expect(stateOf(session, 'dL/dz')).toBe('right')
  expect(stateOf(session, 'dL/dW1')).toBe('wrong')
})

test('without the server nothing is lost, and it is said', async () => {
  const { open, world } = device('small-network')
  const session = await open()
  await session.leaveExample()
  await session.begin()
  world.away = true
  await session.check('dL/dz', ['1', '2', '3'])
  const { desk, exercise } = session.view()
  const key = `${exercise?.version} dL/dz`
  expect(desk.told.get(key)).toBe('away')
  expect(desk.drafts.get(key)).toEqual(['1', '2', '3'])
  expect(desk.waiting.size).toBe(0)
  const later = await open()
  expect(later.view()).toMatchObject({ phase: 'failed', failed: 'away' })
  world.away = false
  await later.open()
  expect(later.view().phase).toBe('open')
  expect(later.view().desk.drafts.get(key)).toEqual(['1', '2', '3'])
})

test('what waits for an answer opens, and the run ends when all of it is done', async () => {
  const { open } = device('find-the-mistake')
  const session = await open()
  await session.leaveExample()
  const steps = () =>
    session.view().exercise?.flow.flatMap(part => (part.type === 'step' ? part.step.id : [])) ?? []
  expect(steps()).not.toContain('dL/dz')
  for (const [step, cells] of solved('find-the-mistake')) {
    if (step.startsWith('find')) await session.check(step, cells)
  }
  expect(steps()).toContain('dL/dz')
  expect(session.view().finished).toBe(false)
  for (const [step, cells] of solved('find-the-mistake')) {
    if (steps().includes(step) && !step.startsWith('find')) await session.check(step, cells)
  }
  expect(session.view().finished).toBe(true)
})

test.each([
  ['a check', (session: LearnSession) => session.check('y', ['1', '2'])],
  ['a hint', (session: LearnSession) => session.hint('y')],
  ['a solution', (session: LearnSession) => session.giveUp('y')],
] as const)('%s that comes after fresh numbers changes nothing at them', async (_, asks) => {
  const { open, world } = device('drawn')
  const session = await open()
  await session.leaveExample()
  await session.begin()
  await session.begin()
  let release = () => {}
  world.held = new Promise<void>(resolve => {
    release = resolve
  })
  const late = asks(session)
  world.held = Promise.resolve()
  await session.begin()
  const fresh = session.view()
  release()
  expect((await late) ?? null).toBeNull()
  expect(session.view()).toEqual(fresh)
})
