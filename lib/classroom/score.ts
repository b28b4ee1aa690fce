import type { Override } from '@/lib/protocol/exceptions'
import type { Verdict } from '@/lib/protocol/verdict'
import { type AnswerRow, type Attempt, bestOf, firstRight } from './attempts'

/** An answer with the verdict of each of its cells. */
export interface MarkedRow extends AnswerRow {
  readonly marks: readonly Verdict[]
}

/**
 * [G3] [G12] Points for a step: the share of right and following cells in the best attempt. `follows` counts only in
 * the answers whose verdicts are kept up to date: the latest one, and the latest that followed.
 */
export function scoreOf(attempts: readonly Attempt<MarkedRow>[], points: number): number {
  if (firstRight(attempts) >= 0) return points
  const following = attempts.findLastIndex(({ followed }) => followed)
  const shares = attempts.map(({ now: { marks } }, place) => {
    const counts = place === following || place === attempts.length - 1
    const good = marks.filter(mark => mark === 'right' || (counts && mark === 'follows')).length
    return marks.length === 0 ? 0 : good / marks.length
  })
  return points * Math.max(0, ...shares)
}

/** What a teacher decided about one student's step. */
interface Decided {
  readonly excused: boolean
  readonly override: Readonly<Override> | null
}

/** Whether an answer in words waits for a teacher who marks it. */
export function waitsForMark(attempts: readonly Attempt[], { override }: Pick<Decided, 'override'>): boolean {
  return override === null && bestOf(attempts) === 'answered'
}

/**
 * Points that count for a step; null where there are none to give: it is excused, nothing was answered, or the answer waits to be
 * marked.
 */
export function stepPoints(
  attempts: readonly Attempt<MarkedRow>[],
  points: number,
  { excused, override }: Decided,
): number | null {
  if (excused || attempts.length === 0) return null
  if (override) return override.verdict === 'right' ? points : 0
  if (points > 0 && waitsForMark(attempts, { override })) return null
  return scoreOf(attempts, points)
}
