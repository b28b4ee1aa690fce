import { nameMathml, partialMathml } from '@/lib/exact/mathml'
import { formulaMathml, namesIn } from '@/lib/network'
import { derivationOf } from './derivation/derive'
import type { Exercise } from './exercise'
import { usesOf } from './solution/uses'

/** What one node that uses another sends back to it. */
export interface WayBack {
  readonly through: string
  /** The rule in symbols, as MathML; null where no short formula says it. */
  readonly rule: string | null
  /** Nodes whose values the rule takes besides the gradient that arrives. */
  readonly takes: readonly string[]
}

/** Through which nodes a gradient comes back, in the file's order; none where nothing comes back to the node. */
export function waysBack(exercise: Exercise, node: string): WayBack[] {
  const about = derivationOf(exercise).quantities.get(`dL/d${node}`)?.about
  if (about?.kind !== 'gradient') return []
  const uses = usesOf(exercise, about)
  const throughs = [...new Set(uses.map(({ consumer }) => consumer.name))]
  return throughs.map(through => {
    const own = uses.filter(({ consumer }) => consumer.name === through)
    const formula = own.length === 1 ? (own[0]?.formula ?? null) : null
    const isGradient = (name: string) => name.startsWith('dL/d')
    return {
      through,
      rule: formula && formulaMathml(formula, name => typeset(exercise, name)),
      takes: formula === null ? [] : namesIn(formula).filter(name => !isGradient(name)),
    }
  })
}

function typeset({ loss }: Exercise, name: string): string {
  return name.startsWith('dL/d') ? partialMathml(loss ?? 'L', name.slice(4)) : nameMathml(name)
}
