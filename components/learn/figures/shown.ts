import type { DescentFigure, GateFigure } from '@/lib/protocol/figure'
import type { DescentWords } from './descent-view'
import type { GateWords } from './gate-view'
import type { PathsShown } from './paths-shown'
import type { NetworkView } from './view'

/** A figure with the words that it says: plain data, so that a page can hand it to the browser. */
export type ShownFigure =
  | { readonly kind: 'slider' | 'backward'; readonly view: NetworkView }
  | { readonly kind: 'descent'; readonly figure: DescentFigure; readonly words: DescentWords }
  | { readonly kind: 'paths'; readonly view: PathsShown }
  | { readonly kind: 'gate'; readonly figure: GateFigure; readonly words: GateWords }
