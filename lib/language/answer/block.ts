/** Longest text that is looked at as a block: a grid of the largest tensor fits, a pasted book does not. */
const longest = 262_144

/**
 * Rows of cells of a pasted block, or null where the text is no block but the content of one cell. Rows may be of
 * unequal length. Read are: a spreadsheet's cells (tabs, lines), NumPy (`[[1 2] [3 4]]`, `array([...])`), Python
 * (`[[1, 2], [3, 4]]`), MATLAB (`[1 2; 3 4]`) and LaTeX (`1 & 2 \\ 3 & 4`, bare or in an environment). Brackets nested
 * deeper than two give the rows of the innermost ones. The cells themselves are not read here.
 */
export function readBlock(text: string): string[][] | null {
  if (text.length > longest) return null
  const trimmed = text.replace(/^[\r\n]+|\s+$/g, '')
  return latex(trimmed) ?? bracketed(trimmed.trim()) ?? spreadsheet(trimmed)
}

function spreadsheet(text: string): string[][] | null {
  const lines = text.split(/\r\n|\r|\n/)
  if (text.includes('\t')) return lines.map(line => line.split('\t').map(cell => cell.trim()))
  if (lines.length < 2) return null
  const columns = lines.map(line => line.trim().split(/\s+/))
  const width = columns[0]?.length ?? 0
  // Columns parted by spaces, as MATLAB and Octave print them; text with operators in it is one cell a line.
  const printed =
    width > 1 && columns.every(row => row.length === width && row.every(cell => printedNumber.test(cell)))
  return printed ? columns : lines.map(line => [line.trim()])
}

const printedNumber = /^[-+−]?(\d+([.,]\d*)?|\.\d+)([eE][-+]?\d+)?(\/\d+)?$/

/** `[[1, 2], [3, 4]]`, `[1 2; 3 4]`, `array([[1, 2],\n [3, 4]], dtype=float)`. */
function bracketed(text: string): string[][] | null {
  const called = /^(?:[\w.]+\()\s*(\[[\s\S]*\])[^\]]*\)$/.exec(text)
  const source = called?.[1] ?? text
  if (!source.startsWith('[') || !source.endsWith(']')) return null
  const rows: string[][] = []
  let depth = 0
  let inner = ''
  for (const mark of source) {
    if (mark === '[') {
      // What was gathered before an inner bracket can only be separators, else this is no matrix.
      if (!/^[\s,;]*$/.test(inner)) return null
      depth += 1
      inner = ''
    } else if (mark === ']') {
      depth -= 1
      if (depth < 0) return null
      if (!/^[\s,;]*$/.test(inner))
        rows.push(
          ...inner
            .split(';')
            .filter(row => row.trim() !== '')
            .map(cellsOf),
        )
      inner = ''
    } else {
      if (depth === 0 && !/\s/.test(mark)) return null
      inner += mark
    }
  }
  return depth === 0 && rows.length > 0 ? rows : null
}

/** Cells of one row: parted by commas outside brackets if there are any, else by spaces outside brackets. */
function cellsOf(row: string): string[] {
  const cells = splitOutside(row, mark => mark === ',')
  if (cells.length > 1) return cells.at(-1) === '' ? cells.slice(0, -1) : cells
  return splitOutside(row, mark => /\s/.test(mark)).filter(cell => cell !== '')
}

function splitOutside(row: string, parts: (mark: string) => boolean): string[] {
  const cells = ['']
  let depth = 0
  for (const mark of row.trim()) {
    if (mark === '(') depth += 1
    if (mark === ')') depth -= 1
    if (depth === 0 && parts(mark)) cells.push('')
    else cells[cells.length - 1] += mark
  }
  return cells.map(cell => cell.trim())
}

/** `1 & 2 \\ 3 & 4`; what stands around the rows (delimiters, an environment) is dropped. */
function latex(text: string): string[][] | null {
  const environment =
    /\\begin\{([a-zA-Z]*matrix|array)(\*?)\}(?:\{[^{}]*\}|\[[^[\]]*\])?([\s\S]*?)\\end\{\1\2\}/.exec(text)
  const body = environment?.[3] ?? text
  if (environment === null && !body.includes('&') && !body.includes('\\\\')) return null
  const rows = body
    .replace(/\\hline/g, '')
    .split(/\\\\(?:\[[^\]]*\])?/)
    .map(row => row.split('&').map(plain))
  if (rows.at(-1)?.every(cell => cell === '')) rows.pop()
  return rows.length > 0 ? rows : null
}

/**
 * A fraction with nothing but a sign, an operator or a bracket beside it. `2\frac{1}{2}` is not one: is it a product or a
 * mixed number? It stays, for the reader to refuse.
 */
const fraction = /(?<=(?:^|[-+*(])\s*)\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}(?=\s*(?:[-+*)]|$))/g

/** A LaTeX cell in the answer language: fractions, products and powers. */
function plain(cell: string): string {
  return cell
    .replace(/\$|\\[()]|\\[,;:! ]|\\(?:left|right)\b/g, '')
    .replace(/\\(?:cdot|times)\b/g, '*')
    .trim()
    .replace(fraction, (_, top: string, bottom: string) => `${part(top)}/${part(bottom)}`)
    .replace(/\^\s*\{([^{}]*)\}/g, '^($1)')
}

function part(text: string): string {
  return /^\s*[\d.]+\s*$/.test(text) ? text.trim() : `(${text.trim()})`
}
