import { createElement, Fragment } from 'react'
import { math } from '@/lib/exact/mathml'
import { notationMathml } from '@/lib/language/notation'
import { typedPieces } from '@/lib/words/typed'
import { MathFormula } from './math'

/**
 * A text as a teacher typed it: what stands between dollar signs in the notation of exercise files (`$dL/dW1$`, `$A[1,2]$`) is
 * typeset, and keeps its spelling as its accessible name. What is no such notation stands as it was typed, signs and all.
 */
export function Typed({ text }: { text: string }) {
  const pieces = typedPieces(text).map(({ kind, text }) => (kind === 'words' ? text : mathematics(text)))
  return createElement(Fragment, null, ...pieces)
}

function mathematics(source: string) {
  // People copy the sign of a partial derivative from a page; the notation writes `dL/dz`.
  const inner = notationMathml(source.replaceAll('∂', 'd'))
  return inner === null ? `$${source}$` : <MathFormula mathml={math(inner, 'inline', source)} />
}
