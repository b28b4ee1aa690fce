import { latexEntry } from './latex-entry'
import { callOf, placedIn } from './nest'

/** A number as programs print it, a fraction too. */
const number = /^[-+−]?(?:\d+(?:\.\d*|,\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?:\/{1,2}\d+)?$/

export function isPrinted(text: string): boolean {
  return number.test(text)
}

/** Two numbers of which these make a fraction: `Fraction(1, 2)`, SymPy's, Mathematica's and Typst's own. */
const fractions = new Set(['Fraction', 'Rational', 'mpq', 'frac'])
/** What stands around one number: `np.float64(0.5)`, `tensor(0.5, grad_fn=…)`, `Decimal('0.5')`. */
const wraps =
  /^(?:u?int|b?float|bfloat|double|half|longdouble|mpf|Decimal|Integer|Float|[tT]ensor|array|Array)\d*$/

const deepest = 4
/** Longer ones fit no cell, whatever they say. */
const longest = 2_000

/** One entry in the words of a cell; null where it is LaTeX that is not understood. What is no program's notation stays. */
export function entryOf(text: string, depth = 0): string | null {
  const entry = unquoted(text.trim())
  if (entry.length > longest) return entry
  if (/\\|[\^_]\{|\{,\}|^\{/.test(entry) || isDollared(entry)) return latexEntry(entry)
  const call = depth < deepest ? callOf(entry) : null
  if (call === null) return isPrinted(entry) ? entry.replace('//', '/') : entry
  const placed = placedIn(call)
  const [first, second] = placed
  if (first === undefined) return entry
  if (fractions.has(call.name) && second !== undefined && placed.length === 2) {
    const [above, below] = [entryOf(first, depth + 1), entryOf(second, depth + 1)]
    return above === null || below === null ? null : `${part(above)}/${part(below)}`
  }
  const one = placed.length === 1 || call.name === 'Float'
  if (!wraps.test(call.name) || !one || first.startsWith('[')) return entry
  return entryOf(first, depth + 1)
}

/** Beside the bar of a fraction; a sign needs brackets only below. */
export function part(text: string): string {
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? text : `(${text})`
}

/** `$x^2$`; of `$3` the cell says what to do. */
function isDollared(entry: string): boolean {
  return entry.length > 2 && entry.startsWith('$') && entry.endsWith('$')
}

function unquoted(text: string): string {
  const mark = text.charAt(0)
  const quoted = text.length > 1 && (mark === '"' || mark === "'") && text.endsWith(mark)
  return quoted ? text.slice(1, -1).trim() : text
}

/** Marks that no cell takes, besides the square brackets of an entry such as `A[1,2]`. */
const foreign = /[={}<>"|;:#]|(?:^|[^\p{L}\d_])\[/u

/** Whether it is no entry at all, but a piece of something that was not understood. */
export function isForeign(entry: string): boolean {
  return foreign.test(entry) && !entry.includes('\\')
}
