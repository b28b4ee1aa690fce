import type { BoardStep } from '@/lib/protocol/board'
import type { ClassScores, StepScore, StudentScores } from '@/lib/protocol/scores'

const step = (id: string, points: number) =>
  ({ id, mathml: '<math></math>', title: id, shape: [], points }) satisfies BoardStep & { points: number }

/** A student with these scores at `z` (1 point) and `L` (3 points) of the first exercise, and at `C` (6) of the second. */
export function scored(
  name: string,
  number: string | null,
  [z, l, c]: readonly [StepScore, StepScore, StepScore],
): StudentScores {
  const sum = (scores: readonly (readonly [StepScore, number])[]) => {
    const got = scores.flatMap(([{ points }]) => points ?? [])
    return {
      points: got.length === 0 ? null : got.reduce((a, b) => a + b, 0),
      outOf: scores.reduce((all, [{ excused }, points]) => all + (excused ? 0 : points), 0),
    }
  }
  const first = [[z, 1] as const, [l, 3] as const]
  return {
    id: name,
    name,
    number,
    dueAt: null,
    steps: [[z, l], [c]],
    exercises: [sum(first), sum([[c, 6]])],
    total: sum([...first, [c, 6]]),
  }
}

export function classOf(...students: StudentScores[]): ClassScores {
  return {
    class: { id: 'class', title: 'ML 101' },
    homework: null,
    points: 10,
    exercises: [
      { version: 'v1', title: 'A layer', points: 4, weight: 0.4, steps: [step('z', 1), step('L', 3)] },
      { version: 'v2', title: 'Products', points: 6, weight: 0.6, steps: [step('C', 6)] },
    ],
    students,
  }
}

export const nothing: StepScore = { points: null }
