import type { Token } from '../lex'
import { type FormulaNames, formulaFunctions } from './formula-expr'
import { endOfFactor, shorten, spell } from './refusals'

/** The words for what cannot be read in a formula, as `refusals` has them for a cell. */

/** Names told of at most. */
const most = 8

function list(names: readonly string[]): string {
  const told = names.slice(0, most).join(', ')
  return names.length > most ? `${told}, …` : told
}

function didYouMean(name: string, names: readonly string[]): string {
  const twin = names.find(other => other.toLowerCase() === name.toLowerCase())
  return twin === undefined ? '' : ` Did you mean ${twin}?`
}

/** A word that is no node's name. */
export function unknownNode(token: Token, { nodes }: FormulaNames): string {
  const where = `${shorten(token.text)} at character ${token.column}`
  if (token.text === 'T') return `${where} is the transpose only after ^ or a point: A^T, A.T.`
  const twin = didYouMean(token.text, [...nodes, ...Object.keys(formulaFunctions)])
  return `${where} is not known here.${twin || ` A formula takes ${list(nodes)}.`}`
}

/** A gradient of a node that is there, but is the one asked or not after it. */
export function notAllowed(token: Token, name: string, { gradients }: FormulaNames): string {
  const where = `dL/d${name} at character ${token.column}`
  if (gradients.length === 0) return `${where} cannot be used: this formula takes no gradients.`
  return `${where} is asked here, or leads back to it. Build on ${list(gradients.map(other => `dL/d${other}`))}.`
}

/** `dC/dA` where C is not the loss. */
export function notOfLoss(token: Token, { gradients }: FormulaNames): string {
  const example = gradients[0] === undefined ? '' : `, such as dL/d${gradients[0]}`
  return `${shorten(token.text)} at character ${token.column} cannot be read. Gradients here are those of the loss${example}.`
}

/**
 * `G*A B`: a product without a sign, or with a dot, after one that is entry by entry. `star` is the place of its
 * sign.
 */
export function mixedProducts(tokens: readonly Token[], start: number, star: number, place: number): string {
  const dot = tokens[place]?.text === '·' ? 1 : 0
  const end = endOfFactor(tokens, place + dot)
  const above = spell(tokens, start, star)
  const between = spell(tokens, star + 1, place)
  const factor = spell(tokens, place + dot, end)
  const typed = `${above}*${between} ${factor}`
  if (typed.length > 40) return `Write brackets around what is multiplied first, before ${shorten(factor)}.`
  return `${typed} can be read as (${above}*${between}) @ ${factor} or as ${above}*(${between} @ ${factor}). Write the one that you mean.`
}
