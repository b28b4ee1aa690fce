import { plainChalkError } from '@/lib/cli/chalk-error'
import { buildKey, type Key, publicView, readExercise, type solveReport } from '@/lib/exercise'
import type { ChalkError, PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'

/** The key of a source that has no error. */
export function keyOf(source: string): Key {
  const read = readExercise(source)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const built = buildKey(read.exercise)
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return built.key
}

/** The errors of reading, or of building the key, in plain words. */
export function errorsOf(source: string): ChalkError[] {
  const read = readExercise(source)
  if (!read.ok) return read.errors.map(plainChalkError)
  const built = buildKey(read.exercise)
  return built.ok ? [] : built.errors.map(plainChalkError)
}

/** `line:column message`, as editors list them. */
export function told(source: string): string[] {
  return errorsOf(source).map(({ line, column, message }) => `${line}:${column} ${message}`)
}

export function viewOf(source: string): PublicExercise {
  return publicView(keyOf(source), 'version', sentenceOf)
}

export function stepsOf(view: PublicExercise): PublicStep[] {
  return view.flow.flatMap(item => (item.type === 'step' ? [item.step] : []))
}

export function answersOf(report: ReturnType<typeof solveReport>): Record<string, unknown> {
  return Object.fromEntries(report.steps.map(({ id, answer }) => [id, answer]))
}
