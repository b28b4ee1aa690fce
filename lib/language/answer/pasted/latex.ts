import { message } from '@/lib/words/message'
import { type Form, isRows, type Rows, shortened, turned } from './form'
import { closeOf } from './nest'

/** `1 & 2 \\ 3 & 4`, bare, in an environment or in plain TeX's `\pmatrix{… \cr …}`. */
export const latex: Form = {
  read(text) {
    const found = environment(text) ?? plainTex(text)
    if (found === null) return /&|\\\\/.test(text) ? rowsIn(text) : null
    const { before, body, after } = found
    if (/\\begin\{(?:[A-Za-z]*matrix|array|tabular)/.test(after)) return message('pasted.several')
    const [ahead, behind] = [outside(before), outside(after)]
    if (ahead !== '' && !/[=≔]$/.test(ahead)) return message('pasted.beside', { beside: shortened(before) })
    const turns = transposing.test(behind)
    if (behind !== '' && !turns) return message('pasted.beside', { beside: shortened(after) })
    const rows = rowsIn(body)
    return turns && isRows(rows) ? turned(rows) : rows
  },
}

interface Found {
  readonly before: string
  readonly body: string
  readonly after: string
}

const begin = /\\begin\{((?:[A-Za-z]{0,20}matrix|array|tabular)\*?)\}(?:\{[^{}]{0,99}\}|\[[^[\]]{0,99}\])?/

function environment(text: string): Found | null {
  const begun = begin.exec(text)
  if (begun === null) return null
  const from = begun.index + begun[0].length
  const ending = `\\end{${begun[1]}}`
  const to = text.indexOf(ending, from)
  if (to < 0) return null
  return {
    before: text.slice(0, begun.index),
    body: text.slice(from, to),
    after: text.slice(to + ending.length),
  }
}

function plainTex(text: string): Found | null {
  const begun = /\\[bpv]?matrix\s?\{/.exec(text)
  if (begun === null) return null
  const from = begun.index + begun[0].length
  const to = closeOf(text, from - 1)
  if (to < 0) return null
  return { before: text.slice(0, begun.index), body: text.slice(from, to), after: text.slice(to + 1) }
}

const delimiters =
  /\\(?:left|right|[bB]igg?[lr]?|[lr][vV]ert|displaystyle|(?:begin|end)\{(?:equation|align|aligned|gather|math|displaymath)\*?\}|[[\](){}])|[$()[\]{}|.,;\s&]/g

/** What stands around the rows besides delimiters. */
function outside(text: string): string {
  return text.replace(delimiters, '')
}

const transposing = /^\^(?:T|⊤|\\top|\\intercal|\\(?:mathsf|mathrm|text)T)$/

function rowsIn(body: string): Rows {
  const rows = body
    .replace(/\\(?:hline|toprule|midrule|bottomrule)(?![A-Za-z])/g, '')
    .split(/\\\\(?:\[[^[\]]{0,20}\])?|\\cr(?![A-Za-z])/)
    .map(row => row.split('&').map(cell => cell.trim()))
  if (rows.length > 1 && rows.at(-1)?.every(cell => cell === '')) rows.pop()
  return rows
}
