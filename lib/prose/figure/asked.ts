import { compareRational, type Rational, rationals } from '@/lib/exact/rational'
import { plainValue } from '@/lib/language/answer/evaluate'
import { readAnswer } from '@/lib/language/answer/read'

/** A figure as its author asks for it: ```` ```figure slider name=a-bias exercise=full-small-network knob=b1[2] from=0 to=2 by=1/10 ````. */
export interface AskedFigure {
  readonly kind: string
  /** Its name in addresses. No other figure has it, and it is never changed. */
  readonly name: string
  /** The name of an exercise, or of a block of numbers. */
  readonly exercise: string
  /** What else it is told. */
  readonly options: ReadonlyMap<string, string>
}

const option = /^([a-z]+)=(\S+)$/
const figureName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Reads what stands behind the three backticks. Throws a sentence for the author. */
export function readFigure(info: string): AskedFigure {
  const [, kind = '', ...words] = info.trim().split(/\s+/)
  const options = new Map<string, string>()
  for (const word of words) {
    const [, name, value] = option.exec(word) ?? []
    if (name === undefined || value === undefined)
      throw new Error(`a figure has no ${word}: write name=value`)
    if (options.has(name)) throw new Error(`a figure says ${name} twice`)
    options.set(name, value)
  }
  const exercise = options.get('exercise')
  if (exercise === undefined) throw new Error('a figure names its exercise: exercise=NAME')
  const name = options.get('name')
  if (name === undefined) throw new Error('a figure has a name of its own: name=waking-a-neuron')
  if (!figureName.test(name))
    throw new Error(`${name} is no name of a figure: small letters, digits and hyphens`)
  options.delete('exercise')
  options.delete('name')
  return { kind, name, exercise, options }
}

/** What a figure is told besides its exercise; each has to be known to its kind. */
export function onlyThese({ kind, options }: AskedFigure, known: readonly string[]): void {
  for (const name of options.keys()) {
    if (!known.includes(name)) throw new Error(`a figure of the kind ${kind} has no ${name}`)
  }
}

export function needed({ kind, options }: AskedFigure, name: string): string {
  const value = options.get(name)
  if (value === undefined) throw new Error(`a figure of the kind ${kind} needs ${name}=…`)
  return value
}

/** An option that is a number, exactly. */
export function numberIn(asked: AskedFigure, name: string): Rational {
  const text = needed(asked, name)
  const read = readAnswer(text)
  const value = read.ok ? plainValue(read.expr) : null
  if (!value?.ok) throw new Error(`${name}=${text} is no number`)
  return value.value
}

/** More positions than anybody tells apart on a slider. */
const mostPositions = 61

/** The numbers FROM, FROM + BY, … up to TO. */
export function rangeIn(asked: AskedFigure): Rational[] {
  const [from, to, by] = ['from', 'to', 'by'].map(name => numberIn(asked, name))
  if (!from || !to || !by || by.n <= 0n) throw new Error('by has to be above 0')
  const found: Rational[] = []
  for (let at = from; compareRational(at, to) <= 0; at = rationals.add(at, by)) {
    if (found.length === mostPositions) throw new Error(`a slider has at most ${mostPositions} positions`)
    found.push(at)
  }
  if (found.length < 2) throw new Error('a slider has at least 2 positions')
  return found
}
