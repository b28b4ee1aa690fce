import type { ClassEvent } from './events'
import { knownRow } from './known'
import { madeAfter } from './mistakes'
import { isHeld, type Pacing } from './pacing'
import type { Cell, Standing } from './state'

/** A counted answer, whoever gave it. */
export type Answered = Omit<Extract<ClassEvent, { type: 'answered' }>, 'type' | 'student'>
type Regraded = Omit<Extract<ClassEvent, { type: 'regraded' }>, 'type' | 'student'>

/** What is known at a step after one answer more; `known` is undefined where nothing was answered. */
export function counted(known: Cell | undefined, event: Answered, pacing: Pacing): Cell {
  const { id, verdict, mistakes, follows, at, seed, step } = event
  // Earlier answers to other numbers do not count.
  const before = known?.seed === seed ? known : undefined
  const standing: Standing = { of: id, verdict, mistakes, follows }
  const following = verdict === 'follows' ? standing : (before?.following ?? null)
  const { firm, resting } = restingAfter(before, standing)
  const heldIn = isHeld(pacing, step) ? pacing.held : null
  const replaces = heldIn !== null && before?.heldIn === heldIn
  return {
    seed,
    attempts: (before?.attempts ?? 0) + 1,
    wrong: (before?.wrong ?? 0) + (verdict === 'wrong' ? 1 : 0),
    made: madeAfter(before?.made, null, standing),
    spent: (before?.spent ?? 0) + (replaces ? 0 : 1),
    heldIn,
    told: heldIn === null ? id : null,
    best: best(firm || resting.length > 0, following, standing),
    rightIn: rightIn(before, verdict, heldIn),
    latest: { ...standing, id, at },
    following,
    resting,
    override: kept(before?.override ?? null),
  }
}

/** A verdict in place of an older one of the same answer. A regrade of an answer long replaced changes nothing. */
export function regraded(
  before: Cell,
  { id, of, step, verdict, mistakes, follows }: Regraded,
  pacing: Pacing,
): Cell {
  const { latest, following } = before
  const old = [latest, following, ...before.resting].find(one => one?.of === of)
  if (!old) return before
  const standing: Standing = { of, verdict, mistakes, follows }
  const { firm, resting } = restingAfter(before, standing)
  const replaced = following?.of === of ? null : following
  const last = latest.of === of ? standing : (replaced ?? standing)
  const now = verdict === 'follows' ? last : replaced
  return {
    ...before,
    wrong: before.wrong + (verdict === 'wrong' ? 1 : 0) - (old.verdict === 'wrong' ? 1 : 0),
    made: madeAfter(before.made, old, standing),
    best: best(firm || resting.length > 0, now, latest.of === of ? standing : latest),
    rightIn: rightIn(before, verdict, isHeld(pacing, step) ? pacing.held : null),
    told: isHeld(pacing, step) || latest.of !== of ? knownRow(before, pacing) : id,
    latest: latest.of === of ? { ...standing, id, at: latest.at } : latest,
    following: now,
    resting,
  }
}

/** Whether some answer is right by itself (`firm`), and if none is, those that are right and rest on others. */
function restingAfter(
  before: Cell | undefined,
  standing: Standing,
): { firm: boolean; resting: readonly Standing[] } {
  const known = before?.resting ?? []
  const isRight = standing.verdict === 'right'
  const firm = (before?.best === 'right' && known.length === 0) || (isRight && standing.follows.length === 0)
  const others = known.filter(({ of }) => of !== standing.of)
  return { firm, resting: firm ? [] : isRight ? [...others, standing] : others }
}

function rightIn(before: Cell | undefined, verdict: Standing['verdict'], hold: number | null): number | null {
  if (before?.best === 'right') return before.rightIn
  return verdict === 'right' ? hold : null
}

/** What is right by itself stays right; what rests on other answers counts as long as it is so. */
function best(right: boolean, following: Standing | null, latest: Standing): Cell['best'] {
  if (right) return 'right'
  if (following !== null) return 'follows'
  return latest.verdict === 'answered' ? 'answered' : 'wrong'
}

/** What is left of the teacher's verdict after one answer more. [G12] An answer that was marked right stays the best one. */
function kept(override: Cell['override']): Cell['override'] {
  return override?.answer !== undefined && override.verdict === 'wrong' ? null : override
}
