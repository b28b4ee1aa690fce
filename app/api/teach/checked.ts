import type { ChalkError, PublicExercise } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import type { ExerciseLint } from '@/lib/protocol/lint'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { checkSource, lintSource } from '@/lib/server/workers/check'

type Checked =
  | { ok: true; title: string; view: PublicExercise; errors: readonly [] }
  | { ok: true; title: null; view: null; errors: ChalkError[] }

/** Checks a `.chalk` file in the worker; a file that is too large never gets there. */
export async function checked(source: string): Promise<Checked | Refusal> {
  const large = tooLarge(source)
  if (large !== null) return large
  const outcome = await checkSource(source)
  if (outcome.ok) return { ok: true, ...outcome.answer }
  return outcome.why === 'busy'
    ? refuse('busy', 'Checking this file took too long. Make it smaller, or try again.')
    : refuse('failed', 'This file could not be checked. Nothing was stored.')
}

/** What the numbers of a file hide; null for a file with errors. */
export async function linted(source: string): Promise<{ ok: true; lint: ExerciseLint | null } | Refusal> {
  const large = tooLarge(source)
  if (large !== null) return large
  const outcome = await lintSource(source)
  if (outcome.ok) return { ok: true, ...outcome.answer }
  return outcome.why === 'busy'
    ? refuse('busy', 'Comparing the mistakes of this file took too long.')
    : refuse('failed', 'The mistakes of this file could not be compared.')
}

function tooLarge(source: string): Refusal | null {
  if (Buffer.byteLength(source, 'utf8') <= limits.chalkBytes) return null
  return refuse('too-large', `An exercise file has at most ${limits.chalkBytes / 1024} KiB.`)
}
