import { type Expr, type Graph, graphOf, namesIn } from '@/lib/network'
import type { Exercise, ExerciseNode } from '../exercise'
import type { Check, Source } from './sources'

/** Sources that checks bind together. They are drawn, tried and drawn again as one. */
export interface Group {
  readonly sources: readonly Source[]
  readonly checks: readonly Check[]
  /** The nodes between the sources and the checks. */
  readonly between: Graph<ExerciseNode>
}

export interface Groups {
  readonly groups: readonly Group[]
  /** Checks that rest on nothing drawn, and the unchanging nodes that all checks need. */
  readonly fixed: readonly Check[]
  readonly still: Graph<ExerciseNode>
  /** Names of the nodes that change from variant to variant. */
  readonly moving: ReadonlySet<string>
}

/**
 * Parts sources and checks so that no check rests on sources of two groups. Drawing each group by itself until its checks
 * hold gives the same distribution as drawing everything until all checks hold, with far fewer draws.
 */
export function groupsOf({ graph }: Exercise, sources: readonly Source[], checks: readonly Check[]): Groups {
  const behind = sourcesBehind(graph, new Set(sources.map(({ name }) => name)))
  const behindOf = (expr: Expr): string[] => [
    ...new Set(namesIn(expr).flatMap(name => [...(behind.get(name) ?? [])])),
  ]
  const leaders = new Map(sources.map(({ name }) => [name, name]))
  const leaderOf = (name: string): string => {
    let leader = name
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next
    return leader
  }
  for (const { expr } of checks) {
    const [first, ...others] = behindOf(expr)
    if (first !== undefined) for (const other of others) leaders.set(leaderOf(other), leaderOf(first))
  }
  const byLeader = new Map<string, { sources: Source[]; checks: Check[] }>()
  for (const source of sources) {
    const leader = leaderOf(source.name)
    const group = byLeader.get(leader) ?? { sources: [], checks: [] }
    group.sources.push(source)
    byLeader.set(leader, group)
  }
  const fixed: Check[] = []
  for (const check of checks) {
    const [first] = behindOf(check.expr)
    if (first === undefined) fixed.push(check)
    else byLeader.get(leaderOf(first))?.checks.push(check)
  }
  const moving = new Set([...graph.keys()].filter(name => (behind.get(name)?.size ?? 0) > 0))
  const nodes = [...graph.values()]
  const needed = neededBy(nodes, checks)
  return {
    groups: [...byLeader.values()].map(group => {
      const wanted = neededBy(nodes, group.checks)
      const between = nodes.filter(({ name, draw }) => draw === null && moving.has(name) && wanted.has(name))
      return { ...group, between: graphOf(between) }
    }),
    fixed,
    still: graphOf(nodes.filter(({ name }) => needed.has(name) && !moving.has(name))),
    moving,
  }
}

/** For each node, the names of the sources that it is computed from. */
function sourcesBehind(graph: Graph, sources: ReadonlySet<string>): Map<string, Set<string>> {
  const behind = new Map<string, Set<string>>()
  for (const { name, expr } of graph.values()) {
    const found = new Set(sources.has(name) ? [name] : [])
    for (const used of namesIn(expr)) for (const source of behind.get(used) ?? []) found.add(source)
    behind.set(name, found)
  }
  return behind
}

function neededBy(nodes: readonly ExerciseNode[], checks: readonly Check[]): Set<string> {
  const needed = new Set(checks.flatMap(({ expr }) => namesIn(expr)))
  for (const { name, expr } of [...nodes].reverse()) {
    if (needed.has(name)) for (const used of namesIn(expr)) needed.add(used)
  }
  return needed
}
