import * as z from 'zod/mini'
import type { GradedStep } from '@/lib/grading'
import { Reason, StepVerdict, Verdict } from '@/lib/protocol/verdict'
import type { Argument, Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/**
 * A verdict as a row holds it: ids of sentences with what stands in them, and no sentence, so that every reader gets it in
 * the words and the language of the day. The sentence of an id therefore keeps its arguments for ever; one that needs
 * others gets a new id.
 */

/** A guard in place of a recursive schema, which takes twice as long: whole classes are read row by row. */
const StoredMessage = z.custom<Message>(isStoredMessage)

function isStoredMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('args' in value)) return false
  const { id, args } = value
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return false
  return typeof id === 'string' && Object.values(args).every(isStoredArgument)
}

function isStoredArgument(value: unknown): value is Argument {
  if (Array.isArray(value)) return value.every(isStoredArgument)
  if (typeof value !== 'object' || value === null) return value === null || isPlain(value)
  return 'math' in value ? typeof value.math === 'string' : isStoredMessage(value)
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

const StoredVerdict = z.strictObject({
  verdict: Verdict,
  cells: z.array(
    z.strictObject({ verdict: Verdict, reason: z.nullable(Reason), message: z.nullable(StoredMessage) }),
  ),
  mistakes: z.array(z.string()),
  sentences: z.array(StoredMessage),
})

/** Rows of the first versions hold the sentences themselves. */
const Stored = z.union([StoredVerdict, StepVerdict])

/** The JSON of a row. */
export function storedVerdict({ verdict, cells, mistakes, sentences }: GradedStep): string {
  return JSON.stringify({ verdict, cells, mistakes, sentences })
}

/** Reads the JSON of a row, of any version. One that does not fit was not written by this product: a bug, so it throws. */
export function readVerdict(result: string): GradedStep {
  const stored = z.parse(Stored, JSON.parse(result))
  if ('sentences' in stored) return stored
  const { verdict, cells, mistakes, message: text } = stored
  return {
    verdict,
    cells: cells.map(cell => ({ ...cell, message: cell.message === null ? null : verbatim(cell.message) })),
    mistakes,
    sentences: [verbatim(text)],
  }
}

const Named = z.object({ mistakes: z.array(z.string()) })

/** Ids of the mistakes that the JSON of a row names. Most rows name none, which is seen without reading them. */
export function storedMistakes(result: string): readonly string[] {
  return result.includes('"mistakes":[]') ? [] : z.parse(Named, JSON.parse(result)).mistakes
}

function verbatim(text: string): Message {
  return message('verbatim.text', { text })
}

/**
 * Whether two verdicts on one step say the same, whatever their words: a release that says it better, or says more, makes no
 * new attempt of the same answer ([G12]).
 */
export function sameVerdict(a: GradedStep, b: GradedStep): boolean {
  return withoutWords(a) === withoutWords(b)
}

function withoutWords({ verdict, cells, mistakes }: GradedStep): string {
  return JSON.stringify([verdict, cells.map(({ verdict, reason }) => [verdict, reason]), mistakes])
}
