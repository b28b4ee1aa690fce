import { buildKey, type Key, lintErrors, lintReport, readExercise, solveReport } from '@/lib/exercise'
import { gradeSheet } from '@/lib/grading'
import type { ChalkError } from '@/lib/protocol/exercise'
import type { InputRead } from './input'
import { type Command, readArguments, usage } from './usage'

export type Status = 0 | 1 | 2

export interface Outcome {
  readonly status: Status
  /** JSON, one object a file. */
  readonly lines: readonly string[]
  /** For people, on standard error. */
  readonly complaint: string | null
}

interface Result {
  readonly status: Status
  readonly report: object
  readonly complaint?: string
}

type Read = (file: string) => InputRead

/** The command line of language.md 4 without its input and output: `words` come after `chalk`. */
export function run(words: readonly string[], read: Read): Outcome {
  const [first] = words
  if (first === '--help' || first === '-h' || first === 'help')
    return { status: 0, lines: [], complaint: usage }
  const parsed = readArguments(words)
  if (!parsed.ok) return { status: 2, lines: [], complaint: `${parsed.message}\n\n${usage}` }
  const { command, files, seeds } = parsed
  const results =
    command === 'grade' ? [grade(files, seeds, read)] : files.map(file => report(command, file, seeds, read))
  const complaints = results.flatMap(({ complaint }) => complaint ?? [])
  return {
    status: ([2, 1, 0] as const).find(worst => results.some(({ status }) => status === worst)) ?? 0,
    lines: results.map(result => JSON.stringify(result.report)),
    complaint: complaints.length === 0 ? null : complaints.join('\n'),
  }
}

function wrong(errors: readonly ChalkError[]): Result {
  return {
    status: 1,
    report: { errors: errors.map(({ line, column, message }) => ({ line, column, message })) },
  }
}

function unreadable(input: Extract<InputRead, { ok: false }>): Result {
  const { report } = wrong([{ line: 1, column: 1, message: input.message }])
  return input.missing ? { status: 2, report, complaint: input.message } : { status: 1, report }
}

function report(
  command: Exclude<Command, 'grade'>,
  file: string,
  seeds: readonly number[],
  read: Read,
): Result {
  const keys = keysOf(file, seeds, read)
  if (!Array.isArray(keys)) {
    if (command !== 'lint') return keys
    return { ...keys, report: { ...lintErrors([]), ...keys.report } }
  }
  const [key, ...others] = keys
  return { status: 0, report: command === 'solve' ? solveReport(key) : lintReport(key, others) }
}

/** The keys of a file's variants, or the errors of the first variant that has any. */
function keysOf(file: string, seeds: readonly number[], read: Read): [Key, ...Key[]] | Result {
  const input = read(file)
  if (!input.ok) return unreadable(input)
  const exercise = readExercise(input.text)
  if (!exercise.ok) return wrong(exercise.errors)
  const keys: Key[] = []
  for (const seed of seeds) {
    const built = buildKey(exercise.exercise, { seed })
    if (!built.ok) return wrong(seed === seeds[0] ? built.errors : ofSeed(seed, built.errors))
    keys.push(built.key)
  }
  const [first, ...others] = keys
  if (first === undefined) throw new RangeError('a file read for no seed')
  return [first, ...others]
}

function ofSeed(seed: number, errors: readonly ChalkError[]): ChalkError[] {
  return errors.map(error => ({ ...error, message: `seed ${seed}: ${error.message}` }))
}

function grade(
  [file = '', answersFile = '']: readonly string[],
  seeds: readonly number[],
  read: Read,
): Result {
  const keys = keysOf(file, seeds, read)
  if (!Array.isArray(keys)) return keys
  const [key] = keys
  const input = read(answersFile)
  if (!input.ok) return unreadable(input)
  const answers = parseJson(input.text)
  if (!answers.ok) return wrong([answers.error])
  const graded = gradeSheet(key, answers.value)
  if (graded.ok) return { status: 0, report: graded.report }
  return wrong([{ line: 1, column: 1, message: graded.message }])
}

type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ChalkError }

function parseJson(text: string): JsonRead {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : 'unreadable'
    // The engine's own sentence is all there is; sometimes it names the place by its offset.
    const named = /position (\d+)/.exec(reason)?.[1]
    const at = named !== undefined ? Number(named) : /end of JSON/.test(reason) ? text.length : 0
    const before = text.slice(0, at).split('\n')
    const column = [...(before.at(-1) ?? '')].length + 1
    return {
      ok: false,
      error: { line: before.length, column, message: `the answers are not JSON: ${reason}` },
    }
  }
}
