import type { ChalkError, PublicExercise } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import type { ExerciseLint } from '@/lib/protocol/lint'
import type { Refusal } from '@/lib/protocol/replies'
import { refusal } from '@/lib/server/spoken'
import { checkSource, lintSource } from '@/lib/server/workers/check'
import { message } from '@/lib/words/message'

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
    ? refusal('busy', message('http.check-too-long'))
    : refusal('failed', message('http.not-checked'))
}

/** What the numbers of a file hide; null for a file with errors. */
export async function linted(source: string): Promise<{ ok: true; lint: ExerciseLint | null } | Refusal> {
  const large = tooLarge(source)
  if (large !== null) return large
  const outcome = await lintSource(source)
  if (outcome.ok) return { ok: true, ...outcome.answer }
  return outcome.why === 'busy'
    ? refusal('busy', message('http.lint-too-long'))
    : refusal('failed', message('http.not-linted'))
}

function tooLarge(source: string): Refusal | null {
  if (Buffer.byteLength(source, 'utf8') <= limits.chalkBytes) return null
  return refusal('too-large', message('http.file-too-large', { most: limits.chalkBytes / 1024 }))
}
