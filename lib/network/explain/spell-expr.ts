import type { Expr } from '../expr'
import { strength } from '../notation'
import type { Spelled, Spelling } from './spelling'

/** Characters of a text that is still read; a longer one is cut short. */
const longest = 200

/** An expression as an exercise file writes it, its names as they are. */
export function spellExpr(expr: Expr): string {
  const spelled: Spelled[] = []
  for (const item of expr) {
    if (item.kind === 'number') spelled.push({ text: item.text, strength: strength.atom })
    else if (item.kind === 'node') spelled.push({ text: item.name, strength: strength.atom })
    else {
      const inputs = item.inputs.flatMap(place => spelled[place] ?? [])
      const whole = (item.op.spelling ?? called(item.op.name))(inputs, item.settings)
      spelled.push(whole.text.length > longest ? { text: '...', strength: strength.atom } : whole)
    }
  }
  return spelled.at(-1)?.text ?? ''
}

function called(word: string): Spelling {
  return (inputs, settings) => ({
    text: `${word}(${[...inputs.map(({ text }) => text), ...settings].join(', ')})`,
    strength: strength.atom,
  })
}
