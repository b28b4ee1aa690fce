import { type Tensor, zipTensors } from '@/lib/exact/tensor'
import { ancestryOf, itemAt, namesIn, type Wrong, wrong } from '@/lib/network'
import type { ExerciseNode } from '../exercise'
import { arriving, type Back } from './back'
import type { Numbers } from './numbers'

/**
 * Mistakes about a quantity that is used several times: only one use counted, or the routes multiplied. Of a skip
 * connection and the other route, one is lost.
 */
export function pathMistakes<S>(name: string, backs: readonly Back<S>[], numbers: Numbers<S>): Wrong<S>[] {
  const { field, derivation, budget } = numbers
  const routes = backs.flatMap(back =>
    arriving(name, [back], numbers).map(({ part, place }) => {
      budget?.spend(back.consumer.expr.length + derivation.exercise.graph.size)
      return { part, skips: isSkip(back.consumer, name, place, derivation.exercise.graph) }
    }),
  )
  const [first] = routes
  const last = routes.at(-1)
  if (first === undefined || last === undefined || routes.length < 2) return []
  const joined = (parts: readonly Tensor<S>[], join: (a: S, b: S) => S): Tensor<S> | null => {
    const [start, ...more] = parts
    return start === undefined ? null : more.reduce((sum, part) => zipTensors(sum, part, join), start)
  }
  const found: Wrong<S>[] = []
  const product = joined(
    routes.map(({ part }) => part),
    field.mul,
  )
  if (product !== null) found.push(wrong('paths-multiplied', product))
  const skips = routes.filter(route => route.skips)
  const around = joined(
    routes.filter(route => !route.skips).map(({ part }) => part),
    field.add,
  )
  const [skip] = skips
  if (skip !== undefined && skips.length === 1 && around !== null) {
    found.push(wrong('skip-lost', around), wrong('skip-only', skip.part))
    // With two routes there is nothing else to lose.
    if (routes.length === 2) return found
  }
  return [...found, wrong('one-path', first.part), wrong('one-path', last.part)]
}

/** Whether a use is a skip connection: added as it is to something that is computed from the same node. */
function isSkip(
  consumer: ExerciseNode,
  name: string,
  place: number,
  graph: ReadonlyMap<string, ExerciseNode>,
): boolean {
  const { expr } = consumer
  let here = place
  for (let next = place + 1; next < expr.length; next += 1) {
    const item = itemAt(expr, next)
    if (item.kind !== 'apply' || !item.inputs.includes(here)) continue
    const adds = item.op.name === 'add' || (item.op.name === 'subtract' && item.inputs[0] === here)
    if (!adds) return false
    here = next
  }
  if (here !== expr.length - 1) return false
  const uses = expr.filter((item, at) => at !== place && item.kind === 'node' && item.name === name)
  if (uses.length > 0) return true
  return namesIn(expr).some(other => other !== name && ancestryOf(graph, other).has(name))
}
