import { isElement } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import { indexOf } from '@/lib/exact/tensor'
import { lex } from '@/lib/language/lex'
import type { Place } from '@/lib/language/place'
import { type Expr, itemAt } from '@/lib/network'
import { stack } from '@/lib/network/ops'
import type { ExerciseNode } from '../exercise'
import { oneHotTargets } from '../formula/one-hot'
import type { Key } from '../key'

/** An entry of a given or a param that the file writes as one number, such as `-3`, `0.5` or `-7/4`. */
export interface Literal {
  /** `x[2,1]`. */
  readonly name: string
  readonly value: Rational
  /** The place of the first character; both count from 1. */
  readonly place: Place
  /** Its text in the file. */
  readonly text: string
  /** Where it begins in the file, in UTF-16 units. */
  readonly at: number
}

const number = /^-?\s*[\d.][\w.]*(?:[eE][-+]?\d+)?(?:\s*\/\s*[\d.]+)?$/

/** The literals of an exercise in the order of the file. An entry that is written in another way is not one, nor is a class. */
export function literalsOf(key: Key, source: string): Literal[] {
  const read = lex(source, 'chalk')
  if (!read.ok) return []
  const starts = new Map(read.tokens.map(({ line, column, at }) => [nameOf({ line, column }), at]))
  const targets = oneHotTargets(key.exercise)
  return [...key.exercise.graph.values()].flatMap(node => {
    const stated = node.role === 'given' || node.role === 'param'
    return stated && !targets.has(node.name) ? literalsIn(node, key, source, starts) : []
  })
}

function literalsIn(
  { name, expr, shape }: ExerciseNode,
  key: Key,
  source: string,
  starts: ReadonlyMap<string, number>,
): Literal[] {
  const data = key.values.get(name)?.data ?? []
  const roots = expr.length === 0 ? [] : entriesOf(expr)
  if (roots.length !== data.length) return []
  return roots.flatMap((root, nth): Literal[] => {
    const value = data[nth]
    const place = spanOf(expr, root)
    if (value === undefined || isElement(value) || place === null) return []
    const [first, last] = place
    const [at, end] = [starts.get(nameOf(first)), starts.get(nameOf(last.place))]
    if (at === undefined || end === undefined) return []
    const text = source.slice(at, end + last.text.length)
    if (!number.test(text)) return []
    const index = indexOf(shape, nth).map(i => i + 1)
    return [
      { name: index.length === 0 ? name : `${name}[${index.join(',')}]`, value, place: first, text, at },
    ]
  })
}

/** Places in an expression of the entries of a bracketed literal, row by row. */
function entriesOf(expr: Expr): number[] {
  const flat = (place: number): number[] => {
    const item = itemAt(expr, place)
    return item.kind === 'apply' && item.op === stack ? item.inputs.flatMap(flat) : [place]
  }
  return flat(expr.length - 1)
}

/** Where a number with a sign or a fraction's bar begins, and its last number; null for anything else. */
function spanOf(expr: Expr, root: number): [Place, { place: Place; text: string }] | null {
  const item = itemAt(expr, root)
  if (item.kind === 'number') return [item.place, item]
  if (item.kind === 'node') return null
  const [first, second] = item.inputs.map(place => spanOf(expr, place))
  if (item.op.name === 'negate' && first) return [item.place, first[1]]
  return item.op.name === 'divide' && first && second ? [first[0], second[1]] : null
}

function nameOf({ line, column }: Place): string {
  return `${line}:${column}`
}
