import { type Graph, namesIn } from '@/lib/network'
import type { ExerciseNode } from '../exercise'
import type { Pass } from './quantity'

/** The pass over the file's own numbers. */
export const main: Pass = { value: node => node, gradient: node => `dL/d${node}`, before: null }

/** Names of the nodes that change when these do, themselves included. */
export function movingWith(graph: Graph<ExerciseNode>, names: Iterable<string>): ReadonlySet<string> {
  const moving = new Set(names)
  for (const { name, expr } of graph.values()) {
    if (namesIn(expr).some(used => moving.has(used))) moving.add(name)
  }
  return moving
}

/** The pass after some nodes moved. What moves has quantities of its own there; `settled` are gone on with as `settledId` says. */
export function movedPass(
  prefix: string,
  before: Pass,
  moving: ReadonlySet<string>,
  settled: ReadonlySet<string> = new Set(),
): Pass {
  return {
    value: node => {
      if (settled.has(node)) return settledId(prefix, node)
      return moving.has(node) ? movedId(prefix, node) : main.value(node)
    },
    gradient: node => `${prefix} dL/d${node}`,
    before,
  }
}

/** What a node moved to. */
export function movedId(prefix: string, node: string): string {
  return `${prefix} ${node}`
}

/** The same value as the pass after it goes on with it: its fractions may be known by their digits alone there. */
export function settledId(prefix: string, node: string): string {
  return `${prefix} ~${node}`
}

/** What the ids of one round begin with: `descend`, `descend.step2`. */
export function roundPrefix(start: string, round: number): string {
  return round === 1 ? start : `${start}.step${round}`
}

/** `nudge2` of `nudge2.actual`, `descend` of `descend.step2.W1`. */
export function movePrefix(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

/** Whether a node has a value of its own and no rule. */
export function isLeaf({ role }: ExerciseNode): boolean {
  return role === 'given' || role === 'param'
}
