import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { showShape, sizeOf } from '@/lib/exact/tensor'
import {
  Classes,
  isTensorStep,
  type Key,
  type KeyStep,
  readAsFormula,
  type TensorStep,
  truthOf,
  vocabularyIn,
} from '@/lib/exercise'
import { readShape } from '@/lib/language/answer/shape'
import { readChoice } from './find'
import { readChosen } from './in-question'
import { writtenAlike } from './notation'
import { isRead, Scratch } from './scratch'

/** One of the answers among which a class chooses. */
export interface PollOption {
  readonly cells: readonly string[]
  /** The places of the answers that have these values, however they were typed; empty for the right one. */
  readonly from: readonly number[]
  readonly right: boolean
}

/** Units of `Budget` for sorting and writing the options of one poll. */
const work = 4_000_000
const digits = 4096

/**
 * Wrong answers to a step, given as typed, as options of a poll: equal values once, in the order of the first of them, all
 * written alike from their values, so that nobody tells by the notation which is the right one; `right` puts that at the end.
 * An answer that cannot be read is left out. Null where there is no such step.
 */
export function pollOptions(
  key: Key,
  stepId: string,
  answers: readonly (readonly string[])[],
  right: boolean,
): PollOption[] | null {
  const step = key.steps.find(({ id }) => id === stepId)
  if (step === undefined) return null
  if (step.kind === 'choice') return ofChoices(step, answers, right)
  // What is answered in words has no wrong answers.
  if (step.kind === 'text') return []
  return isTensorStep(step) ? ofNumbers(key, step, answers, right) : ofTexts(key, step, answers, right)
}

interface Group<Value> {
  readonly value: Value
  readonly from: number[]
  right: boolean
}

function ofNumbers(
  key: Key,
  { answer }: TensorStep,
  answers: readonly (readonly string[])[],
  right: boolean,
): PollOption[] {
  const scratch = new Scratch(() => (truthOf(key) ?? key).table, vocabularyIn(key.exercise))
  const values = answers.map((cells): readonly Scalar[] | null => {
    const read = cells.map(text => scratch.read(text))
    return cells.length === sizeOf(answer.shape) && read.every(isRead) ? read.map(({ value }) => value) : null
  })
  const field = scratch.field(new Budget({ work, digits }))
  const groups = grouped(right ? [...values, answer.data] : values, right, sorter(field))
  const written = writtenAlike(
    groups.map(({ value }) => value),
    field,
  )
  // What reads the same is offered once, however little it differs.
  const texts = groups.map((_, at) => written[at] ?? [])
  return grouped(texts, false, text => JSON.stringify(text)).map(({ value, from: places }) => {
    const alike = places.flatMap(place => groups[place] ?? [])
    return { cells: value, from: alike.flatMap(({ from }) => from), right: alike.some(({ right: is }) => is) }
  })
}

/** Numbers the classes of equal values; where the budget ends, every answer is a class of its own. */
function sorter(field: AtomField): (value: readonly Scalar[], at: number) => string {
  const classes = new Classes(field)
  return (value, at) => {
    const found = withinBudget(() => classes.of(value))
    return found.ok ? `class ${found.value}` : `answer ${at}`
  }
}

/** Each choice is told in one order, so that the same choice is one option. */
function ofChoices(
  step: Extract<KeyStep, { kind: 'choice' }>,
  answers: readonly (readonly string[])[],
  right: boolean,
): PollOption[] {
  const given = [...answers, ...(right ? [step.answer] : [])].map(cells => {
    const read = readChosen(step, cells)
    return read.ok ? [...read.chosen].sort() : null
  })
  return grouped(given, right, chosen => JSON.stringify(chosen)).map(({ value, from, right: is }) => ({
    cells: value,
    from,
    right: is,
  }))
}

type OneText = Exclude<KeyStep, TensorStep | { kind: 'choice' | 'text' }>

function ofTexts(
  key: Key,
  step: OneText,
  answers: readonly (readonly string[])[],
  right: boolean,
): PollOption[] {
  const read = (text: string) => readText(key, step, text)
  const own = step.kind === 'shape' ? showShape(step.answer) : step.answer
  const given = answers.map(([text, ...more]) => (text === undefined || more.length > 0 ? null : read(text)))
  const all = right ? [...given, read(own) ?? { text: own, print: own }] : given
  return grouped(all, right, ({ print }) => print).map(({ value, from, right: is }) => ({
    cells: [value.text],
    from,
    right: is,
  }))
}

/** A text in the engine's spelling, and what is the same for all that mean the same; null where it cannot be read. */
function readText(
  key: Key,
  step: OneText,
  text: string,
): { readonly text: string; readonly print: string } | null {
  if (step.kind === 'formula') return readAsFormula(key, step.target, text)
  if (step.kind === 'find') {
    const read = readChoice(step, text)
    return read.ok ? { text: read.choice, print: read.choice } : null
  }
  const read = readShape(text)
  return read.ok ? { text: showShape(read.shape), print: showShape(read.shape) } : null
}

/** What is the same once. With `right`, the last is the right one. */
function grouped<Value>(
  values: readonly (Value | null)[],
  right: boolean,
  sort: (value: Value, at: number) => string,
): Group<Value>[] {
  const groups = new Map<string, Group<Value>>()
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    const name = sort(value, at)
    const group = groups.get(name) ?? { value, from: [], right: false }
    groups.set(name, group)
    if (right && at === values.length - 1) group.right = true
    else group.from.push(at)
  }
  return [...groups.values()]
}
