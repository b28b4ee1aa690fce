import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { boxes } from './boxes'
import { braces, brackets } from './brackets'
import { calls, rCode } from './calls'
import { entryOf, isForeign } from './entry'
import { type Form, isRows, type Rows, shortened, turned } from './form'
import { bareOf } from './label'
import { latex } from './latex'
import { maple } from './maple'
import { pandas } from './pandas'
import { printed } from './printed'
import { rPrinted } from './r'
import { commas, lines, markdown, tabs } from './tables'
import { typst } from './typst'
import { wide } from './wide'
import { word } from './word'

export type PastedRead =
  | {
      ok: true
      /** Rows of cells, of unequal length where they were pasted so; null where the text is the content of one cell. */
      rows: Rows | null
    }
  | { ok: false; message: Message }

/** All forms; the first that knows a text reads it. */
const forms: readonly Form[] = [
  word,
  latex,
  boxes,
  rPrinted,
  rCode,
  calls,
  typst,
  braces,
  maple,
  brackets,
  tabs,
  markdown,
  printed,
  pandas,
  commas,
  lines,
]

/** A grid of the largest tensor fits, with its headings and empty lines; a pasted book does not. */
const longest = 262_144
const mostLines = 20_000

/** Entries that a printout leaves out. */
const leftOut = /\.\.|[…⋮⋯⋱]|\\[cdlv]?dots/

/**
 * The rows of cells that a pasted text holds, each entry in the words of a cell. The cells themselves are not read here. A text of
 * several lines or entries that has no known form is refused, so that nothing is filled in that was not understood. Never throws; the
 * work grows as the length of the text does.
 */
export function readPasted(text: string): PastedRead {
  if (text.length > longest) return refused(message('pasted.too-long', { most: longest }))
  if (hasMoreLines(text)) return refused(message('pasted.too-many-lines', { most: mostLines }))
  const bare = bareOf(wide(text))
  if (bare.text.trim() === '') return { ok: true, rows: null }
  if (leftOut.test(bare.text) && /[\n\t[{&<]/.test(bare.text)) return refused(message('pasted.left-out'))
  for (const form of forms) {
    const read = form.read(form.indented ? bare.text : bare.text.trim())
    if (read === null || (isRows(read) && isEmpty(read))) continue
    if (!isRows(read)) return refused(read)
    return checked(bare.isTurned ? turned(read) : read)
  }
  return single(bare.text.trim(), text, bare.isLabelled)
}

function hasMoreLines(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && count <= mostLines; at = text.indexOf('\n', at + 1)) count += 1
  return count > mostLines
}

function refused(told: Message): PastedRead {
  return { ok: false, message: told }
}

function isEmpty(rows: Rows): boolean {
  return rows.every(row => row.every(cell => cell === ''))
}

/** The entries in the words of cells, if all of them are some. */
function checked(rows: Rows): PastedRead {
  const read: Rows = []
  for (const row of rows) {
    const cells: string[] = []
    for (const cell of row) {
      const entry = entryOf(cell)
      if (entry === null || isForeign(entry))
        return refused(message('pasted.entry', { entry: shortened(cell) }))
      cells.push(entry)
    }
    read.push(cells)
  }
  return { ok: true, rows: isEmpty(read) ? null : read }
}

/** One value in a program's notation is one entry; any other text stays as it was typed. */
function single(bare: string, text: string, isLabelled: boolean): PastedRead {
  const entry = entryOf(bare)
  if (entry === null) return refused(message('pasted.entry', { entry: shortened(bare) }))
  const isTyped =
    entry === '' || entry === text.trim() || entry.includes('=') || (entry === bare && !isLabelled)
  return { ok: true, rows: isTyped ? null : [[entry]] }
}
