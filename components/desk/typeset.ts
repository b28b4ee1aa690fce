import { answerMathml } from '@/lib/exact/answer/mathml'
import { readAnswer } from '@/lib/exact/answer/read'
import { readShape } from '@/lib/exact/answer/shape'
import { shapeMathml } from '@/lib/exact/mathml'
import type { StepKind } from '@/lib/protocol/exercise'

/** A cell's text as it is understood, typeset; or why it cannot be read. */
export function typeset(
  text: string,
  kind: StepKind,
): { ok: true; mathml: string } | { ok: false; message: string } {
  if (kind === 'shape') {
    const read = readShape(text)
    return read.ok ? { ok: true, mathml: shapeMathml(read.shape) } : read
  }
  const read = readAnswer(text)
  return read.ok ? { ok: true, mathml: answerMathml(read.expr) } : read
}
