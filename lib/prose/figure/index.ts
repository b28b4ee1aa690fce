import type { Key } from '@/lib/exercise'
import type { Figure } from '@/lib/protocol/figure'
import type { AskedFigure } from './asked'
import { descentFigure } from './descent'
import { gateFigure } from './gate'
import { networkFigure } from './network'
import { pathsFigure } from './paths'

export { type AskedFigure, readFigure } from './asked'

type Maker = (asked: AskedFigure, key: Key, caption: string) => Figure

const kinds: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['slider', (asked, key, caption) => networkFigure(asked, 'slider', key, caption)],
  ['backward', (asked, key, caption) => networkFigure(asked, 'backward', key, caption)],
  ['descent', descentFigure],
  ['paths', pathsFigure],
  ['gate', gateFigure],
])

/**
 * What a figure shows, computed by the engine for every position that its reader can choose. `caption` is safe HTML. Throws a sentence for
 * the author.
 */
export function figureOf(asked: AskedFigure, key: Key, caption: string): Figure {
  const make = kinds.get(asked.kind)
  if (make === undefined) throw new Error(`there is no figure of the kind ${asked.kind}`)
  return make(asked, key, caption)
}
