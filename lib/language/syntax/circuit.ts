import { message } from '@/lib/words/message'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'
import { readExpression } from './expression'
import type { Phrase, PhraseItem } from './phrase'

/** `circuit f = …` or `loss circuit f = …` as it was written. */
export interface CircuitPhrase {
  readonly name: string
  readonly phrase: Phrase
  /** The place of the name. */
  readonly place: Place
}

/** Reads what follows the word. Null after an error. */
export function readCircuit(cursor: Cursor): CircuitPhrase | null {
  const place = placeOfToken(cursor.token)
  const name = cursor.name(message('expected.name'))
  if (name === null || !cursor.expect('=')) return null
  const phrase = readExpression(cursor)
  return phrase === null ? null : { name, phrase, place }
}

/** One operation of a circuit: a node of its own, whose operands are names and numbers. */
export interface Operation {
  readonly name: string
  readonly phrase: Phrase
  /** Where the operation stands in the file. */
  readonly place: Place
}

/**
 * The operations of a circuit in the order of evaluation, operands first and left to right: `NAME_1`, `NAME_2`, …, the outermost
 * `NAME`. An entry of a name is a leaf like a name, and what holds no name is a number. None where there is no operation.
 */
export function operationsOf({ name, phrase }: CircuitPhrase): Operation[] {
  const found: Operation[] = []
  const root = split(phrase, name, found)
  const last = found.at(-1)
  if (last === undefined || root === null) return []
  found[found.length - 1] = { ...last, name }
  return found
}

/** What stands at a place of a phrase. It is a range of items that ends there: an expression is in the order of evaluation. */
interface Part {
  readonly start: number
  readonly holdsName: boolean
  /** The operation that it is; null of a leaf and of a number. */
  readonly operation: string | null
}

/** Splits a phrase into operations. Gives the name of the one that it ends with; null where it is a leaf or a number. */
function split(phrase: Phrase, circuit: string, found: Operation[]): string | null {
  const parts: Part[] = []
  for (const [at, item] of phrase.entries()) {
    if (item.kind !== 'apply') {
      parts.push({ start: at, holdsName: item.kind === 'name', operation: null })
      continue
    }
    const inputs = item.inputs.map(used => parts[used] ?? alone(used))
    const start = inputs[0]?.start ?? at
    const holdsName =
      inputs.some(input => input.holdsName) || item.settings.some(setting => setting.some(isName))
    if (!holdsName || isLeaf(item, phrase)) {
      parts.push({ start, holdsName, operation: null })
      continue
    }
    const own: PhraseItem[] = []
    const places = item.inputs.map((used, nth) => {
      const { start, operation } = inputs[nth] ?? alone(used)
      if (operation !== null) own.push(named(operation, phrase[used]))
      else own.push(...moved(phrase.slice(start, used + 1), own.length - start))
      return own.length - 1
    })
    // An exponent with names in it is an operand too.
    const settings = item.settings.map(setting => {
      const operation = split(setting, circuit, found)
      return operation === null ? setting : [named(operation, setting.at(-1))]
    })
    const name = `${circuit}_${found.length + 1}`
    found.push({ name, phrase: [...own, { ...item, inputs: places, settings }], place: item.place })
    parts.push({ start, holdsName, operation: name })
  }
  return parts.at(-1)?.operation ?? null
}

function alone(at: number): Part {
  return { start: at, holdsName: false, operation: null }
}

function isName({ kind }: PhraseItem): boolean {
  return kind === 'name'
}

/** Whether it is an entry of a name: `w[1]`. */
function isLeaf({ op, inputs }: Extract<PhraseItem, { kind: 'apply' }>, phrase: Phrase): boolean {
  return op === 'entry' && phrase[inputs[0] ?? 0]?.kind === 'name'
}

function named(name: string, of: PhraseItem | undefined): PhraseItem {
  const { from, to, place } = of ?? { from: 0, to: 0, place: { line: 1, column: 1 } }
  return { kind: 'name', name, from, to, place }
}

/** Items that stand so many places further on. */
function moved(items: Phrase, by: number): PhraseItem[] {
  return items.map(item => {
    return item.kind === 'apply' ? { ...item, inputs: item.inputs.map(place => place + by) } : item
  })
}
