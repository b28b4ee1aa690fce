import { Budget } from '@/lib/exact/budget'
import { type Shape, showShape, sizeOf } from '@/lib/exact/tensor'
import { graphOf } from '@/lib/network'
import { functions } from '@/lib/network/ops'
import type { ChalkError } from '@/lib/protocol/exercise'
import type { Exercise, ExerciseNode, Upstream } from './exercise'
import { resolve, type Scope } from './resolve'
import type { Definition, Statement } from './syntax/statement'
import { reservedReason } from './syntax/words'

/** The network of a file as far as it could be read, and what was wrong with the rest. */
export interface Network {
  readonly graph: Exercise['graph']
  readonly loss: string | null
  readonly upstream: Upstream | null
  /** A loss or an upstream is there, be it a wrong one: its absence is then nothing to complain about. */
  readonly seeded: boolean
  readonly errors: readonly ChalkError[]
  /** Where an expression without names stands: an EPS, a rate. */
  readonly bare: Scope
  /** In words, why `name` is no node; null where that was told already. */
  explain(name: string): string | null
}

interface Draft {
  readonly nodes: ExerciseNode[]
  readonly shapes: Map<string, Shape>
  readonly errors: ChalkError[]
}

/** `lost` are names that lines without a reading may have defined. */
export function readNetwork(
  statements: readonly Statement[],
  lost: ReadonlySet<string>,
  source: string,
): Network {
  const draft: Draft = { nodes: [], shapes: new Map(), errors: [] }
  const failed = new Set(lost)
  const definitions = statements.filter(statement => statement.kind === 'definition')
  const coming = new Map(definitions.map(({ name, place }) => [name, place]))
  const fail = ({ line, column }: { line: number; column: number }, message: string): void => {
    draft.errors.push({ line, column, message })
  }
  const explain = (name: string): string | null => {
    if (failed.has(name)) return null
    const later = coming.get(name)
    if (later !== undefined) return `${name} is used here before it is defined (line ${later.line})`
    if (name === 'L') return 'L names the loss, and there is no loss of that name here'
    return `there is no node ${name}${similar(name, [...coming.keys()])}`
  }
  const budget = new Budget({ work: 300_000, digits: 200 })
  const inner: Scope = { source, shapes: draft.shapes, explain, budget }
  const bare: Scope = {
    source,
    shapes: new Map(),
    explain: name => `found the name ${name}, expected a value: numbers only`,
    budget,
  }

  let loss: Definition | null = null
  for (const definition of definitions) {
    const { name, role, place } = definition
    const refused = refuseName(definition, draft.nodes)
    if (refused !== null) fail(place, refused)
    if (role === 'loss' && loss !== null) {
      fail(place, `a second loss: the loss is ${loss.name} already (line ${loss.place.line})`)
    }
    const resolved = resolve(definition.phrase, role === 'given' || role === 'param' ? bare : inner)
    if (role === 'loss') loss ??= definition
    if (!resolved.ok) {
      if (resolved.error !== null) draft.errors.push(resolved.error)
      failed.add(name)
      continue
    }
    if (role === 'loss' && sizeOf(resolved.shape) !== 1) {
      fail(
        place,
        `a loss is one number (a scalar or 1x1), and ${name} is ${showShape(resolved.shape)}: sum(…) or mean(…) makes one number of it`,
      )
    }
    if (draft.shapes.has(name)) continue
    draft.shapes.set(name, resolved.shape)
    const text = quoteDefinition(definition, source)
    draft.nodes.push({ name, role, place, source: text, shape: resolved.shape, expr: resolved.expr })
  }

  const { upstream, seeded } = readUpstream(statements, draft, loss, { bare, explain, failed, source })
  return {
    graph: graphOf(draft.nodes),
    loss: loss?.name ?? null,
    upstream,
    seeded: seeded || loss !== null,
    errors: draft.errors,
    bare,
    explain,
  }
}

function refuseName({ name, role }: Definition, nodes: readonly ExerciseNode[]): string | null {
  const reserved = reservedReason(name, functions)
  if (reserved !== null) return reserved
  if (name === 'L' && role !== 'loss')
    return 'L names nothing but the loss: choose another name, or write loss L = …'
  const first = nodes.find(node => node.name === name)
  return first === undefined ? null : `${name} is defined already (line ${first.place.line})`
}

function quoteDefinition({ phrase }: Definition, source: string): string {
  const root = phrase.at(-1)
  return root === undefined ? '' : source.slice(root.from, root.to).replace(/\s+/g, ' ')
}

/** ` (did you mean W1?)` where a name differs by its case alone. */
function similar(name: string, names: readonly string[]): string {
  const twin = names.find(other => other.toLowerCase() === name.toLowerCase())
  return twin === undefined ? '' : ` (did you mean ${twin}?)`
}

function readUpstream(
  statements: readonly Statement[],
  { nodes, shapes, errors }: Draft,
  loss: Definition | null,
  {
    bare,
    explain,
    failed,
    source,
  }: { failed: ReadonlySet<string> } & Pick<Network, 'bare' | 'explain'> & {
      source: string
    },
): { upstream: Upstream | null; seeded: boolean } {
  let upstream: Upstream | null = null
  let first: Statement | null = null
  for (const statement of statements) {
    if (statement.kind !== 'upstream') continue
    const { place, top, bottom, phrase } = statement
    const fail = (message: string, at = place): void => {
      errors.push({ line: at.line, column: at.column, message })
    }
    if (first !== null) fail(`a second upstream: the first is on line ${first.place.line}`)
    else if (loss !== null) {
      fail(`the file has a loss (line ${loss.place.line}): an upstream gradient stands instead of one`)
    }
    first ??= statement
    if (top.name !== 'dL' || top.index !== null) {
      fail(`found ${top.name}, expected dL: upstream dL/dNAME = VALUE`, top.place)
      continue
    }
    if (!bottom.name.startsWith('d') || bottom.name.length < 2 || bottom.index !== null) {
      fail(`found ${bottom.name}, expected d and the name of a node: upstream dL/dNAME = VALUE`, bottom.place)
      continue
    }
    const node = bottom.name.slice(1)
    const shape = shapes.get(node)
    if (shape === undefined) {
      const message = explain(node)
      if (message !== null) fail(message, bottom.place)
      continue
    }
    const givens = new Map(
      nodes.filter(({ role }) => role === 'given').map(given => [given.name, given.shape]),
    )
    const [only] = phrase
    const named = phrase.length === 1 && only?.kind === 'name'
    const resolved = resolve(
      phrase,
      named
        ? {
            ...bare,
            source,
            shapes: givens,
            explain: name =>
              shapes.has(name) || failed.has(name)
                ? failed.has(name)
                  ? null
                  : `${name} is no given: an upstream gradient is a value or the name of a given`
                : explain(name),
          }
        : bare,
    )
    if (!resolved.ok) {
      if (resolved.error !== null) errors.push(resolved.error)
      continue
    }
    if (showShape(resolved.shape) !== showShape(shape)) {
      fail(
        `${node} is ${showShape(shape)} and this gradient is ${showShape(resolved.shape)}: a gradient has its node's own shape`,
        only?.place,
      )
      continue
    }
    upstream ??= { node, value: resolved.expr, place }
  }
  return { upstream, seeded: first !== null }
}
