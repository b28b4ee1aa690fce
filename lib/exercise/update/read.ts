import { type Shape, sameShape } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import { startOf } from '@/lib/language/syntax/phrase'
import type { Statement } from '@/lib/language/syntax/statement'
import { gradientName, ofGradient, type UpdatePhrase } from '@/lib/language/syntax/update'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { isLeaf } from '../derivation/passes'
import type { Update, UpdateLine } from '../exercise'
import type { Network } from '../network'
import { resolve, type Scope } from '../resolve'

/** A block of `update` lines that stand in a row. */
export interface UpdateBlock {
  readonly update: Update
  /** How many statements stand in it, its `repeat` included. */
  readonly statements: number
}

/** Reads the block that begins with the statement at `start`, which is an `update`. Lines that are wrong are left out. */
export function readBlock(
  statements: readonly Statement[],
  start: number,
  network: Network,
  errors: ChalkFault[],
): UpdateBlock {
  const phrases: UpdatePhrase[] = []
  for (const statement of statements.slice(start)) {
    if (statement.kind !== 'update') break
    phrases.push(statement)
  }
  const after = statements[start + phrases.length]
  const repeat = after?.kind === 'repeat' ? after : null
  const first = new Map<string, number>()
  const lines = phrases.flatMap((phrase): UpdateLine[] => {
    const { name, at } = phrase
    const known = first.get(name)
    first.set(name, known ?? at.line)
    if (known !== undefined) {
      errors.push(faultAt(at, message('targets.updated-already', { name: math(name), line: known })))
      return []
    }
    const line = readLine(phrase, network, errors)
    return line === null ? [] : [line]
  })
  const place = statements[start]?.place ?? { line: 1, column: 1 }
  const update = { lines, rounds: repeat?.rounds ?? 1, place }
  return { update, statements: phrases.length + (repeat === null ? 0 : 1) }
}

function readLine(
  { name, phrase, at, place }: UpdatePhrase,
  network: Network,
  errors: ChalkFault[],
): UpdateLine | null {
  const refused = refuseName(name, network)
  if (refused === 'told') return null
  if (refused !== null) {
    errors.push(faultAt(at, refused))
    return null
  }
  const scope = scopeOf(network)
  const resolved = resolve(phrase, scope)
  if (!resolved.ok) {
    if (resolved.error !== null) errors.push(resolved.error)
    return null
  }
  const shape = network.graph.get(name)?.shape ?? []
  if (!sameShape(shape, resolved.shape)) {
    const said = { name: math(name), own: shape, found: resolved.shape }
    errors.push(faultAt(startOf(phrase), message('misfit.update', said)))
    return null
  }
  const root = phrase.at(-1)
  const source = root === undefined ? '' : scope.source.slice(root.from, root.to)
  const onOneLine = source
    .replace(/#[^\r\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, shape, expr: resolved.expr, source: onOneLine, place }
}

/** Why a name cannot be updated; null where it can, and `told` where its own error is told elsewhere. */
function refuseName(name: string, { graph, explain }: Network): Message | 'told' | null {
  const node = graph.get(name)
  if (node === undefined) return explain(name) ?? 'told'
  return isLeaf(node) ? null : message('targets.update-of-node', { name: math(name) })
}

/** Givens, params, and the gradients of all nodes. */
function scopeOf({ graph, seeded, bare, explain }: Network): Scope {
  const shapes = new Map<string, Shape>()
  for (const node of graph.values()) {
    if (isLeaf(node)) shapes.set(node.name, node.shape)
    if (seeded) shapes.set(gradientName(node.name), node.shape)
  }
  return {
    ...bare,
    shapes,
    explain: name => {
      const node = ofGradient(name)
      if (node !== null && graph.has(node)) return message('targets.no-gradients')
      if (node === null && graph.has(name)) return message('targets.update-by-node', { name: math(name) })
      return explain(node ?? name)
    },
  }
}
