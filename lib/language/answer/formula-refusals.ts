import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Token } from '../lex'
import { usagesMeant } from '../syntax/habits'
import type { FormulaNames } from './formula-expr'
import { formulaFunctions } from './formula-functions'
import { endOfFactor, shorten, spell } from './refusals'

/** What is said of what cannot be read in a formula, as `refusals` has it for a cell. */

/** Names told of at most. */
const most = 8

/** The names that are told of, and whether there are others. */
function firstOf(names: readonly string[]): { some: readonly Mathematics[]; more: boolean } {
  return { some: names.slice(0, most).map(math), more: names.length > most }
}

/** A word that is no node's name. */
export function unknownNode(token: Token, { nodes }: FormulaNames): Message {
  const at = { typed: shorten(token.text), place: token.column }
  if (token.text === 'T') return message('formula-answer.transpose', at)
  const known = [...nodes, ...formulaFunctions.keys()]
  const meant = known.find(other => other.toLowerCase() === token.text.toLowerCase())
  if (meant !== undefined) return message('formula-answer.did-you-mean', { ...at, meant })
  const { some, more } = firstOf(nodes)
  return message('formula-answer.unknown-name', { ...at, nodes: some, more })
}

/** A gradient of a node that is there, but is the one asked or not after it. */
export function notAllowed(token: Token, name: string, { gradients }: FormulaNames): Message {
  const at = { gradient: math(`dL/d${name}`), place: token.column }
  if (gradients.length === 0) return message('formula-answer.no-gradients', at)
  const { some, more } = firstOf(gradients.map(other => `dL/d${other}`))
  return message('formula-answer.gradient-not-allowed', { ...at, gradients: some, more })
}

/** `dC/dA` where C is not the loss. */
export function notOfLoss(token: Token, { gradients }: FormulaNames): Message {
  const [first] = gradients
  const example = first === undefined ? null : math(`dL/d${first}`)
  return message('formula-answer.not-of-loss', { typed: shorten(token.text), place: token.column, example })
}

/**
 * `G*A B`: a product without a sign, or with a dot, after one that is entry by entry. `star` is the place of its
 * sign.
 */
export function mixedProducts(tokens: readonly Token[], start: number, star: number, place: number): Message {
  const dot = tokens[place]?.text === '·' ? 1 : 0
  const end = endOfFactor(tokens, place + dot)
  const above = spell(tokens, start, star)
  const between = spell(tokens, star + 1, place)
  const factor = spell(tokens, place + dot, end)
  const typed = `${above}*${between} ${factor}`
  if (typed.length > 40) {
    return message('formula-answer.brackets-around-first', { factor: shorten(factor) })
  }
  const first = `(${above}*${between}) @ ${factor}`
  return message('answer.two-readings', { typed, first, second: `${above}*(${between} @ ${factor})` })
}

/** `.dot`, `.transpose`, `.grad`: a point before a word, which the lexer leaves with it. */
export function isMethod(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && /^\.\p{L}/u.test(token.text) && token.text !== '.T'
}

/** How what other libraries have as a method or a function is written here, about the node `of`. */
function writtenHere(word: string, of: string): readonly string[] {
  if (/^(dot|matmul|mm|inner)$/.test(word)) return [`${of} @ B`]
  if (/^(t|transpose|T)$/.test(word)) return [`${of}.T`]
  if (/^(multiply|mul)$/.test(word)) return [`${of} * B`]
  return word === 'grad' ? [`dL/d${of}`] : (usagesMeant(word) ?? [])
}

/** `W.t()`, `W.grad`, `W.dot(x)`. `place` is that of the point. */
export function methodHere(tokens: readonly Token[], place: number): Message {
  const [before, token] = [tokens[place - 1], tokens[place]]
  const word = token?.text.slice(1) ?? ''
  const of = before?.kind === 'name' ? before.text : 'A'
  const said = { typed: shorten(token?.text ?? ''), place: token?.column ?? 1 }
  return message('formula-answer.no-method', { ...said, usages: writtenHere(word, of) })
}

/** `np.dot`, `torch.nn.functional.relu`. */
export function ofModule(tokens: readonly Token[], place: number): Message {
  let end = place + 1
  while (isMethod(tokens[end])) end += 1
  const typed = tokens
    .slice(place, end)
    .map(({ text }) => text)
    .join('')
  const word = tokens[end - 1]?.text.slice(1) ?? ''
  const said = { typed: shorten(typed), place: tokens[place]?.column ?? 1 }
  return message('formula-answer.no-method', { ...said, usages: writtenHere(word, 'A') })
}
