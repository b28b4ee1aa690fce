import type { Key } from '@/lib/exercise'
import { type Cell, CellsOf, type NotebookOptions } from './cells'
import { Unwritten } from './write'

/**
 * A Jupyter notebook (nbformat 4.5) of an exercise, as JSON: its numbers, the forward pass, the backward pass line by line, and an
 * assertion for every number against the exact one. Null of an exercise with an operation that has no line in Python here.
 */
export function notebookOf(key: Key, options: NotebookOptions): string | null {
  try {
    const cells = new CellsOf(key, options).all()
    return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: cells.map(cellJson) }, null, 1)
  } catch (error) {
    if (error instanceof Unwritten) return null
    throw error
  }
}

const metadata = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python' },
}

function cellJson({ kind, text }: Cell, nth: number): object {
  const lines = text.split(/(?<=\n)/)
  const cell = { cell_type: kind, id: `cell-${nth + 1}`, metadata: {}, source: lines }
  return kind === 'code' ? { ...cell, execution_count: null, outputs: [] } : cell
}
