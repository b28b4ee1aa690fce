import {
  derivationOf,
  type Exercise,
  type InOneLine,
  inOneLine,
  isTensorStep,
  type Key,
  mistakenAnswers,
  truthOf,
} from '@/lib/exercise'
import type { Label } from '../mistaken'

/** A line of a worked solution: a quantity, its formula and what it comes to. */
export interface OrderLine extends Omit<InOneLine, 'names'> {
  /** Id of the quantity on its left. */
  readonly quantity: string
  /** Ids of the quantities in its formula that have lines of their own. */
  readonly uses: readonly string[]
  /** The mistake that led to it; null of a right line. */
  readonly mistake: Label | null
}

/** A worked solution to put in order. */
export interface OrderItem {
  /** As they are shown: the right ones and two wrong ones, in an order that tells nothing. */
  readonly lines: readonly OrderLine[]
  readonly exercise: Exercise
}

/** So many wrong lines lie among the right ones. */
const wrongLines = 2

/**
 * The way from what is given to the answer of a step, one line for each quantity on it, with two more lines for the answer that two named
 * mistakes lead to. Null where some quantity has no formula in symbols, the step asks for one entry, or these numbers tell too few
 * mistakes apart.
 */
export function orderItem(key: Key, step: string): OrderItem | null {
  const { exercise } = key
  const derivation = derivationOf(exercise)
  const asked = derivation.asked.get(step)
  const truth = truthOf(key)
  const graded = key.steps.find(({ id }) => id === step)
  if (asked === undefined || asked.index !== null || truth === null) return null
  if (graded === undefined || !isTensorStep(graded)) return null
  const lines = new Map<string, OrderLine>()
  const write = (id: string): boolean => {
    const value = truth.values.get(id)
    const quantity = derivation.quantities.get(id)
    if (quantity === undefined || value === undefined) return false
    if (quantity.about.kind === 'stated' || lines.has(id)) return true
    const written = inOneLine(exercise, id, value)
    if (written === null) return false
    const { names, ...shown } = written
    const others = names.filter(name => name !== id)
    if (!others.every(write)) return false
    lines.set(id, { ...shown, quantity: id, uses: others.filter(name => lines.has(name)), mistake: null })
    return true
  }
  if (!write(asked.quantity)) return null
  const answer = lines.get(asked.quantity)
  if (answer === undefined) return null
  const wrong = wrongOnes(key, step, answer)
  if (wrong.length < wrongLines) return null
  const all = [...lines.values(), ...wrong]
  return { lines: all.toSorted(byPrint), exercise }
}

/** Lines for the answer by different mistakes, those made in this very line first. */
function wrongOnes(key: Key, step: string, answer: OrderLine): OrderLine[] {
  const { quantity, uses } = answer
  const { answers } = mistakenAnswers(key, step)
  const found: OrderLine[] = []
  for (const { mistake, node, value } of answers.toSorted(
    (a, b) => Number(b.node === quantity) - Number(a.node === quantity),
  )) {
    const written = inOneLine(key.exercise, quantity, value)
    if (written === null) continue
    const taken = [answer, ...found]
    if (taken.some(one => one.text === written.text || one.mistake?.mistake === mistake)) continue
    const { text, mathml, tex } = written
    found.push({ text, mathml, tex, quantity, uses, mistake: { mistake, node } })
    if (found.length === wrongLines) break
  }
  return found
}

/** By a number made of the text: it tells nothing of the place at which a line was made, nor whether it is right. */
function byPrint(a: OrderLine, b: OrderLine): number {
  return printOf(a.text) - printOf(b.text)
}

/** FNV-1a over UTF-16 units. */
function printOf(text: string): number {
  let print = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    print = Math.imul(print ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  // The last letters, which are brackets mostly, would decide alone.
  print = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d) >>> 0
  return (print ^ (print >>> 13)) >>> 0
}
