import { isElement } from '../atoms'
import type { Budget } from '../budget'
import type { Lazy } from './lazy'

/** Whether two numbers were computed alike, from the same numbers: then they are equal, and nothing else has to be worked out. */
export function sameRecipe(a: Lazy, b: Lazy, budget: Budget): boolean {
  const met = new Map<Lazy, Lazy>()
  // Two stacks and no list of pairs: this is asked of every entry of every wrong answer.
  const [left, right] = [[a], [b]]
  for (let x = left.pop(), y = right.pop(); x !== undefined && y !== undefined; ) {
    if (x !== y && met.get(x) !== y) {
      budget.spend(1)
      if (!alike(x, y)) return false
      met.set(x, y)
      if (x.a !== null && y.a !== null) {
        left.push(x.a)
        right.push(y.a)
      }
      if (x.b !== null && y.b !== null) {
        left.push(x.b)
        right.push(y.b)
      } else if (x.among !== null && y.among !== null) {
        left.push(...x.among)
        right.push(...y.among)
      }
    }
    x = left.pop()
    y = right.pop()
  }
  return true
}

/** Whether the last operation is the same, of as many numbers. What was computed alike has the same bounds, too. */
function alike(x: Lazy, y: Lazy): boolean {
  if (x.lo !== y.lo || x.hi !== y.hi || x.from !== y.from) return false
  if ((x.a === null) !== (y.a === null) || (x.b === null) !== (y.b === null)) return false
  if (x.among?.length !== y.among?.length) return false
  if (x.from !== 'given') return true
  const [p, q] = [x.exact, y.exact]
  if (p === null || q === null || isElement(p) || isElement(q)) return p === q
  return p.n === q.n && p.d === q.d
}
