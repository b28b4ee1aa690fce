import { type Scalar, spellScalar } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { readFormula } from '@/lib/language/answer/formula'
import { type Expr, evaluateExpr, spellExpr } from '@/lib/network'
import type { FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { compileFormula } from './compile'
import { formulaNames } from './names'
import { shrunkOf } from './shrink'
import { fieldOn } from './substitution'
import { budgetOf, firstPoints, substitutionsOf } from './substitutions'
import { shapesIn } from './text'

export interface WrittenFormula {
  /** In the engine's own spelling, whatever was typed. */
  readonly text: string
  /** What it gives at some points: the same for formulas that are equal. */
  readonly print: string
}

/** A typed formula as the engine writes it; null where it is none. Ends within its budget. */
export function readAsFormula(key: Key, target: FormulaTarget, text: string): WrittenFormula | null {
  const { exercise } = key
  const names = formulaNames(exercise, target)
  const read = readFormula(text, names)
  const compiled = read.ok ? compileFormula(read.expr, shapesIn(exercise)) : null
  if (!compiled?.ok) return null
  const spelled = spellExpr(compiled.expr)
  // A spelling that would not be read back is worse than what was typed.
  const own = readFormula(spelled, names).ok ? spelled : text.trim()
  return { text: own, print: printOf(key, target, compiled.expr) ?? own }
}

function printOf(key: Key, target: FormulaTarget, expr: Expr): string | null {
  const small = shrunkOf(key.exercise)
  const shrunk = small.expr(expr)
  const points = substitutionsOf(key, target, shrunk === null ? key.exercise : small.exercise)
  const budget = budgetOf(exerciseLimits.formulaWork)
  const prints = Array.from({ length: firstPoints }, (_, nth) => {
    const point = points.point(nth)
    if (point === null) return null
    const field = fieldOn({ ...point, table: point.table.fork() }, budget)
    const run = withinBudget(() => evaluateExpr<Scalar>(shrunk ?? expr, field, point.values, budget))
    return run.ok && run.value.ok ? run.value.value.data.map(spellScalar).join() : null
  })
  return prints.every(print => print === null) ? null : prints.join(' ')
}
