import type { Shape } from '@/lib/exact/tensor'
import { functionNamed, isLater } from './functions'

/** A node whose entries have no values. */
export interface SymbolicNode {
  readonly name: string
  readonly shape: Shape
}

/** The names that a cell may use in one exercise, besides those of functions and e. */
export interface Vocabulary {
  readonly nodes: readonly (SymbolicNode & { /** The name in lower case. */ readonly stem: string })[]
}

/** The vocabulary of an exercise in which every entry has a value. */
export const noSymbols: Vocabulary = { nodes: [] }

export function vocabularyOf(nodes: readonly SymbolicNode[]): Vocabulary {
  return { nodes: nodes.map(({ name, shape }) => ({ name, shape, stem: lower(name) })) }
}

/**
 * The symbols of a node, row-major: `a11 a12 …` of A, `b1 b2` of a vector b, `s` of a scalar s; `_` goes before the
 * indices where the name ends in a digit (`w1_11`), and before each of them where one is past 9 (`a_10_2`).
 */
export function symbolNames(name: string, shape: Shape): string[] {
  let indices: number[][] = [[]]
  for (const length of shape) {
    indices = indices.flatMap(index => Array.from({ length }, (_, at) => [...index, at + 1]))
  }
  return indices.map(index => symbolName(lower(name), index))
}

/** Whether cells read this name as e or as a function, so that no symbol may have it. Symbols go before words that came later. */
export function isAnswerWord(name: string): boolean {
  const named = functionNamed(name)
  return name.toLowerCase() === 'e' || (named !== null && !isLater(named))
}

/** A symbol that a text spells from one place to another. */
export interface Spelled {
  readonly to: number
  readonly symbol: string
}

/**
 * The symbols whose spelling begins at a place of a word in lower case. After a node's name all digits and `_`
 * that follow are its indices: `a11`, `a_1_1`, `a_11`. Where the same letters are one symbol's own name and
 * another spelling of a second, they are the first.
 */
export function symbolsAt({ nodes }: Vocabulary, word: string, from: number): Spelled[] {
  const found: Spelled[] = []
  for (const { stem, shape } of nodes) {
    if (!word.startsWith(stem, from)) continue
    const digits = shape.length === 0 ? '' : digitsAt(word, from + stem.length)
    const index = indexOf(digits, shape)
    if (index === null) continue
    const to = from + stem.length + digits.length
    found.push({ to, symbol: symbolName(stem, index) })
  }
  const own = (one: Spelled): boolean => word.slice(from, one.to) === one.symbol
  const taken = new Set(found.filter(own).map(({ to }) => to))
  return found.filter(one => own(one) || !taken.has(one.to))
}

/** The symbol of an entry of a node, counted from 1; null where the node has no such entry. */
export function symbolOf({ name, shape }: SymbolicNode, index: readonly number[]): string | null {
  return fits(index, shape) ? symbolName(lower(name), index) : null
}

/** The node whose name a word begins with, followed by nothing but digits: for telling that it has no such entry. */
export function nodeMeant({ nodes }: Vocabulary, word: string): SymbolicNode | null {
  const spelled = lower(word)
  const meant = nodes.find(
    ({ stem }) => spelled.startsWith(stem) && /^[\d_]*$/.test(spelled.slice(stem.length)),
  )
  return meant ?? null
}

/** Lower case character by character, so that places in the word stay; the few that grow longer are left. */
export function lower(word: string): string {
  return [...word].map(c => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}

function symbolName(stem: string, index: readonly number[]): string {
  if (index.some(place => place > 9)) return `${stem}_${index.join('_')}`
  return `${stem}${index.length > 0 && /\d$/.test(stem) ? '_' : ''}${index.join('')}`
}

function digitsAt(word: string, from: number): string {
  const run = /[\d_]*/y
  run.lastIndex = from
  return run.exec(word)?.[0] ?? ''
}

/** The index that digits stand for, counted from 1: parted by `_`, or one digit each. */
function indexOf(digits: string, shape: Shape): readonly number[] | null {
  if (shape.length === 0) return []
  const parts = digits.replace(/^_/, '').split('_')
  const [only = ''] = parts
  const each = parts.length === 1 && shape.length > 1 ? [...only] : parts
  if (each.some(part => !/^[1-9]\d{0,4}$/.test(part))) return null
  const index = each.map(Number)
  return fits(index, shape) ? index : null
}

function fits(index: readonly number[], shape: Shape): boolean {
  return (
    index.length === shape.length &&
    index.every((place, axis) => Number.isInteger(place) && place >= 1 && place <= (shape[axis] ?? 0))
  )
}
