import { isElement } from '../atoms'
import type { Budget } from '../budget'
import { type Lazy, partsOf } from './lazy'

/** Whether two numbers were computed alike, from the same numbers: then they are equal, and nothing else has to be worked out. */
export function sameRecipe(a: Lazy, b: Lazy, budget: Budget): boolean {
  const met = new Map<Lazy, Lazy>()
  const open: [Lazy, Lazy][] = [[a, b]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [x, y] = pair
    if (x === y || met.get(x) === y) continue
    budget.spend(1)
    if (!alike(x, y)) return false
    met.set(x, y)
    const [parts, others] = [partsOf(x), partsOf(y)]
    if (parts.length !== others.length) return false
    for (const [nth, part] of parts.entries()) {
      const other = others[nth]
      if (other !== undefined) open.push([part, other])
    }
  }
  return true
}

/** Whether the last operation is the same. What was computed alike has the same bounds, too. */
function alike(x: Lazy, y: Lazy): boolean {
  if (x.lo !== y.lo || x.hi !== y.hi || x.from !== y.from) return false
  if (x.from !== 'given') return true
  const [p, q] = [x.exact, y.exact]
  if (p === null || q === null || isElement(p) || isElement(q)) return p === q
  return p.n === q.n && p.d === q.d
}
