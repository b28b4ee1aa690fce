import { mn, mo, mphantom, mrow } from './elements'

/** Rows of cells, each cell MathML, numbers lined up on the decimal point; in square brackets unless `bare`. */
export function mtable(rows: readonly (readonly string[])[], bare = false): string {
  const body = linedUp(rows)
    .map(row => `<mtr>${row.map(cell => `<mtd>${cell}</mtd>`).join('')}</mtr>`)
    .join('')
  const table = `<mtable>${body}</mtable>`
  return bare ? table : mrow(mo('['), table, mo(']'))
}

const minus = mo('−', 'prefix')
const numeral = new RegExp(`^(?:<mrow>(${minus})?)?<mn>(\\d+)(?:\\.(\\d+))?</mn>(?:</mrow>)?$`)

/** The characters of a number: before the point, from it on, and whether it has a sign. */
interface Width {
  readonly signed: boolean
  readonly whole: number
  readonly part: number
}

/** Null for what is no integer and no decimal. */
function widthOf(cell: string): Width | null {
  const read = numeral.exec(cell)
  return read && { signed: read[1] !== undefined, whole: read[2]?.length ?? 0, part: read[3]?.length ?? 0 }
}

/** Columns are centred, so a number gets the room at both sides that the widest of its column takes there. */
function linedUp(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = rows.map(row => row.map(widthOf))
  const widest = (column: number): Width => {
    const own = widths.flatMap(row => row[column] ?? [])
    return {
      signed: own.some(({ signed }) => signed),
      whole: Math.max(...own.map(({ whole }) => whole)),
      part: Math.max(...own.map(({ part }) => part)),
    }
  }
  const columns = Array.from({ length: Math.max(0, ...rows.map(row => row.length)) }, (_, at) => widest(at))
  return rows.map((row, at) =>
    row.map((cell, column) => {
      const [own, most] = [widths[at]?.[column], columns[column]]
      if (!own || !most) return cell
      const sign = most.signed && !own.signed ? minus : ''
      const before = most.whole > own.whole ? mn('0'.repeat(most.whole - own.whole)) : ''
      const point = most.part > 0 && own.part === 0 ? '.' : ''
      const after = most.part > own.part ? mn(point + '0'.repeat(most.part - own.part)) : ''
      const left = sign + before === '' ? '' : mphantom(mrow(sign, before))
      const right = after === '' ? '' : mphantom(after)
      return left + right === '' ? cell : mrow(left, cell, right)
    }),
  )
}
