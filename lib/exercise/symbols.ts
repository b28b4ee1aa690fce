import type { AtomField, Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { type Tensor, tensorOf } from '@/lib/exact/tensor'
import { isAnswerWord, type Vocabulary, vocabularyOf } from '@/lib/language/answer/vocabulary'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import type { Place } from '@/lib/language/place'
import { namesIn } from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Exercise, ExerciseNode } from './exercise'
import { exerciseLimits } from './limits'

/** Entries without values: their names, and the symbols that stand for them. */

/** Names that clash: two nodes with a symbol in common, or a symbol that is also a node's name. */
export function clashesOf(nodes: readonly ExerciseNode[]): ChalkFault[] {
  const named = new Map(nodes.map(node => [node.name, node]))
  const owners = new Map<string, ExerciseNode>()
  const errors: ChalkFault[] = []
  for (const node of nodes) {
    const trouble = troubleOf(node, owners, named)
    for (const symbol of node.symbols ?? []) if (!owners.has(symbol)) owners.set(symbol, node)
    if (trouble !== null) errors.push(faultAt(later(node, trouble.other), trouble.message))
    if (owners.size > exerciseLimits.symbols) {
      const most = exerciseLimits.symbols
      errors.push(faultAt(node.place, message('names.too-many-symbols', { most })))
      break
    }
  }
  return errors
}

/** The first of a node's symbols that is taken, and by which other node, if it is one. */
function troubleOf(
  { name, symbols, place }: ExerciseNode,
  owners: ReadonlyMap<string, ExerciseNode>,
  named: ReadonlyMap<string, ExerciseNode>,
): { readonly message: Message; readonly other: ExerciseNode | null } | null {
  for (const symbol of symbols ?? []) {
    if (isAnswerWord(symbol)) {
      return { message: message('names.symbol-is-a-word', { name: math(name), symbol }), other: null }
    }
    const clash = { symbol: math(symbol), name: math(name), line: place.line }
    const owner = owners.get(symbol)
    if (owner !== undefined) {
      const said = { ...clash, other: math(owner.name), otherLine: owner.place.line }
      return { message: message('names.symbol-of-two', said), other: owner }
    }
    const node = named.get(symbol)
    if (node !== undefined && node.name !== name) {
      const said = { ...clash, otherLine: node.place.line }
      return { message: message('names.symbol-and-node', said), other: node }
    }
  }
  return null
}

/** The place of the second of the two, which is the one to rename. */
function later({ place }: ExerciseNode, other: ExerciseNode | null): Place {
  return other !== null && other.place.line > place.line ? other.place : place
}

/** The values of the nodes whose entries are symbols. */
export function symbolicValues(
  { graph }: Exercise,
  field: AtomField,
  budget: Budget,
): Map<string, Tensor<Scalar>> {
  const values = new Map<string, Tensor<Scalar>>()
  for (const { name, shape, symbols } of graph.values()) {
    if (symbols === null) continue
    budget.spend(4 * symbols.length)
    values.set(name, tensorOf(shape, symbols.map(field.symbol)))
  }
  return values
}

/** Names of the nodes whose values hold symbols, or are computed from such. */
export function nodesOverSymbols({ graph }: Pick<Exercise, 'graph'>): Set<string> {
  const found = new Set<string>()
  for (const { name, symbols, expr } of graph.values()) {
    if (symbols !== null || namesIn(expr).some(used => found.has(used))) found.add(name)
  }
  return found
}

const vocabularies = new WeakMap<Exercise, Vocabulary>()

/** What a cell of this exercise may name. Made once for each exercise. */
export function vocabularyIn(exercise: Exercise): Vocabulary {
  const known = vocabularies.get(exercise)
  if (known !== undefined) return known
  const made = vocabularyOf([...exercise.graph.values()].filter(({ symbols }) => symbols !== null))
  vocabularies.set(exercise, made)
  return made
}
