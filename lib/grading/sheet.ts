import { type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import { type Nested, nest, type Shape } from '@/lib/exact/tensor'
import type { Key, KeyStep } from '@/lib/exercise'
import { readNumber } from '@/lib/language/lex'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { gradeStep } from './grade'
import { type Graded, plainly } from './graded'
import type { GradedCell, GradedStep } from './graded-step'
import { type RootError, rootErrors } from './roots'
import { invalid, unreadable } from './step'
import { misshapenMessage } from './wording'

export type SheetCell = Pick<GradedCell, 'verdict' | 'reason'>

export interface SheetStep extends Pick<GradedStep, 'verdict' | 'mistakes' | 'sentences'> {
  readonly cells: Nested<SheetCell>
}

/** What `chalk grade` prints (docs/command-line.md 2), before its sentences are made. `score` and `outOf` are rationals; `outOf` counts every step of the file. */
export interface SheetReport {
  readonly steps: Record<string, SheetStep>
  readonly score: string
  readonly outOf: string
}

export type SheetOutcome =
  | { ok: true; report: SheetReport; roots: readonly RootError[] }
  | { ok: false; message: Message }

/**
 * Grades a whole sheet: `answers` is `{STEP-ID: tensor of typed strings}`, any JSON whatever. A step left out is not
 * graded; one whose nesting is not the step's shape is `invalid`; an id that the exercise does not have is an error. A
 * step may follow from the sheet's other answers ([G4]); `roots` are the fewest errors that explain the sheet ([G7]).
 */
export function gradeSheet(key: Key, answers: unknown): SheetOutcome {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) {
    return { ok: false, message: message('verdict.no-object') }
  }
  const given = new Map<string, unknown>(Object.entries(answers))
  const known = new Set(key.steps.map(step => step.id))
  for (const id of given.keys()) {
    if (!known.has(id)) {
      return { ok: false, message: message('verdict.no-step', { step: JSON.stringify(id) }) }
    }
  }
  const typed = new Map<string, string[]>()
  for (const step of key.steps) {
    const cells = typedAt(step, given.get(step.id))
    if (cells !== null) typed.set(step.id, cells)
  }
  const graded = new Map<string, Graded>()
  const steps: [string, SheetStep][] = []
  let score = rationals.zero
  let outOf = rationals.zero
  for (const step of key.steps) {
    const points = exactly(step.points)
    outOf = rationals.add(outOf, points)
    if (!given.has(step.id)) continue
    const cells = typed.get(step.id)
    const grade = cells === undefined ? misshapen(step) : gradeStep(key, step.id, cells, typed)
    const { verdict } = grade
    graded.set(step.id, grade)
    score = rationals.add(score, rationals.mul(points, shareRight(verdict)))
    const { mistakes, sentences } = verdict
    steps.push([step.id, { verdict: verdict.verdict, cells: nestCells(step, verdict), mistakes, sentences }])
  }
  const report = { steps: Object.fromEntries(steps), score: showRational(score), outOf: showRational(outOf) }
  return { ok: true, report, roots: rootErrors(graded) }
}

/** What is given for a step, as cells; null where it is nested otherwise. A choice is one string or several. */
function typedAt(step: KeyStep, given: unknown): string[] | null {
  if (step.kind !== 'choice' || !Array.isArray(given)) return cellsOf(given, step.shape)
  return cellsOf(given, [given.length])
}

function misshapen(step: KeyStep): Graded {
  const { shape } = step
  if (step.kind === 'choice') {
    return plainly(unreadable(shape, new Map([[0, message('questions.misshapen-choice')]])))
  }
  return plainly(invalid(shape, [misshapenMessage(shape)]))
}

/** The strings of nested arrays of exactly this shape, row-major, or null. The shape bounds how deep it looks. */
function cellsOf(nested: unknown, shape: Shape): string[] | null {
  const [length, ...inner] = shape
  if (length === undefined) return typeof nested === 'string' ? [nested] : null
  if (!Array.isArray(nested) || nested.length !== length) return null
  const cells: string[] = []
  for (const row of nested) {
    const found = cellsOf(row, inner)
    if (found === null) return null
    cells.push(...found)
  }
  return cells
}

function nestCells(step: KeyStep, verdict: GradedStep): Nested<SheetCell> {
  const data = verdict.cells.map(cell => ({ verdict: cell.verdict, reason: cell.reason }))
  return nest({ shape: step.shape, data })
}

/** [G3]: the share of cells that are right or follow. */
function shareRight(verdict: GradedStep): Rational {
  const counted = verdict.cells.filter(cell => cell.verdict === 'right' || cell.verdict === 'follows')
  return rational(counted.length, verdict.cells.length)
}

/** Points as the file writes them (`2`, `0.5`), exactly: the shortest decimal of a float is what was typed. */
function exactly(points: number): Rational {
  const read = readNumber(String(points))
  return read.ok ? read.value : rationals.zero
}
