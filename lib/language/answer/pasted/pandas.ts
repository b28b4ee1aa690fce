import { isPrinted } from './entry'
import type { Form } from './form'
import { linesOf, wordsOf } from './nest'

/** Lines below a table that hold no rows of it. */
const footer = /^(?:Name: .*|dtype: \w+|Length: \d.*|\[\d+ rows x \d+ columns\])$/

/**
 * A DataFrame of pandas or a data frame of R: names of the columns above, an index at the left. A Series has an index and a line that
 * names its type below. Neither index nor names are entries.
 */
export const pandas: Form = {
  read(text) {
    const all = linesOf(text).filter(line => line.trim() !== '')
    const lines = all.filter(line => !footer.test(line.trim())).map(wordsOf)
    if (lines.length < all.length && isTable(lines, 2)) return lines.map(([, value = '']) => [value])
    const [header = [], ...body] = lines
    if (!isHeader(header) || body.length === 0 || !isTable(body, header.length + 1)) return null
    return body.map(([, ...cells]) => cells)
  },
}

/** Numbers from 0 on, or names. Numbers of any other kind could be entries. */
function isHeader(words: readonly string[]): boolean {
  return words.length > 0 && (words.every((word, at) => word === String(at)) || words.every(isName))
}

function isTable(lines: readonly string[][], width: number): boolean {
  const [first] = lines[0] ?? []
  const from = first === '1' ? 1 : 0
  const isCounted = lines.every(([index], at) => index === String(at + from))
  return (
    lines.length > 0 &&
    (isCounted || lines.every(([index = '']) => isName(index))) &&
    lines.every(words => words.length === width && words.slice(1).every(isPrinted))
  )
}

function isName(word: string): boolean {
  return /^\p{L}[\p{L}\d_.]*$/u.test(word)
}
