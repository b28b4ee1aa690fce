import { Budget } from '@/lib/exact/budget'
import { type Shape, sizeOf } from '@/lib/exact/tensor'
import { symbolNames } from '@/lib/language/answer/vocabulary'
import { type ChalkFault, faultAt, unexpected } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import { nearWord } from '@/lib/language/syntax/near'
import type { Definition, Statement } from '@/lib/language/syntax/statement'
import { refuseReserved } from '@/lib/language/syntax/words'
import { type Expr, graphOf, namesIn, spellExpr } from '@/lib/network'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Defined, expandCircuits, refuseOperand } from './circuit-definitions'
import { readRight } from './draw'
import type { Exercise, ExerciseNode, Upstream } from './exercise'
import { exerciseLimits } from './limits'
import type { Scope } from './resolve'
import { clashesOf } from './symbols'
import { readUpstream } from './upstream'

/** The network of a file as far as it could be read, and what was wrong with the rest. */
export interface Network {
  readonly graph: Exercise['graph']
  readonly everyNode: Exercise['everyNode']
  readonly circuits: Exercise['circuits']
  /** The name of the loss, of sizes only or not. */
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
  explain(name: string): Message | null
}

interface Draft {
  readonly nodes: ExerciseNode[]
  readonly shapes: Map<string, Shape>
  readonly sizesOnly: Set<string>
  readonly errors: ChalkFault[]
}

/** `lost` are names that unreadable lines may have defined. */
export function readNetwork(
  statements: readonly Statement[],
  lost: ReadonlySet<string>,
  source: string,
): Network {
  const draft: Draft = { nodes: [], shapes: new Map(), sizesOnly: new Set(), errors: [] }
  const failed = new Set(lost)
  const written = statements.filter(statement => statement.kind === 'definition')
  const { definitions, circuits, errors: unfit } = expandCircuits(written)
  draft.errors.push(...unfit)
  for (const { name } of written) if (!definitions.some(other => other.name === name)) failed.add(name)
  const coming = new Map(definitions.map(({ name, place }) => [name, place]))
  const fail = (place: Place, message: Message): void => {
    draft.errors.push(faultAt(place, message))
  }
  const losses = definitions.filter(({ role }) => role === 'loss')
  const beginsGradient = (name: string): boolean =>
    name === 'dL' || losses.some(loss => name === `d${loss.name}`)
  const explain = (name: string): Message | null => {
    if (failed.has(name)) return null
    if (draft.sizesOnly.has(name)) return message('counts.sizes-only', { name: math(name) })
    const later = coming.get(name)
    if (later !== undefined) return message('names.used-before', { name: math(name), line: later.line })
    if (name === 'L') return message('names.no-loss')
    if (beginsGradient(name)) return message('names.of-gradient', { name: math(name) })
    return message('names.unknown', { name: math(name), meant: similar(name, [...coming.keys()]) })
  }
  const budget = new Budget(exerciseLimits.settings)
  const inner: Scope = {
    source,
    shapes: draft.shapes,
    sizesOnly: draft.sizesOnly,
    explain,
    budget,
  }
  const bare: Scope = {
    source,
    shapes: new Map(),
    explain: name =>
      beginsGradient(name)
        ? message('names.of-gradient', { name: math(name) })
        : unexpected(message('found.name', { name: math(name) }), message('expected.value-of-numbers')),
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
      fail(place, message('targets.second-loss', { name: math(loss.name), line: loss.place.line }))
    }
    if (role === 'loss') loss ??= definition
    const operand = definition.operationOf === undefined ? null : refuseOperand(definition, draft.shapes)
    if (operand !== null) {
      draft.errors.push(operand)
      failed.add(name)
      continue
    }
    const resolved = readRight(definition, role === 'given' || role === 'param' ? bare : inner)
    if (!resolved.ok) {
      if (resolved.error !== null) draft.errors.push(resolved.error)
      failed.add(name)
      continue
    }
    if (definition.operationOf !== undefined && resolved.shape.length > 0) {
      const said = { name: math(spellExpr(resolved.expr)), shape: resolved.shape, example: null }
      fail(place, message('circuits.not-a-number', said))
      failed.add(name)
      continue
    }
    if (role === 'loss' && sizeOf(resolved.shape) !== 1) {
      fail(place, message('misfit.loss', { name: math(name), shape: resolved.shape }))
    }
    if (draft.shapes.has(name)) continue
    draft.shapes.set(name, resolved.shape)
    const { shape, expr, draw } = resolved
    const isOperation = definition.operationOf !== undefined
    const text = isOperation ? spellExpr(expr) : quoteDefinition(definition, source)
    if (isSizesOnly(definition, expr, draft.sizesOnly)) draft.sizesOnly.add(name)
    const isSymbolic = definition.symbols !== null && !draft.sizesOnly.has(name)
    const symbols = isSymbolic ? symbolNames(name, shape) : null
    draft.nodes.push({ name, role, place, source: text, shape, expr, draw, symbols })
  }
  draft.errors.push(...clashesOf(draft.nodes))
  const valued = draft.nodes.filter(({ name }) => !draft.sizesOnly.has(name))

  const { upstream, found, errors } = readUpstream(statements, {
    nodes: valued,
    loss,
    failed,
    bare,
    explain,
  })
  draft.errors.push(...errors)
  return {
    graph: graphOf(valued),
    everyNode: graphOf(draft.nodes),
    circuits,
    loss: loss?.name ?? null,
    upstream,
    seeded: found || loss !== null || failed.has('loss') || failed.has('upstream'),
    hasParams: definitions.some(({ role }) => role === 'param') || failed.has('param'),
    errors: draft.errors,
    bare,
    explain,
  }
}

/** Whether a node has a shape alone: it is stated by one that is too large for values, or is computed from such. */
function isSizesOnly({ symbols }: Definition, expr: Expr, sizesOnly: ReadonlySet<string>): boolean {
  if (symbols !== null) return sizeOf(symbols) > exerciseLimits.entries
  return sizesOnly.size > 0 && namesIn(expr).some(name => sizesOnly.has(name))
}

function refuseName({ name, role, operationOf }: Defined, nodes: readonly ExerciseNode[]): Message | null {
  const reserved = refuseReserved(name)
  if (reserved !== null) return reserved
  if ([...name].length > exerciseLimits.nameChars) {
    return message('names.too-long', { most: exerciseLimits.nameChars })
  }
  if (name === 'L' && role !== 'loss') return message('names.loss-only')
  const first = nodes.find(node => node.name === name)
  if (first === undefined) return null
  const said = { name: math(name), line: first.place.line }
  return operationOf === undefined || operationOf === name
    ? message('names.defined-already', said)
    : message('circuits.name-taken', { ...said, circuit: math(operationOf) })
}

function quoteDefinition({ phrase, draw }: Definition, source: string): string {
  const root = draw ?? phrase.at(-1)
  if (root === undefined) return ''
  // Students see this, and comments are the teacher's own.
  const text = source.slice(root.from, root.to).replace(/#[^\r\n]*/g, '')
  return text.replace(/\s+/g, ' ').trim()
}

/** What was probably meant: the name that differs by its case alone, the gradient of `w` for `dw`, a name one slip away. */
function similar(name: string, names: readonly string[]): Mathematics | null {
  const twin = names.find(other => other.toLowerCase() === name.toLowerCase())
  if (twin !== undefined) return math(twin)
  const below = names.find(other => [`d${other}`, `d_${other}`, `grad_${other}`].includes(name))
  if (below !== undefined) return math(`dL/d${below}`)
  const near = nearWord(name, names)
  return near === null ? null : math(near)
}
