import {
  buildKey,
  type ChalkFault,
  type Key,
  Linter,
  ofSeed,
  readExercise,
  solveReport,
  suggestionsFor,
  workedInWords,
  workedSolution,
} from '@/lib/exercise'
import { gradeSheet, type SheetReport } from '@/lib/grading'
import type { ChalkError } from '@/lib/protocol/exercise'
import { plainSentence } from '@/lib/words/sentence'
import { plainChalkError } from './chalk-error'
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

/** The command line (docs/command-line.md) without its input and output: `words` come after `chalk`. */
export function run(words: readonly string[], read: Read): Outcome {
  const [first] = words
  if (first === '--help' || first === '-h' || first === 'help')
    return { status: 0, lines: [], complaint: usage }
  const parsed = readArguments(words)
  if (!parsed.ok) return { status: 2, lines: [], complaint: `${parsed.message}\n\n${usage}` }
  const { command, files, seeds, worked } = parsed
  const results =
    command === 'grade'
      ? [grade(files, seeds, read)]
      : files.map(file => report(command, file, { seeds, worked }, read))
  const complaints = results.flatMap(({ complaint }) => complaint ?? [])
  return {
    status: ([2, 1, 0] as const).find(worst => results.some(({ status }) => status === worst)) ?? 0,
    lines: results.map(result => JSON.stringify(result.report)),
    complaint: complaints.length === 0 ? null : complaints.join('\n'),
  }
}

function wrong(errors: readonly ChalkError[]): Result {
  return { status: 1, report: { errors } }
}

function wrongFile(faults: readonly ChalkFault[]): Result {
  return wrong(faults.map(plainChalkError))
}

function unreadable(input: Extract<InputRead, { ok: false }>): Result {
  const { report } = wrong([{ line: 1, column: 1, message: input.message }])
  return input.missing ? { status: 2, report, complaint: input.message } : { status: 1, report }
}

function report(
  command: Exclude<Command, 'grade'>,
  file: string,
  { seeds, worked }: { readonly seeds: readonly number[]; readonly worked: boolean },
  read: Read,
): Result {
  if (command === 'lint') return lint(file, seeds, read)
  const key = keyOf(file, seeds, read)
  if (!('exercise' in key)) return key
  const report = solveReport(key)
  if (!worked) return { status: 0, report }
  const steps = workedSolution(key).map(step => workedInWords(step, plainSentence))
  return { status: 0, report: { ...report, worked: steps } }
}

/**
 * One report on all variants, or the errors of the first variant that has any. With one variant, numbers are
 * suggested.
 */
function lint(file: string, seeds: readonly number[], read: Read): Result {
  const source = sourceOf(file, read)
  if (typeof source !== 'string') return withoutReport(source)
  const exercise = readExercise(source)
  if (!exercise.ok) return withoutReport(wrongFile(exercise.errors))
  const linter = new Linter(exercise.exercise)
  let only: Key | null = null
  for (const seed of seeds) {
    const built = buildKey(exercise.exercise, { seed })
    if (!built.ok) {
      const first = seed === seeds[0]
      return withoutReport(wrongFile(built.errors.map(error => (first ? error : ofSeed(seed, error)))))
    }
    linter.add(built.key)
    only = seeds.length === 1 ? built.key : null
  }
  const { warnings, ...report } = linter.report(only === null ? [] : suggestionsFor(only, source))
  return { status: 0, report: { errors: [], warnings: warnings.map(plainChalkError), ...report } }
}

function withoutReport(result: Result): Result {
  const empty = { errors: [], warnings: [], collisions: [], traces: [], heights: {}, suggestions: [] }
  return { ...result, report: { ...empty, ...result.report } }
}

function sourceOf(file: string, read: Read): string | Result {
  const input = read(file)
  return input.ok ? input.text : unreadable(input)
}

function keyOf(file: string, [seed]: readonly number[], read: Read): Key | Result {
  const source = sourceOf(file, read)
  if (typeof source !== 'string') return source
  const exercise = readExercise(source)
  if (!exercise.ok) return wrongFile(exercise.errors)
  const built = buildKey(exercise.exercise, seed === undefined ? {} : { seed })
  return built.ok ? built.key : wrongFile(built.errors)
}

function grade(
  [file = '', answersFile = '']: readonly string[],
  seeds: readonly number[],
  read: Read,
): Result {
  const key = keyOf(file, seeds, read)
  if (!('exercise' in key)) return key
  const input = read(answersFile)
  if (!input.ok) return unreadable(input)
  const answers = parseJson(input.text)
  if (!answers.ok) return wrong([answers.error])
  const graded = gradeSheet(key, answers.value)
  if (graded.ok) return { status: 0, report: sheetInWords(graded.report) }
  return wrong([{ line: 1, column: 1, message: plainSentence(graded.message) }])
}

/** The report as it is printed (docs/command-line.md 2). */
function sheetInWords({ steps, ...score }: SheetReport): object {
  const told = Object.entries(steps).map(([id, { sentences, ...step }]) => {
    return [id, { ...step, message: sentences.map(plainSentence).join(' ') }]
  })
  return { steps: Object.fromEntries(told), ...score }
}

type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ChalkError }

function parseJson(text: string): JsonRead {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : 'unreadable'
    // The only source is the engine's own sentence, which sometimes names the place by its offset.
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
