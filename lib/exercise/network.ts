import { symbolNames } from '@/lib/exact/answer/vocabulary'
import { Budget } from '@/lib/exact/budget'
import { type Shape, showShape, sizeOf } from '@/lib/exact/tensor'
import { graphOf, type Place } from '@/lib/network'
import { functions } from '@/lib/network/ops'
import { readRight } from './draw'
import type { Exercise, ExerciseNode, Upstream } from './exercise'
import { type ChalkFault, faultAt, verbatim } from './fault'
import { exerciseLimits } from './limits'
import type { Scope } from './resolve'
import { clashesOf } from './symbols'
import type { Definition, Statement } from './syntax/statement'
import { reservedReason } from './syntax/words'
import { readUpstream } from './upstream'

/** The network of a file as far as it could be read, and what was wrong with the rest. */
export interface Network {
  readonly graph: Exercise['graph']
  readonly loss: string | null
  readonly upstream: Upstream | null
  /** Whether the file has a loss or an upstream gradient, even a wrong one; then its absence is no error. */
  readonly seeded: boolean
  /** Whether the file has parameters, even wrong ones. */
  readonly hasParams: boolean
  readonly errors: readonly ChalkFault[]
  /** The scope of an expression without names: an EPS, a rate. */
  readonly bare: Scope
  /** Says why `name` is no node; null where that was told already. */
  explain(name: string): string | null
}

interface Draft {
  readonly nodes: ExerciseNode[]
  readonly shapes: Map<string, Shape>
  readonly errors: ChalkFault[]
}

/** `lost` are names that unreadable lines may have defined. */
export function readNetwork(
  statements: readonly Statement[],
  lost: ReadonlySet<string>,
  source: string,
): Network {
  const draft: Draft = { nodes: [], shapes: new Map(), errors: [] }
  const failed = new Set(lost)
  const definitions = statements.filter(statement => statement.kind === 'definition')
  const coming = new Map(definitions.map(({ name, place }) => [name, place]))
  const fail = (place: Place, text: string): void => {
    draft.errors.push(faultAt(place, verbatim(text)))
  }
  const explain = (name: string): string | null => {
    if (failed.has(name)) return null
    const later = coming.get(name)
    if (later !== undefined) return `${name} is used here before it is defined (line ${later.line})`
    if (name === 'L') return 'L names the loss, and there is no loss of that name here'
    return `there is no node ${name}${similar(name, [...coming.keys()])}`
  }
  const budget = new Budget(exerciseLimits.settings)
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
    if (refused !== null) {
      fail(place, refused)
      failed.add(name)
    }
    if (role === 'loss' && loss !== null) {
      fail(place, `a second loss: the loss is ${loss.name} already (line ${loss.place.line})`)
    }
    const resolved = readRight(definition, role === 'given' || role === 'param' ? bare : inner)
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
    const { shape, expr, draw } = resolved
    const symbols = definition.symbols === null ? null : symbolNames(name, shape)
    draft.nodes.push({ name, role, place, source: text, shape, expr, draw, symbols })
  }
  draft.errors.push(...clashesOf(draft.nodes))

  const { upstream, found, errors } = readUpstream(statements, {
    nodes: draft.nodes,
    loss,
    failed,
    bare,
    explain,
  })
  draft.errors.push(...errors)
  return {
    graph: graphOf(draft.nodes),
    loss: loss?.name ?? null,
    upstream,
    seeded: found || loss !== null || failed.has('loss') || failed.has('upstream'),
    hasParams: definitions.some(({ role }) => role === 'param') || failed.has('param'),
    errors: draft.errors,
    bare,
    explain,
  }
}

function refuseName({ name, role }: Definition, nodes: readonly ExerciseNode[]): string | null {
  const reserved = reservedReason(name, functions)
  if (reserved !== null) return reserved
  if ([...name].length > exerciseLimits.nameChars) {
    return `a name has at most ${exerciseLimits.nameChars} characters`
  }
  if (name === 'L' && role !== 'loss')
    return 'L names nothing but the loss: choose another name, or write loss L = …'
  const first = nodes.find(node => node.name === name)
  return first === undefined ? null : `${name} is defined already (line ${first.place.line})`
}

function quoteDefinition({ phrase, draw }: Definition, source: string): string {
  const root = draw ?? phrase.at(-1)
  if (root === undefined) return ''
  // Students see this, and comments are the teacher's own.
  const text = source.slice(root.from, root.to).replace(/#[^\r\n]*/g, '')
  return text.replace(/\s+/g, ' ').trim()
}

/** ` (did you mean W1?)` where a name differs by its case alone. */
function similar(name: string, names: readonly string[]): string {
  const twin = names.find(other => other.toLowerCase() === name.toLowerCase())
  return twin === undefined ? '' : ` (did you mean ${twin}?)`
}
