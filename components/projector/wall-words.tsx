import { AnswerWords } from '@/components/desk/cells/answer-words'
import type { Choice, Question } from '@/lib/protocol/exercise'

interface WallWordsProps {
  question: Question
  choices: readonly Choice[]
  cells: readonly string[]
  /** The room in em. */
  wide: number
}

/** An answer in words on the wall, as large as it fits: the shorter, the larger. */
export function WallWords({ question, choices, cells, wide }: WallWordsProps) {
  return (
    <div
      data-testid="wall-words"
      className="rounded-[0.4em] border border-line-2 bg-sheet px-[0.8em] py-[0.5em] leading-[1.4]"
      style={{ fontSize: `${wordsSize(cells, wide - 4).toFixed(2)}em` }}
    >
      <AnswerWords question={question} choices={choices} cells={cells} />
    </div>
  )
}

/** The height in em that is left for it, and the share of an em that a character takes on average. */
const high = 31
const character = 0.52
const line = 1.4
/** Larger type is shouting; smaller type cannot be read from the back row. */
const sizes = { most: 3.4, least: 1.25 } as const

/** The size in em at which all lines have room, by how they break on average. */
export function wordsSize(cells: readonly string[], wide: number): number {
  const lines = cells.join('\n').split('\n')
  for (let size: number = sizes.most; size > sizes.least; size -= 0.05) {
    const fitting = Math.max(1, (wide / size - 1.6) / character)
    const rows = lines.reduce((sum, { length }) => sum + Math.max(1, Math.ceil((1.06 * length) / fitting)), 0)
    if ((rows * line + 1.2) * size <= high) return size
  }
  return sizes.least
}
