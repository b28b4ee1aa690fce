import { buildKey, Linter, type LintReport, readExercise, suggestionsFor } from '@/lib/exercise'

export function lint(source: string, suggest = true): LintReport {
  const read = readExercise(source)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const built = buildKey(read.exercise)
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  const linter = new Linter(read.exercise)
  linter.add(built.key)
  return linter.report(suggest ? suggestionsFor(built.key, source) : [])
}

/** `dL/dA: missing-transpose = right`. */
export function collisions(source: string): string[] {
  return lint(source, false).collisions.map(({ step, mistake, with: met }) => `${step}: ${mistake} = ${met}`)
}
