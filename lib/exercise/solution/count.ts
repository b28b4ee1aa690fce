import { mn, mo, mrow, mtext, nameMathml } from '@/lib/exact/mathml'
import { sizeOf } from '@/lib/exact/tensor'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { countedNodes } from '../count'
import type { Exercise, ExerciseNode, Target } from '../exercise'
import { line, type WorkedLine } from './line'
import type { Shown } from './working'

/** A count: the lengths of each node multiplied, then added up where there are several. */
export function countLines(
  exercise: Exercise,
  target: Extract<Target, { kind: 'count' }>,
  name: Shown,
): WorkedLine[] {
  const nodes = countedNodes(exercise, target)
  const [only] = nodes
  const total = whole(nodes.reduce((sum, { shape }) => sum + sizeOf(shape), 0))
  if (only === undefined) return []
  if (nodes.length === 1) return [productLine(only, name)]
  const each = nodes.map(node => productLine(node, nameOf(node)))
  const sizes = nodes.map(({ shape }) => whole(sizeOf(shape)))
  return [...each, line(message('counts.worked-sum'), [name, joined(sizes, '+'), total])]
}

function productLine(node: ExerciseNode, name: Shown): WorkedLine {
  const { shape } = node
  const product = shape.length < 2 ? [] : [joined(shape.map(whole), '*')]
  const says = message('counts.worked', { name: math(node.name) })
  return line(says, [name, ...product, whole(sizeOf(shape))])
}

function nameOf({ name }: ExerciseNode): Shown {
  return {
    text: `count ${name}`,
    mathml: mrow(mtext(`${sentenceOf(message('step-marks.entries-of'))}\u00a0`), nameMathml(name)),
  }
}

function whole(count: number): Shown {
  return { text: String(count), mathml: mn(String(count)) }
}

function joined(parts: readonly Shown[], sign: '+' | '*'): Shown {
  const shown = mo(sign === '*' ? '·' : '+')
  return {
    text: parts.map(({ text }) => text).join(` ${sign} `),
    mathml: mrow(parts.map(({ mathml }) => mathml).join(shown)),
  }
}
