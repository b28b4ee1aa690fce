import { partialMathml } from '@/lib/exact/mathml'
import { formulaMathml, spellExpr } from '@/lib/network'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Jacobian, type JacobianTarget, jacobianIn } from '../jacobian'
import { entryLines } from './entries'
import { introduced, line, type WorkedLine } from './line'
import { indexAt, type Named } from './names'
import type { Shown } from './working'
import type { Workshop } from './workshop'

/** A Jacobian: the rule of the node, then its entries, row by row. */
export function jacobianLines(
  shop: Workshop,
  target: JacobianTarget,
  step: { readonly quantity: string; readonly name: Shown },
): WorkedLine[] {
  const jacobian = jacobianIn(shop.exercise.graph, target)
  const { expr } = jacobian.of
  const [of, by] = [math(target.of), math(target.by)]
  const formula = { text: spellExpr(expr), mathml: formulaMathml(expr) }
  const rule = line(message('jacobians.how-computed', { of }), [shop.name(target.of), formula])
  const entries = shop.worked(step.quantity)
  if (entries === null) return [rule]
  const name = entryNames(jacobian, step.name)
  const lines = entryLines({ name, entries, numerals: shop.numerals })
  return [rule, ...introduced(message('jacobians.why', { of, by }), lines)]
}

/** `dp[1]/dz[2]` at row 1, column 2. */
function entryNames({ of, by, rows, columns }: Jacobian, whole: Shown): Named {
  return {
    ...whole,
    entry: (_shape, place) => {
      const row = indexAt(of.shape, rows[Math.floor(place / columns.length)] ?? 0)
      const column = indexAt(by.shape, columns[place % columns.length] ?? 0)
      return {
        text: `d${of.name}${indexed(row)}/d${by.name}${indexed(column)}`,
        mathml: partialMathml(of.name, by.name, row, column),
      }
    },
  }
}

function indexed(index: readonly number[]): string {
  return index.length === 0 ? '' : `[${index.join(',')}]`
}
