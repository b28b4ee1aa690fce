import type { PublicExercise } from '@/lib/protocol/exercise'

type Entry = PublicExercise['flow'][number]

/** The flow's entries by their places: one that stands by itself, or some that are folded into one line. */
export type Part = { readonly shown: number } | { readonly folded: readonly number[]; readonly steps: number }

/** Fewer done steps are shorter than what would fold them. */
const fewest = 2

/**
 * Folds done steps before the one at which the student is, with the notes between them, so that this one stands in the
 * first screen. `kept`: a done step that stays in sight, because its verdict has just come. Without a step at which the
 * student is, nothing is folded.
 */
export function foldDone(
  flow: readonly Entry[],
  active: string | null,
  done: (step: string) => boolean,
  kept: string | null,
): readonly Part[] {
  const here = flow.findIndex(entry => entry.type === 'step' && entry.step.id === active)
  const parts: Part[] = []
  let run: number[] = []
  const end = (): void => {
    // The notes behind the last done step lead on to what comes next.
    const last = run.findLastIndex(place => flow[place]?.type === 'step')
    const folded = run.slice(0, last + 1)
    const steps = folded.filter(place => flow[place]?.type === 'step').length
    const rest = steps < fewest ? run : run.slice(last + 1)
    if (steps >= fewest) parts.push({ folded, steps })
    for (const shown of rest) parts.push({ shown })
    run = []
  }
  for (const [place, entry] of flow.entries()) {
    const folds =
      place < here &&
      (entry.type === 'note' || (entry.type === 'step' && entry.step.id !== kept && done(entry.step.id)))
    if (folds) {
      run.push(place)
      continue
    }
    end()
    parts.push({ shown: place })
  }
  end()
  return parts
}
