// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { ExerciseMark, SectionMark } from '@/components/learn/marks'
import { MemoryLearnStore } from '@/lib/client/learn/store'
import { noProgress, progressAfter } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'

const device = vi.hoisted(() => ({ store: null as unknown }))
vi.mock('@/lib/client/learn/store', async original => ({
  ...(await original<object>()),
  openLearnStore: async () => device.store,
}))

/** Runs without a miss at exercises of one step, the worked example not counted. */
function after(runs: Readonly<Record<string, number>>): Progress {
  const events = Object.entries(runs).flatMap(([rung, count]) =>
    Array.from({ length: count }, (_, at) => {
      const run = { rung, seed: 2 ** 30 + at, at: 1000 + at }
      return [
        { ...run, type: 'began', filled: 0 },
        { ...run, type: 'answered', step: 'y', verdict: 'right', firstTry: true },
        { ...run, type: 'finished', steps: 1 },
      ] as const
    }).flat(),
  )
  return events.reduce(progressAfter, noProgress)
}

beforeEach(async () => {
  const store = new MemoryLearnStore()
  await store.change(() => after({ first: 2, second: 1 }))
  device.store = store
})

test('an exercise says how far the reader is with it, and a section has a tick when all of its exercises are mastered', async () => {
  render(
    <>
      {['first', 'second', 'third'].map(slug => (
        <ExerciseMark key={slug} slug={slug} mastered="mastered" toward="{done} of {all}" />
      ))}
      <SectionMark exercises={['first']} says="done" />
      <SectionMark exercises={['first', 'second']} says="not yet" />
      <SectionMark exercises={[]} says="nothing to do" />
    </>,
  )
  expect(await screen.findByText('mastered')).toBeTruthy()
  expect(screen.getAllByTestId('exercise-mark').map(mark => mark.textContent)).toEqual(['mastered', '1 of 2'])
  expect(screen.getAllByTestId('section-mark').map(mark => mark.textContent)).toEqual(['done'])
})
