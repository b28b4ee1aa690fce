import type { ChalkError, PublicExercise } from '@/lib/protocol/exercise'
import { limits } from '@/lib/protocol/limits'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { checkSource } from '@/lib/server/work/check'

type Checked =
  | { ok: true; title: string; view: PublicExercise; errors: readonly [] }
  | { ok: true; title: null; view: null; errors: ChalkError[] }

/** A `.chalk` file through the worker; too large a file never gets there. */
export async function checked(source: string): Promise<Checked | Refusal> {
  if (Buffer.byteLength(source, 'utf8') > limits.chalkBytes) {
    return refuse('too-large', `An exercise file has at most ${limits.chalkBytes / 1024} KiB.`)
  }
  const outcome = await checkSource(source)
  if (outcome.ok) return { ok: true, ...outcome.answer }
  return outcome.why === 'busy'
    ? refuse('busy', 'Checking this file took too long. Make it smaller, or try again.')
    : refuse('failed', 'This file could not be checked. Nothing was stored.')
}
