import type { Scalar } from '@/lib/exact/atoms'
import { type MistakeId, sameTensor } from '@/lib/network'
import { type Derivation, quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import type { TracePlan } from '../exercise'
import type { Numbers } from '../mistakes/numbers'
import { mistakesAt } from '../mistakes/wrongs'
import type { Answers, Sheets } from './sheets'

/**
 * The spoiled steps at which the mistake was made, as far as what is shown tells: those that rest on no other spoiled
 * step. The target comes first, if it is among them.
 */
export function nearestSteps(derivation: Derivation, spoiled: readonly string[], target: string): string[] {
  const asked = spoiled.flatMap(id => {
    const quantity = derivation.asked.get(id)?.quantity
    return quantity === undefined ? [] : [{ id, quantity }]
  })
  const nearest = asked.filter(({ quantity }) => {
    const before = new Set(
      behind(derivation, quantityOf(derivation, quantity).rule, () => false).map(one => one.id),
    )
    return !asked.some(other => other.quantity !== quantity && before.has(other.quantity))
  })
  const ids = nearest.map(({ id }) => id)
  return ids.includes(target) ? [target, ...ids.filter(id => id !== target)] : ids
}

/**
 * The mistakes that lead to just this sheet, made at one of these steps or at something behind it that no step asks for;
 * the file's own first.
 */
export function sameMistakes(
  { mistake }: TracePlan,
  sheet: Answers,
  where: readonly string[],
  sheets: Sheets,
  numbers: Numbers<Scalar>,
): MistakeId[] {
  const { derivation, field } = numbers
  const found = new Set([mistake])
  const { wholes } = sheets
  const quantities = where.flatMap(step => {
    const asked = derivation.asked.get(step)
    if (asked === undefined) return []
    const own = quantityOf(derivation, asked.quantity)
    return [own, ...behind(derivation, own.rule, id => wholes.has(id))]
  })
  for (const quantity of new Set(quantities)) {
    if (quantity.about.kind === 'stated') continue
    for (const one of mistakesAt(quantity, numbers)) {
      if (found.has(one.mistake)) continue
      const other = sheets.with(quantity, one.value)
      if (other === null) continue
      const same = [...sheet].every(([id, value]) => {
        const its = other.get(id)
        return its !== undefined && sameTensor(field, value, its)
      })
      if (same) found.add(one.mistake)
    }
  }
  return [...found]
}
