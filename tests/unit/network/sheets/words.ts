import { type Shape, showShape } from '@/lib/exact/tensor'
import { texOf } from '@/lib/exact/tex'
import { calls } from '@/lib/language/calls'
import {
  chainFormulas,
  composed,
  type Expr,
  formulaMathml,
  nameExpr,
  type Op,
  type Settings,
  spellExpr,
} from '@/lib/network'
import { add } from '@/lib/network/ops/add'
import { multiply } from '@/lib/network/ops/multiply'
import { negate } from '@/lib/network/ops/negate'
import { math } from '@/lib/words/argument'
import { plainSentence } from '@/lib/words/sentence'

const letters = [...'ABCDEFGH']

function given(shapes: readonly Shape[], settings: Settings): string {
  const inputs = shapes.map((shape, nth) => `${letters[nth]} ${showShape(shape)}`)
  return [...inputs, ...(settings.length > 0 ? [`[${settings.join(', ')}]`] : [])].join(', ')
}

function written(expr: Expr): string {
  return `${spellExpr(expr)}  |  ${texOf(formulaMathml(expr))}`
}

/** The op about names, about what begins with a sign, about a sum; as either factor of a product, after a sign and a plus. */
function forms(op: Op, names: readonly Expr[], settings: Settings): Expr[] {
  const whole = composed(op, names, settings)
  const signed = names.map(name => composed(negate, [name]))
  const sums = names.map(name => composed(add, [name, name]))
  const ofSigned = composed(op, signed, settings)
  const about = [whole, ofSigned, composed(op, sums, settings)]
  const within = [
    composed(multiply, [whole, whole]),
    composed(negate, [whole]),
    composed(add, [whole, ofSigned]),
  ]
  return [...about, ...within].filter(expr => expr !== null)
}

function backwards(expr: Expr, shape: Shape): string[] {
  const [read = [], typed = []] = [false, true].map(typed =>
    chainFormulas(expr, nameExpr('Z', shape), nameExpr('G', shape), typed),
  )
  const told = read.map(({ name, formula, words, wordsArePlain, unchanged }) => {
    const marks = `${unchanged ? ' (unchanged)' : ''}${wordsArePlain ? '' : ' (with numbers)'}`
    return `into ${name}: ${formula ? written(formula) : '-'}  |  ${words ? plainSentence(words) : '-'}${marks}`
  })
  // The formulas that are too long to be read, as students type them.
  const only = typed.filter(({ formula }, nth) => formula !== null && read[nth]?.formula === null)
  return [...told, ...only.map(({ name, formula }) => `typed into ${name}: ${formula && written(formula)}`)]
}

/**
 * Everything that an op says of itself: how it is spelt and typeset, alone, about signs and sums and within a product; what
 * a worked solution says of it; which shapes it refuses.
 */
export function wordsOf(op: Op): string[] {
  const { setting, conventions = [], samples, rule: telling } = op
  const call = calls.get(op.name)
  const called = call ? `${call.usages.join(' or ')} [${JSON.stringify(call.settings)}]` : 'an operator'
  const lines = [`${op.name}: ${called}${setting ? `, ${setting}` : ''}`]
  lines.push(...conventions.map(({ about, sentence }) => `  ${about}: ${plainSentence(sentence)}`))
  for (const { shapes, settings = [] } of samples.fit) {
    const rule = op.shape(shapes, settings)
    if (!rule.ok) throw new Error(rule.reason.id)
    const names = shapes.map((shape, nth) => nameExpr(letters[nth] ?? '', shape))
    const [whole, ...others] = forms(op, names, settings)
    if (!whole) throw new Error(`${op.name} does not go with its own samples`)
    const value = telling?.value?.({ inputs: names.map(name => math(spellExpr(name))), shapes, settings })
    lines.push(
      `  ${given(shapes, settings)} -> ${showShape(rule.shape)}: ${value ? plainSentence(value) : '-'}`,
    )
    // The first sample's formula in full, because its TeX does not tell a prefix sign from an infix one.
    if (shapes === samples.fit[0]?.shapes) lines.push(`    ${formulaMathml(whole)}`)
    lines.push(...[whole, ...others].map(expr => `    ${written(expr)}`))
    lines.push(...backwards(whole, rule.shape).map(line => `    ${line}`))
  }
  for (const { shapes, settings = [] } of samples.misfit) {
    const rule = op.shape(shapes, settings)
    lines.push(`  ${given(shapes, settings)} does not go: ${rule.ok ? '' : plainSentence(rule.reason)}`)
  }
  // What another sample has shown already needs no second reading.
  return [...new Set(lines)]
}
