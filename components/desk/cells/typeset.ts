import { shapeMathml } from '@/lib/exact/mathml'
import { readFormula } from '@/lib/language/answer/formula'
import { typedFormulaMathml } from '@/lib/language/answer/formula-mathml'
import { answerMathml } from '@/lib/language/answer/mathml'
import { readAnswer } from '@/lib/language/answer/read'
import { readShape } from '@/lib/language/answer/shape'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { Message } from '@/lib/words/argument'
import { readingSentence } from '@/lib/words/reading'

export type Typeset =
  | { ok: true; mathml: string }
  /** Marked text. */
  | { ok: false; message: string }

/** A cell's text as it is understood, typeset; or why it cannot be read, as marked text. `vocabulary`: the names that numbers may use. */
export function typeset(
  text: string,
  { kind, names }: Pick<PublicStep, 'kind' | 'names'>,
  vocabulary: Vocabulary,
): Typeset {
  if (kind === 'shape') {
    const read = readShape(text)
    return read.ok ? { ok: true, mathml: shapeMathml(read.shape) } : refusal(read.message)
  }
  if (names !== null) {
    const read = readFormula(text, names)
    return read.ok ? { ok: true, mathml: typedFormulaMathml(read.expr) } : refusal(read.message)
  }
  const read = readAnswer(text, vocabulary)
  return read.ok ? { ok: true, mathml: answerMathml(read.expr) } : refusal(read.message)
}

function refusal(message: Message): Typeset {
  return { ok: false, message: readingSentence(message) }
}
