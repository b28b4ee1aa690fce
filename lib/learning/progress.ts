import type { Progress, RungProgress, RunSeed } from '@/lib/protocol/learn-progress'
import type { LearnEvent } from './events'
import { filledAfter } from './filled'
import { returnsAt, stageAfter } from './reviews'

/** So many runs in a row, right throughout at the first try and with other numbers each, make a rung mastered. */
export const cleanRuns = 2

export const noProgress: Progress = { rungs: {}, items: 0 }

const untouched: RungProgress = {
  run: null,
  finished: 0,
  filled: null,
  clean: [],
  masteredAt: null,
  stage: 0,
  dueAt: null,
  lastAt: 0,
}

export function rungOf({ rungs }: Progress, slug: string): RungProgress | undefined {
  return Object.hasOwn(rungs, slug) ? rungs[slug] : undefined
}

/**
 * The progress after one event more. Events about numbers that are not those of the run that is open change nothing: they
 * come from a page that was left behind.
 */
export function progressAfter(progress: Progress, event: LearnEvent): Progress {
  const before = rungOf(progress, event.rung) ?? untouched
  const after = rungAfter(before, event)
  if (after === before) return progress
  const worked = event.type === 'finished' && (before.run?.filled ?? 0) < event.steps
  return {
    rungs: { ...progress.rungs, [event.rung]: { ...after, lastAt: Math.max(before.lastAt, event.at) } },
    items: progress.items + (worked ? 1 : 0),
  }
}

function rungAfter(before: RungProgress, event: LearnEvent): RungProgress {
  if (event.type === 'began') {
    const { seed, filled } = event
    // The same numbers again would undo what is known of them.
    if (before.run?.seed === seed && before.run.filled === filled) return before
    return { ...before, run: { seed, filled, missed: false } }
  }
  const { run } = before
  if (run === null || run.seed !== event.seed) return before
  if (event.type === 'finished') return finished(before, run, event)
  if (event.type === 'answered' && !(event.firstTry && event.verdict !== 'answered')) return before
  if (event.type === 'answered' && event.verdict === 'right') return before
  if (run.missed) return before
  return missed({ ...before, run: { ...run, missed: true } }, event.at)
}

/** A miss begins the count anew, and a mastered rung comes back tomorrow. */
function missed(rung: RungProgress, at: number): RungProgress {
  if (rung.masteredAt === null) return { ...rung, clean: [] }
  return { ...rung, clean: [], stage: 0, dueAt: returnsAt(0, at) }
}

function finished(
  before: RungProgress,
  run: NonNullable<RungProgress['run']>,
  { at, steps }: Extract<LearnEvent, { type: 'finished' }>,
): RungProgress {
  const filled = before.masteredAt === null ? filledAfter(run, steps) : 0
  const after = { ...before, run: null, finished: before.finished + 1, filled }
  if (run.missed || run.filled > 0) return after
  const clean = [...before.clean.filter(seed => seed !== run.seed), run.seed].slice(-cleanRuns)
  if (before.masteredAt !== null) {
    const stage = stageAfter(before, at)
    return { ...after, clean, stage, dueAt: returnsAt(stage, at) }
  }
  if (clean.length < cleanRuns) return { ...after, clean }
  return { ...after, clean, masteredAt: at, stage: 0, dueAt: returnsAt(0, at) }
}

export function isMastered(rung: RungProgress | undefined): boolean {
  return rung !== undefined && rung.masteredAt !== null
}

/** How many runs of those that mastery asks for are done; `cleanRuns` where it is mastered. */
export function towardsMastery(rung: RungProgress | undefined): number {
  return isMastered(rung) ? cleanRuns : (rung?.clean.length ?? 0)
}

/** Numbers that a next run should not have: those of the last clean ones. */
export function usedSeeds(rung: RungProgress | undefined): readonly RunSeed[] {
  return rung?.clean ?? []
}
