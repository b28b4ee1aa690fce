import type { Scalar } from '@/lib/exact/atoms'
import { mo, mrow, nameMathml, partialMathml } from '@/lib/exact/mathml'
import type { Tensor } from '@/lib/exact/tensor'
import { type Expr, formulaMathml, namesIn, nodeOf, spellExpr } from '@/lib/network'
import { message } from '@/lib/words/message'
import { derivationOf } from '../derivation/derive'
import type { Exercise } from '../exercise'
import { line, showTensor, type WorkedLine } from './line'
import { nameOf } from './names'
import { numeralsOf } from './numerals'
import { usesOf } from './uses'
import type { Shown } from './working'

export interface InOneLine extends Omit<WorkedLine, 'says'> {
  /** The names in its formula: of nodes, and of gradients (`dL/du`). */
  readonly names: readonly string[]
}

/**
 * A quantity in one line: its name, its formula over other quantities, and `value`, which need not be right. Null where it has no formula
 * in symbols. Where it is used several times, the formulas of its uses are added up.
 */
export function inOneLine(exercise: Exercise, id: string, value: Tensor<Scalar>): InOneLine | null {
  const formulas = formulasOf(exercise, id)
  if (formulas === null) return null
  const formula: Shown = {
    text: formulas.map(spellExpr).join(' + '),
    mathml: mrow(formulas.map(expr => formulaMathml(expr, name => nameShown(exercise, name))).join(mo('+'))),
  }
  const shown = showTensor(value, numeralsOf(exercise))
  const { text, mathml, tex } = line(message('worked.result'), [nameOf(exercise, id), formula, shown])
  return { text, mathml, tex, names: [...new Set(formulas.flatMap(namesIn))] }
}

function formulasOf(exercise: Exercise, id: string): Expr[] | null {
  const about = derivationOf(exercise).quantities.get(id)?.about
  if (about?.kind === 'value') return [nodeOf(exercise.graph, about.node.name).expr]
  if (about?.kind !== 'gradient' || about.wires !== undefined) return null
  const formulas = usesOf(exercise, about).map(({ formula }) => formula)
  const told = formulas.filter(formula => formula !== null)
  return told.length === 0 || told.length < formulas.length ? null : told
}

function nameShown({ loss }: Exercise, name: string): string {
  return name.startsWith('dL/d') ? partialMathml(loss ?? 'L', name.slice(4)) : nameMathml(name)
}
