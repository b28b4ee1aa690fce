import { mo, mrow, mtext } from '@/lib/exact/mathml'
import { notationMathml } from '@/lib/language/notation'
import { message } from '@/lib/words/message'
import { typedPieces } from '@/lib/words/typed'
import { line, type WorkedLine } from '../solution/line'
import type { ChoiceStep } from './step'

/** The solution of a choice: its right answers, with their mathematics typeset. */
export function chosenLine({ answer }: ChoiceStep): WorkedLine {
  const says = message('questions.solution', { count: answer.length })
  const mathml = mrow(...answer.flatMap((text, nth) => [...(nth === 0 ? [] : [mo(';')]), typeset(text)]))
  return line(says, [{ text: answer.join('; '), mathml }])
}

function typeset(text: string): string {
  const pieces = typedPieces(text).map(({ kind, text }) => {
    if (kind === 'words') return mtext(text)
    return notationMathml(text) ?? mtext(`$${text}$`)
  })
  return mrow(...pieces)
}
