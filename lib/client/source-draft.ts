import * as z from 'zod/mini'
import { type Kept, kept } from './kept'

const SourceDraft = z.object({
  source: z.string(),
  /** Unix milliseconds of the last keystroke. */
  at: z.number(),
})
export type SourceDraft = Readonly<z.infer<typeof SourceDraft>>

/** The text of an exercise that was not saved. `of` is an exercise's id, or `new`. */
export function sourceDraft(of: string): Kept<SourceDraft | null> {
  return kept(`exercise-${of}`, z.nullable(SourceDraft), null)
}
