import * as z from 'zod/mini'
import type { AnsweredText } from '@/lib/classroom/step-record'
import { readVerdict } from '@/lib/classroom/stored-verdict'
import { toldVerdict } from '@/lib/classroom/told-verdict'
import type { Attempt } from '@/lib/protocol/board-asks'
import type { Message } from '@/lib/words/argument'
import { sentenceOf } from '@/lib/words/sentence'
import type { StoredSubmission } from '../../db/rows'

const Cells = z.array(z.string())

/** Ids of the submissions that a stored verdict rests on. */
export function followedIds(follows: string): string[] {
  return follows === '[]' ? [] : z.parse(Cells, JSON.parse(follows))
}

/** The typed cells of a stored row, where nothing else of it is needed. */
export function typedCells(cells: string): string[] {
  return z.parse(Cells, JSON.parse(cells))
}

/** Reads back the JSON of a stored row. It throws for a row that does not fit, which is a bug. */
export function answeredText(row: StoredSubmission): AnsweredText {
  return {
    id: row.id,
    cells: typedCells(row.cells),
    result: toldVerdict(readVerdict(row.result), storedSentence),
    at: row.at,
  }
}

/** A message from before its sentence took other arguments says nothing, because one old row must not close a desk. */
function storedSentence(message: Message): string {
  try {
    return sentenceOf(message)
  } catch {
    return ''
  }
}

export function attempt(row: StoredSubmission): Attempt {
  const { id, cells, result, at } = answeredText(row)
  return { id, cells, result, at }
}
