import type { Message } from '@/lib/words/argument'
import type { Token } from '../lex'
import { isModule } from '../syntax/habits'
import type { FormulaNames } from './formula-expr'
import { functionSpellings } from './formula-functions'
import { isMethod, notAllowed, notOfLoss, ofModule, unknownNode } from './formula-refusals'
import { cut, type Lexeme } from './lexeme'
import { severalWays } from './refusals'
import { type Piece, waysToSplit } from './split'

export type FormulaMeaning =
  | { readonly kind: 'function'; readonly name: string }
  /** `e` is the base of a power. */
  | { readonly kind: 'constant'; readonly name: 'e' | 'pi' }
  | { readonly kind: 'node' | 'gradient'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: Message }

type Pieces = readonly (readonly Piece<FormulaMeaning>[])[]

/** The tokens of a formula, each word with its meaning, runs split, and `dL/dC` as one word. */
export function understandFormula(tokens: readonly Token[], names: FormulaNames): Lexeme<FormulaMeaning>[] {
  const lexemes: Lexeme<FormulaMeaning>[] = []
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place]
    if (token === undefined) break
    const gradient = gradientAt(tokens, place, names)
    const after = followedBy(tokens, place)
    if (gradient) {
      lexemes.push(...gradient)
      place += 2
    } else if (token.kind !== 'name') lexemes.push(token)
    else if (tokens[place - 1]?.text === '^' && token.text.startsWith('T')) {
      lexemes.push({ ...token, kind: 'symbol', text: 'T' })
      if (token.text.length > 1) lexemes.push(...word(token, 1, names, after))
    } else if (isModule(token.text) && isMethod(tokens[place + 1]) && !names.nodes.includes(token.text)) {
      lexemes.push(refuse(token, ofModule(tokens, place)))
    } else lexemes.push(...word(token, 0, names, after))
  }
  return lexemes
}

function refuse(token: Token, message: Message): Lexeme<FormulaMeaning> {
  return { ...token, meaning: { kind: 'refused', message } }
}

type After = 'bracket' | 'power' | null

/** What a word stands before that decides what its end means: `relu(`, `relu'(`, `e^`. */
function followedBy(tokens: readonly Token[], place: number): After {
  const [next, second] = tokens.slice(place + 1, place + 3)
  if (next?.text === '(' || (next?.text === "'" && second?.text === '(')) return 'bracket'
  return next?.text === '^' ? 'power' : null
}

/** The pieces of a word from one of its places on. */
function word(token: Token, start: number, names: FormulaNames, after: After): Lexeme<FormulaMeaning>[] {
  const text = token.text.slice(start)
  const ways = waysToSplit(text.length, from => [
    ...nodesAt(text, from, names, after),
    ...functionsAt(text, from, names, after),
    ...constantAt(text, from, names, after),
  ])
  const [way] = ways
  const own = { ...token, text, at: token.at + start, column: token.column + start }
  if (way === undefined) return [refuse(own, unknownNode(own, names))]
  if (ways.length > 1) return [refuse(own, severalWays(own, ways))]
  return way.map(({ from, to, meaning }) => cut(own, from, to, meaning))
}

/** A node that has a function's name is the function before a bracket, and the node elsewhere. */
function nodesAt(text: string, from: number, { nodes }: FormulaNames, after: After = null): Pieces {
  return spelledIn(nodes)
    .filter(([spelled]) => text.startsWith(spelled, from))
    .filter(([spelled]) => {
      const ends = from + spelled.length === text.length
      return after !== 'bracket' || !ends || !functionSpellings.has(spelled)
    })
    .map(([spelled, name]) => [{ from, to: from + spelled.length, meaning: { kind: 'node', name } }])
}

/** Nodes as they may be spelled: `ŷ`, in one character or in two, is yhat where no node is called so. */
function spelledIn(nodes: readonly string[]): (readonly [spelled: string, name: string])[] {
  const own = nodes.map(name => [name, name] as const)
  if (!nodes.includes('yhat') || nodes.includes('ŷ')) return own
  return [...own, ['ŷ', 'yhat'], ['y\u0302', 'yhat']]
}

function functionsAt(text: string, from: number, { nodes }: FormulaNames, after: After): Pieces {
  const spelling = text.slice(from)
  const name = functionSpellings.get(spelling)
  if (name === undefined || (after !== 'bracket' && nodes.includes(spelling))) return []
  return [[{ from, to: text.length, meaning: { kind: 'function', name } }]]
}

/** The e of `e^z`, also at the end of a run; pi, where no node has its name. */
function constantAt(text: string, from: number, { nodes }: FormulaNames, after: After): Pieces {
  const rest = text.slice(from)
  const to = text.length
  if (after === 'power' && rest === 'e') return [[{ from, to, meaning: { kind: 'constant', name: 'e' } }]]
  if (!/^(?:pi|π)$/.test(rest) || nodes.includes(rest)) return []
  return [[{ from, to, meaning: { kind: 'constant', name: 'pi' } }]]
}

/**
 * `dL/dC` at three tokens, with what runs on before and after it (`BdL/dCA`); null where nothing of the kind
 * stands there.
 */
function gradientAt(
  tokens: readonly Token[],
  place: number,
  names: FormulaNames,
): Lexeme<FormulaMeaning>[] | null {
  const [above, slash, below] = tokens.slice(place, place + 3)
  if (above?.kind !== 'name' || slash?.text !== '/' || below?.kind !== 'name') return null
  const [, named] = /^d(.+)$/.exec(below.text) ?? []
  if (named === undefined) return null
  const losses = [...new Set([`d${names.loss}`, 'dL'])].filter(loss => above.text.endsWith(loss))
  const fronts = losses.flatMap(loss => {
    const start = above.text.length - loss.length
    const front = above.text.slice(0, start)
    return waysToSplit(start, from => nodesAt(front, from, names)).map(pieces => ({ start, pieces }))
  })
  const front = fronts[0]
  if (front === undefined) {
    const known = names.nodes.includes(above.text)
    return !known && /^d./.test(above.text) ? [refuse(above, notOfLoss(above, names))] : null
  }
  const start = { ...above, text: above.text.slice(front.start), at: above.at + front.start }
  const ways = waysToSplit(named.length, from => nodesAt(named, from, names))
  const [way = []] = ways
  const [first, ...rest] = way
  const before = front.pieces.map(({ from, to, meaning }) => cut(above, from, to, meaning))
  if (first?.meaning.kind !== 'node') {
    return [...before, refuse(start, unknownNode({ ...below, text: named, column: below.column + 1 }, names))]
  }
  if (ways.length > 1) return [...before, refuse(start, severalWays(below, ways))]
  const { name } = first.meaning
  if (!names.gradients.includes(name)) return [...before, refuse(start, notAllowed(start, name, names))]
  const gradient = { ...start, text: `${start.text}/d${name}`, meaning: { kind: 'gradient', name } as const }
  return [...before, gradient, ...rest.map(({ from, to, meaning }) => cut(below, from + 1, to + 1, meaning))]
}
