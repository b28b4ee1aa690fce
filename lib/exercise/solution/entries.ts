import type { Scalar } from '@/lib/exact/atoms'
import { entryOf, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { line, type WorkedLine } from './line'
import { indexAt, type Named } from './names'
import type { Numerals } from './numerals'
import { lengthOf, showWorking } from './print'
import { computed, cutAt, known, partsOf, type Shown, type Working } from './working'

/** The most entries that are worked one by one; in a larger tensor only the first few are. */
const mostWorked = 9
const fewWorked = 3

/** Numbers in one working, and characters of one piece, that are still read. */
const mostNumbers = 60
const longest = 90

export interface EntryLines {
  readonly name: Named
  readonly entries: Tensor<Working>
  readonly numerals: Numerals
  /** The places to work; all of them where it is left out. */
  readonly places?: readonly number[]
  /** What is said about an entry after its position. */
  readonly note?: (place: number) => Message | null
}

/** Entry by entry: the names, the numbers put in, what they come to. The first one shows the names. */
export function entryLines({ name, entries, numerals, places, note }: EntryLines): WorkedLine[] {
  const { shape, data } = entries
  const all = places ?? data.map((_, place) => place)
  const worked = all.length > mostWorked ? all.slice(0, fewWorked) : all
  return worked.map((place, nth) => {
    const working = entryOf(entries, place)
    const pieces = stages(working, numerals, nth === 0)
    const noted = note?.(place) ?? null
    const says =
      sizeOf(shape) === 1
        ? message('worked.numbers', { note: noted })
        : message('worked.entry', { index: indexAt(shape, place), note: noted })
    return line(says, [name.entry(shape, place), ...pieces])
  })
}

/** A number as its parts, then with one level computed, then the number itself; each where it is short enough. */
export function stages(working: Working, numerals: Numerals, named: boolean): Shown[] {
  const result = numerals(working.value)
  const written = deepest(working, numerals)
  if (written === null) return [result]
  const names = showWorking(written, 'names', numerals)
  const numbers = showWorking(written, 'numbers', numerals)
  const between = partsOf(written).some(part => partsOf(part).length > 0)
  const next = showWorking(computed(written), 'numbers', numerals)
  const short = names.text !== numbers.text && names.text.length <= longest && named
  return [
    ...(short ? [names] : []),
    numbers,
    ...(between && next.text.length <= 2 * longest ? [next] : []),
    result,
  ]
}

/** The deepest form of a working that is short enough to read; null where even one level is too long. */
function deepest(working: Working, numerals: Numerals): Working | null {
  for (const levels of [12, 4, 3, 2, 1]) {
    if (lengthOf(working, levels, mostNumbers) > mostNumbers) continue
    const cut = cutAt(working, levels)
    if (showWorking(cut, 'numbers', numerals).text.length <= longest) return cut
  }
  return null
}

export function leaves(value: Tensor<Scalar>, name: Named): Tensor<Working> {
  const { shape, data } = value
  return { shape, data: data.map((entry, place) => known(entry, name.entry(shape, place))) }
}
