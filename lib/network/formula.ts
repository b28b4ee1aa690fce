import { mn, mtext, nameMathml } from '@/lib/exact/mathml'
import type { Expr } from './expr'
import { strength, type Written } from './notation'

/** Items of an expression that is typeset; nobody would read a longer formula. */
const longest = 400

/** An expression typeset (dots where it is too long), as the inside of a `<math>` element; `nameOf` sets its names. */
export function formulaMathml(expr: Expr, nameOf: (name: string) => string = nameMathml): string {
  if (expr.length > longest) return mtext('…')
  const written: Written[] = []
  for (const item of expr) {
    const { shape } = item
    const atom = { strength: strength.atom, shape, signed: false }
    if (item.kind === 'number') written.push({ ...atom, mathml: mn(item.text) })
    else if (item.kind === 'node') written.push({ ...atom, mathml: nameOf(item.name) })
    else {
      const inputs = item.inputs.flatMap(place => written[place] ?? [])
      written.push(item.op.notation(inputs, item.settings, shape))
    }
  }
  return written.at(-1)?.mathml ?? ''
}
