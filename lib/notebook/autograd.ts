import type { Exercise, ExerciseNode } from '@/lib/exercise'
import { ancestryOf } from '@/lib/network'
import { gradientOf } from './backward'
import type { Writing } from './write'

interface Network {
  /** The leaves and all nodes whose gradient was worked out. */
  readonly leaves: readonly ExerciseNode[]
  readonly nodes: readonly ExerciseNode[]
  readonly start: string
  /** The lines of the forward pass that compute these nodes. */
  readonly forward: (only: ReadonlySet<string>) => readonly string[]
}

/** What the library's own differentiation says of the same gradients; nothing in NumPy, which has none. */
export function autogradLines(exercise: Exercise, network: Network, writing: Writing): string[] {
  const { name, library } = writing
  const { start } = network
  const asked = library === 'torch' ? network.nodes : network.leaves
  if (library === 'numpy' || asked.length === 0) return []
  const mine = asked.map(node => name(gradientOf(node.name)))
  const called = mine.map(gradient => `"${gradient}"`)
  const each = (theirs: string): string[] => [
    `for called, its, mine in zip([${called.join(', ')}], ${theirs}, [${mine.join(', ')}]):`,
    '    check(called, its, mine)',
  ]
  const given = exercise.loss === null ? name(gradientOf(start)) : null
  if (library === 'torch') {
    const options = [
      name(start),
      `[${asked.map(node => name(node.name)).join(', ')}]`,
      given ?? `torch.ones_like(${name(start)})`,
    ]
    return [`theirs = torch.autograd.grad(${options.join(', ')}, retain_graph=True)`, ...each('theirs')]
  }
  const inputs = asked.map(node => name(node.name)).join(', ')
  const on = [...ancestryOf(exercise.graph, start)].filter(node =>
    asked.some(leaf => ancestryOf(exercise.graph, node).has(leaf.name)),
  )
  return [
    `def network(${inputs}):`,
    ...network.forward(new Set(on)).map(line => `    ${line}`),
    `    return ${name(start)}`,
    '',
    `value, pull = jax.vjp(network, ${inputs})`,
    ...each(`pull(${given ?? 'jnp.ones_like(value)'})`),
  ]
}
