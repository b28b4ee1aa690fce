import { mo, mrow, nameMathml, tight } from '@/lib/exact/mathml'
import type { DrawnBox } from './drawing'

/** What stands above a box: `z`, or `C = AB`, or ∂L/∂z. */
export function captionMathml({ pass, node, formula }: DrawnBox, loss: string): string {
  if (pass === 'backward') return slashed(loss, node.name)
  return formula === null ? node.mathml : mrow(inside(node.mathml), mo('='), inside(formula))
}

const inside = (mathml: string) => mathml.replace(/^<math[^>]*>|<\/math>$/g, '')

/** ∂L/∂z on one line, to stand above a box. */
function slashed(loss: string, name: string): string {
  return mrow(tight('∂'), nameMathml(loss), tight('/'), tight('∂'), nameMathml(name))
}
