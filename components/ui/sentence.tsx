import { createElement, Fragment } from 'react'
import { math } from '@/lib/exact/mathml'
import { notationMathml } from '@/lib/language/notation'
import { piecesOf } from '@/lib/words/text'
import { MathFormula } from './math'

/**
 * A sentence as the server and the readers of answers make it: its marked mathematics is typeset, and keeps its plain spelling
 * as its accessible name. What cannot be typeset stands as it is.
 */
export function Sentence({ text }: { text: string }) {
  const pieces = piecesOf(text).map(({ kind, text }) => (kind === 'words' ? text : mathematics(text)))
  return createElement(Fragment, null, ...pieces)
}

function mathematics(source: string) {
  const inner = notationMathml(source)
  if (inner === null) return <span className="font-math">{source}</span>
  return <MathFormula mathml={math(inner, 'inline', source)} />
}
